import type { Asked } from './asked.ts';
import { finesDue } from '../../dsl/index.ts';
import { numberOf } from './asked.ts';

/** What a notice costs on the day, for one parent and pupil and for all that the vector names. */
export function amountsDue({ compiled, about, asAt, vector }: Asked, notice: string) {
  const howMany = (key: string): number | undefined => {
    const named = vector.pupil[key];
    return Array.isArray(named) ? named.length : undefined;
  };
  const numbers = { parent: howMany('parents'), pupil: howMany('childrenOnNotice') };
  const fine = finesDue(compiled, about, asAt, numbers).find(({ id }) => id === notice);
  return {
    perParentPerChild: fine?.pounds ? numberOf(fine.pounds.value) : undefined,
    total: fine?.total ? numberOf(fine.total.value) : undefined,
  };
}
