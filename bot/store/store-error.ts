/** What no question can cure: the store cannot be opened, or was told to keep something about nothing it holds. */
export class StoreError extends Error {
  readonly code:
    'cannot open' | 'newer' | 'busy' | 'no such school' | 'no such pupil' | 'no such letter' | 'bad instant';

  constructor(code: StoreError['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
