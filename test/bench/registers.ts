import type { CodeTable } from '../../register/attendance-code.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import { codeBytes } from '../../register/pupil-register.ts';
import { isoDay } from '../../register/day.ts';
import { schoolCalendar } from '../../register/school-calendar.ts';

/** A school year of 190 days in six half terms. */
export function benchCalendar(): SchoolCalendar {
  const span = (name: string, from: string, to: string) => ({ name, from: isoDay(from), to: isoDay(to) });
  return schoolCalendar('bench', [
    {
      from: isoDay('2023-09-04'),
      to: isoDay('2024-07-19'),
      terms: [
        span('Autumn', '2023-09-04', '2023-12-20'),
        span('Spring', '2024-01-04', '2024-03-28'),
        span('Summer', '2024-04-15', '2024-07-19'),
      ],
      halfTerms: [
        span('Autumn 1', '2023-09-04', '2023-10-20'),
        span('Autumn 2', '2023-10-30', '2023-12-20'),
        span('Spring 1', '2024-01-04', '2024-02-09'),
        span('Spring 2', '2024-02-19', '2024-03-28'),
        span('Summer 1', '2024-04-15', '2024-05-24'),
        span('Summer 2', '2024-06-03', '2024-07-19'),
      ],
      closures: [
        { from: isoDay('2023-10-20'), to: isoDay('2023-10-20'), why: 'training' },
        { from: isoDay('2024-01-04'), to: isoDay('2024-01-05'), why: 'training' },
        { from: isoDay('2024-05-06'), to: isoDay('2024-05-06'), why: 'bank holiday' },
      ],
    },
  ]);
}

/** Marks of many pupils, one byte a session, pupil after pupil: a few heavily absent, most a little, some not at all. */
export function benchMarks(calendar: SchoolCalendar, codes: CodeTable, pupils: number, seed: number): Uint8Array {
  const random = seeded(seed);
  const days = calendar.schoolDays.length;
  const marks = new Uint8Array(pupils * days * 2);
  const byte = codeBytes(codes);
  const day = calendar.schoolDays[0]!;
  const [present, after, late] = ['/', '\\', 'L'].map((code) => byte(code, day)) as [number, number, number];
  const absences = ['I', 'I', 'I', 'M', 'O', 'O', 'U', 'G', 'N', 'C', 'E'].map((code) => byte(code, day));
  for (let pupil = 0; pupil < pupils; pupil++) {
    const level = random() ** 4 * 0.3;
    const from = pupil * days * 2;
    for (let at = 0; at < days; at++) {
      marks[from + at * 2] = random() < 0.02 ? late : present;
      marks[from + at * 2 + 1] = after;
    }
    for (let at = 0; at < days; at++) {
      if (random() >= level / 2) continue;
      const code = absences[Math.floor(random() * absences.length)]!;
      const long = 1 + Math.floor(random() * 4);
      for (let each = at; each < Math.min(days, at + long); each++) {
        const half = random();
        if (half < 0.85) marks[from + each * 2] = code;
        if (half > 0.08) marks[from + each * 2 + 1] = code;
      }
      at += long;
    }
    if (random() < 0.02) marks.fill(0, from, from + Math.floor(random() * days) * 2);
  }
  return marks;
}

/** Mulberry32: small, fast, good enough to make registers with. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
