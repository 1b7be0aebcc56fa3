/** Why a letter cannot be laid out, in words for the person who drafted it. */
export class LetterRefused extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.name = 'LetterRefused';
    this.reasons = reasons;
  }
}
