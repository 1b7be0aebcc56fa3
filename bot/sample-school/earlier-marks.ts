import type { Day } from '../../register/day.ts';
import type { Marks } from './pupil-marks.ts';
import type { Random } from './random.ts';

/**
 * What a file brought on a day still says of its last week: N, where the reason of an absence was established only
 * afterwards. What is laid down stays.
 */
export function stillAsked(marks: Marks, schoolDays: readonly Day[], fileTo: Day, random: Random): Marks {
  const end = schoolDays.filter((day) => day <= fileTo).length;
  const earlier = new Map<number, string>();
  for (let day = Math.max(0, end - 5); day < end; day++) {
    const open = random.chance(0.4);
    for (const index of [day * 2, day * 2 + 1]) {
      const code = marks.codes[index];
      if (open && (code === 'I' || code === 'O')) earlier.set(index, 'N');
    }
  }
  return earlier.size === 0 || marks.earlierCodes ? marks : { ...marks, earlierCodes: earlier };
}
