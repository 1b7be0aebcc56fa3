import { addingUp } from './adding-up.ts';
import { damage } from './damage.ts';
import { dayByDay } from './day-by-day.ts';
import { formattingMeaning, formattingTwice } from './formatting.ts';
import { knownOn } from './known-on.ts';
import { lasting } from './lasting.ts';
import { omission } from './omission.ts';
import type { Property } from './property.ts';
import { solver } from './solver.ts';

/** What holds of every text of a policy. */
export const ofTexts: readonly Property[] = [formattingTwice, formattingMeaning, damage, omission];
/** What holds of every pupil. */
export const ofPupils: readonly Property[] = [dayByDay, lasting, addingUp, knownOn];
/** What holds of every two thresholds. */
export const ofThresholds: readonly Property[] = [solver];
