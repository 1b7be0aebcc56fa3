import type { SchoolWords } from './school-words.ts';

/** The schools of the vectors, by the name the vectors give them. */
export const schools: Readonly<Record<string, SchoolWords>> = {};
