import type { Subject } from '../subject.ts';

/** A school week has one meaning in the language too, so no clause can say another. */
export const schoolWeek: Subject = {
  fields: ['school_week'],
  unsaid: () => 'what a school week is',
  claims: () => [],
};
