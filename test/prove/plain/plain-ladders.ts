import type { Day } from '../../../register/day.ts';
import type * as p from '../../../dsl/resolve/policy.ts';
import { addDays } from '../../../register/day.ts';
import { compareFractions } from '../../../register/fraction.ts';
import type { Answer, Plain } from './plain.ts';
import { LeftAside } from './plain.ts';
import { spansOf } from './plain-calendar.ts';
import { holds, turnsOn } from './plain-conditions.ts';
import { measured } from './plain-measures.ts';

/** Where a pupil stands on the ladders of a policy at the end of every day since joining, told day by day. */
export class PlainLadders {
  private readonly positions = new Map<string, number[]>();
  private readonly waiting = new Map<string, Set<number>>();

  private readonly plain: Plain;

  constructor(plain: Plain) {
    this.plain = plain;
    plain.stageOn = (name, day) => this.standing(this.ladder(name), day);
  }

  /** The index of the stage on each day from joining to the day asked about; −1 for none. */
  replay(ladder: p.Ladder): readonly number[] {
    if (ladder.moves.length > 0) throw new LeftAside('moves written elsewhere');
    return this.upTo(ladder, this.plain.asAt);
  }

  private ladder(name: string): p.Ladder {
    return this.plain.policy.ladders.find((each) => each.name === name)!;
  }

  private upTo(ladder: p.Ladder, day: Day): readonly number[] {
    const days = this.positions.get(ladder.name) ?? [];
    this.positions.set(ladder.name, days);
    for (let next = addDays(this.plain.joined, days.length); next <= day; next = addDays(next, 1)) {
      days.push(ladder.by.kind === 'steps' ? this.step(ladder, days, next) : this.level(ladder, days, next));
    }
    return days;
  }

  /** A ladder asked about itself answers as far as it has been told: as it stood the day before. */
  private standing(ladder: p.Ladder, day: Day): { readonly surely: number; readonly possibly: number } {
    const offset = Math.min(day, this.plain.asAt) - this.plain.joined;
    if (offset < 0) return { surely: -1, possibly: -1 };
    const known = this.positions.get(ladder.name) ?? [];
    const surely = known[offset] ?? this.upTo(ladder, day)[offset]!;
    if (ladder.by.kind === 'steps') return { surely, possibly: surely };
    return { surely, possibly: Math.max(surely, this.reached(ladder, day).possibly) };
  }

  // ── by a measure, or by groups ─────────────────────────────────────────────────────────────────────────────────

  private reached(ladder: p.Ladder, day: Day): { readonly surely: number; readonly possibly: number } {
    const entered = ladder.stages.map((stage) => this.isReached(ladder, stage, day));
    return {
      surely: entered.lastIndexOf('yes'),
      possibly: entered.findLastIndex((each) => each !== 'no'),
    };
  }

  private isReached(ladder: p.Ladder, { entry }: p.Stage, day: Day): Answer {
    if (!entry) return 'no';
    if ('condition' in entry) return holds(this.plain, entry.condition, day, addDays(day, -1));
    const amount = ladder.by.kind === 'measure' ? measured(this.plain, ladder.by.measure, day) : 'unknown';
    if (amount === 'unknown') return 'unknown';
    const [least, most] = [compareFractions(amount.least, entry.value), compareFractions(amount.most, entry.value)];
    if (entry.kind === 'from') return least >= 0 ? 'yes' : most < 0 ? 'no' : 'unknown';
    return most < 0 ? 'yes' : least >= 0 ? 'no' : 'unknown';
  }

  /** The last stage that is true; a latched one holds while no year, term or half term of its kind has begun since it was reached. */
  private level(ladder: p.Ladder, before: readonly number[], day: Day): number {
    const held = ladder.stages.flatMap(({ keptToEndOf }, index) => {
      if (keptToEndOf === undefined) return [];
      const begins = spansOf(this.plain.about, keptToEndOf).findLast(({ from }) => from <= day)?.from;
      return before.some(
        (at, offset) => at >= index && (begins === undefined || addDays(this.plain.joined, offset) >= begins),
      )
        ? [index]
        : [];
    });
    return Math.max(this.reached(ladder, day).surely, ...held);
  }

  // ── by steps ───────────────────────────────────────────────────────────────────────────────────────────────────

  private step(ladder: p.Ladder, days: readonly number[], day: Day): number {
    const before = days.at(-1) ?? -1;
    const waiting = this.waiting.get(ladder.name) ?? new Set<number>();
    this.waiting.set(ladder.name, waiting);
    ladder.stages.forEach(({ entry }, index) => {
      if (!entry || !('condition' in entry) || this.test(entry.condition, day) !== 'yes') waiting.delete(index);
      else if (index > before && this.comesTrue([entry.condition], day)) waiting.add(index);
    });
    const moves = ladder.stages[before]?.moves.filter(({ when }) => when.length > 0) ?? [];
    if (moves.some(({ move, when }) => move === 'stays' && when.every((each) => this.test(each, day) === 'yes')))
      return before;
    const made = moves.find(({ move, when }) => move !== 'stays' && this.comesTrue(when, day));
    if (made?.move === 'leaves') {
      waiting.clear();
      return -1;
    }
    const from = made ? ladder.stages.findIndex(({ name }) => name === made.to) : before;
    const entered = ladder.stages.findLastIndex(
      ({ needs }, index) => index > from && waiting.has(index) && needs.every((need) => this.test(need, day) === 'yes'),
    );
    if (entered < 0) return from;
    for (const each of waiting) if (each <= entered) waiting.delete(each);
    return entered;
  }

  private test(condition: p.Condition, day: Day): Answer {
    return holds(this.plain, condition, day, addDays(day, -1));
  }

  /** True on the day, and either not the day before, or turning on something of the day, or on the first day of all. */
  private comesTrue(conditions: readonly p.Condition[], day: Day): boolean {
    const all = (on: Day): boolean => conditions.every((each) => this.test(each, on) === 'yes');
    if (!all(day)) return false;
    return (
      day <= this.plain.joined || conditions.some((each) => turnsOn(this.plain, each, day)) || !all(addDays(day, -1))
    );
  }
}
