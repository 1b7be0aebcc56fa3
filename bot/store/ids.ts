import { randomBytes } from 'node:crypto';

/** A new id that says nothing of what it names: 96 random bits in 16 characters that suit a URL and a button. */
export function newId(): string {
  return randomBytes(12).toString('base64url');
}
