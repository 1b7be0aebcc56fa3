import { addingUp } from './adding-up.ts';
import { damage } from './damage.ts';
import { dayByDay } from './day-by-day.ts';
import { formattingMeaning, formattingTwice } from './formatting.ts';
import { knownOn } from './known-on.ts';
import { omission } from './omission.ts';
import type { Property } from './property.ts';

/** The laws, in the order in which `npm run prove` tries them. */
export const properties: readonly Property[] = [
  formattingTwice,
  formattingMeaning,
  damage,
  dayByDay,
  omission,
  addingUp,
  knownOn,
];
