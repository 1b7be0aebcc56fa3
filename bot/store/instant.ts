import { StoreError } from './store-error.ts';

/**
 * An instant in the one form the store keeps, `2024-03-28T09:15:00.000Z`, so that instants compare as text. Reads
 * ISO 8601 with a zone; throws StoreError `bad instant` on anything else.
 */
export function storedInstant(text: string): string {
  const milliseconds = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds)) {
    throw new StoreError('bad instant', `not an instant: ${text}; expected ISO 8601 in UTC, as 2024-03-28T09:15:00Z`);
  }
  return new Date(milliseconds).toISOString();
}
