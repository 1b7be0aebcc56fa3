import type { CaseLog } from '../../register/case-log.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { Condition, Entered, HalfDayRules, Ladder, Policy, Stage } from '../resolve/policy.ts';
import type { Clause, Need, StageName } from './finding.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { formatFraction } from '../../register/fraction.ts';
import { clauseOf } from '../compile/context.ts';
import { withLayers } from '../resolve/layers.ts';
import type { RecordedTimes } from '../resolve/arrival-times.ts';
import { rowsAt, timeOf, withinBounds } from '../resolve/arrival-times.ts';

/** What a policy says of itself, without a pupil: its times, stages, papers and judgements. */

export interface PolicyTime {
  readonly title: string;
  /** `09:30`; null where the document does not state it. */
  readonly time: string | null;
  readonly session: 'AM' | 'PM' | null;
  readonly words: string;
  readonly clause: Clause;
}

export function policyTimes(policy: Policy): readonly PolicyTime[] {
  const named = policy.times.map((each): PolicyTime => {
    const time = each.time === undefined ? null : formatClockTime(each.time);
    return {
      title: each.title,
      time,
      session: null,
      words: `${each.title}: ${time ?? 'not stated'}`,
      clause: clauseOf(each.place),
    };
  });
  const rows = policy.halfDays.flatMap((half): readonly PolicyTime[] => {
    const title = half.half === 'AM' ? 'Morning' : 'Afternoon';
    if (!half.stated)
      return [{ title, time: null, session: half.half, words: `${title}: not stated`, clause: clauseOf(half.place) }];
    return half.rows.map((row) => {
      const words = `arriving ${row.bounds.map((bound) => bound.words).join(' but ')} is ${enteredWords(row.enters)}`;
      const last = row.bounds.at(-1)?.time;
      return {
        title,
        time: last === undefined ? null : formatClockTime(last),
        session: half.half,
        words,
        clause: clauseOf(row.place),
      };
    });
  });
  return [...named, ...rows];
}

function enteredWords(enters: Entered): string {
  if (enters.kind === 'code') return enters.code;
  if (enters.kind === 'not stated') return 'not stated';
  return enters.class === 'unauthorised' || enters.class === 'authorised' ? `an ${enters.class} absence` : enters.class;
}

export interface PolicyStage {
  readonly ladder: StageName;
  readonly stage: StageName;
  /** `from 7 days absent`. */
  readonly entry: string;
  readonly letters: readonly StageName[];
  readonly clause: Clause;
}

/** The stages of every ladder, the layers' among them under their full names. */
export function policyStages(policy: Policy): readonly PolicyStage[] {
  return withLayers(policy).flatMap((layer) => {
    const prefix = layer.id === policy.id ? '' : `${layer.id}.`;
    return layer.ladders.flatMap((ladder) =>
      ladder.stages.map((stage) => ({
        ladder: { id: `${prefix}${ladder.name}`, title: ladder.title },
        stage: { id: stage.name, title: stage.title },
        entry: entryWords(ladder, stage),
        letters: lettersOf(layer, prefix, ladder.name, stage.name),
        clause: clauseOf(stage.place, prefix),
      })),
    );
  });
}

function entryWords({ by }: Ladder, { entry }: Stage): string {
  if (!entry) return 'moved to from another stage';
  if ('condition' in entry) return `when ${entry.condition.words}`;
  const measure = by.kind === 'measure' ? by.measure : undefined;
  if (measure?.kind === 'count') return `${entry.kind} ${formatFraction(entry.value)} ${measure.words}`;
  return `${entry.kind} ${formatFraction({ numerator: entry.value.numerator * 100, denominator: entry.value.denominator })}%`;
}

function lettersOf(policy: Policy, prefix: string, ladder: string, stage: string): readonly StageName[] {
  const sent = policy.rules.flatMap((rule) =>
    rule.stage?.ladder === ladder && rule.stage.stage === stage && rule.act.kind === 'verb' && rule.act.verb === 'send'
      ? rule.act.objects
      : [],
  );
  return policy.papers
    .filter((paper) => sent.includes(paper.name))
    .map((paper) => ({ id: `${prefix}${paper.name}`, title: paper.title }));
}

export interface PolicyPaper {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly stage: StageName | null;
  /** Adults of whom one flag (or all) is needed, where the role it goes to is worked out from the pupil's adults. */
  readonly to: {
    readonly name: string;
    readonly title: string;
    readonly adults: { readonly join: 'any' | 'all'; readonly flags: readonly string[] } | null;
  } | null;
  /** Other words that the document has for it. */
  readonly alsoCalled: readonly string[];
  /** What the document says the paper says; `always` unless it is to say it only where something is so. */
  readonly includes: readonly { readonly text: string; readonly always: boolean; readonly clause: Clause }[];
  readonly clause: Clause;
}

export function policyPapers(policy: Policy): readonly PolicyPaper[] {
  const stages = policyStages(policy);
  return withLayers(policy).flatMap((layer) => {
    const prefix = layer.id === policy.id ? '' : `${layer.id}.`;
    return layer.papers.map((paper) => {
      const id = `${prefix}${paper.name}`;
      const role = layer.roles.find(
        (each) => each.name === paper.goesTo[0] || each.name === paper.goesTo[0]?.replace(/s$/, ''),
      );
      const name = paper.goesTo[0];
      return {
        id,
        kind: paper.paper,
        title: paper.title,
        stage: stages.find((each) => each.letters.some((letter) => letter.id === id))?.stage ?? null,
        to:
          name === undefined
            ? null
            : { name, title: role?.title ?? name.replaceAll('-', ' '), adults: role?.adults ?? null },
        alsoCalled: paper.details.flatMap((each) => (each.word === 'also called' ? each.texts : [])),
        includes: paper.details.flatMap((detail) =>
          detail.word === 'includes'
            ? detail.texts.map((text) => ({
                text,
                always: detail.guard === undefined,
                clause: clauseOf(detail.place, prefix),
              }))
            : [],
        ),
        clause: clauseOf(paper.place, prefix),
      };
    });
  });
}

export interface PolicyJudgement {
  readonly id: string;
  readonly title: string;
  readonly by: string | null;
  readonly clause: Clause;
}

export function policyJudgements(policy: Policy): readonly PolicyJudgement[] {
  return withLayers(policy).flatMap((layer) => {
    const prefix = layer.id === policy.id ? '' : `${layer.id}.`;
    return layer.judgements.map((each) => ({
      id: `${prefix}${each.name}`,
      title: each.title,
      by: each.by ?? null,
      clause: clauseOf(each.place, prefix),
    }));
  });
}

export type ArrivalMark =
  | { readonly kind: 'code'; readonly code: string; readonly clause: Clause }
  | {
      readonly kind: 'class';
      readonly class: 'present' | 'late' | 'authorised' | 'unauthorised';
      readonly clause: Clause;
    }
  | { readonly kind: 'undetermined'; readonly needs: readonly Need[] };

/**
 * The mark at a time is that of the rows it stands in: none, or two that differ, and it is undetermined. A time that the
 * document does not state counts as it was recorded of the day, where it was: `registers-close recorded`.
 */
export function arrivalMark(
  policy: Policy,
  time: ClockTime,
  half: 'AM' | 'PM',
  recorded: RecordedTimes = new Map(),
): ArrivalMark {
  const rules = policy.halfDays.find((each) => each.half === half);
  if (!rules?.stated) return { kind: 'undetermined', needs: [notStated(policy, rules, half)] };
  const { surely, perhaps } = rowsAt(rules, time, recorded);
  const rows = [...surely, ...perhaps];
  const entered = new Set(
    rows.map((row) => JSON.stringify(row.enters.kind === 'code' ? row.enters.code : enteredWords(row.enters))),
  );
  const first = rows[0];
  if (!first || entered.size !== 1 || (surely.length === 0 && perhaps.length < 2)) {
    const readings = rows.map(
      (row) => `${row.bounds.map((bound) => bound.words).join(' but ')}: ${enteredWords(row.enters)}`,
    );
    const what = `the mark of an arrival at ${formatClockTime(time)}`;
    const clause = clauseOf(rules.place);
    const times = timesMissing(policy, rows, recorded);
    if (times.length > 0) return { kind: 'undetermined', needs: times };
    return {
      kind: 'undetermined',
      needs: [first ? { kind: 'reading', what, readings } : { kind: 'not stated', what, clause }],
    };
  }
  const clause = clauseOf(first.place);
  if (first.enters.kind === 'code') return { kind: 'code', code: first.enters.code, clause };
  if (first.enters.kind === 'class') return { kind: 'class', class: first.enters.class, clause };
  return { kind: 'undetermined', needs: [{ kind: 'not stated', what: 'the mark of this row', clause }] };
}

/** What the policy and its layers have people do at an arrival at a time, whatever mark it is given. */
export function arrivalRules(
  policy: Policy,
  time: ClockTime,
): readonly { readonly words: string; readonly clause: Clause }[] {
  return withLayers(policy).flatMap((layer) => {
    const prefix = layer.id === policy.id ? '' : `${layer.id}.`;
    return layer.rules.flatMap(({ blocks: [block, ...others], guards, words, place }) =>
      block !== undefined && others.length === 0 && guards.length === 0 && isArrivalAt(block.condition, time)
        ? [{ words, clause: clauseOf(place, prefix) }]
        : [],
    );
  });
}

/** Of several readings, each. */
function isArrivalAt(condition: Condition, time: ClockTime): boolean {
  if (condition.kind === 'readings') return condition.readings.every((each) => isArrivalAt(each, time));
  return condition.kind === 'arriving' && withinBounds(condition.bounds, time) === 'yes';
}

/** Times on which rows hang that neither the document states nor anyone recorded. */
function timesMissing(policy: Policy, rows: HalfDayRules['rows'], recorded: RecordedTimes): readonly Need[] {
  const named = rows.flatMap(({ bounds }) =>
    bounds.flatMap((bound) => (bound.named && timeOf(bound, recorded) === undefined ? [bound.named] : [])),
  );
  const missing = new Map(named.map((each) => [each.name, each.title]));
  return [...missing].map(([name, title]) => {
    const place = policy.times.find((each) => each.name === name)?.place ?? policy.place;
    return { kind: 'not stated', what: title, clause: clauseOf(place) };
  });
}

/** The times of a day that people recorded, by name: `registers-close recorded on 15 September 2025 at 09:10`. */
export function recordedTimes({ entries }: CaseLog, on: Day): RecordedTimes {
  return new Map(
    entries.flatMap((entry): readonly (readonly [string, ClockTime])[] =>
      entry.kind === 'act' && entry.done === 'recorded' && entry.day === on && entry.time !== undefined
        ? [[entry.name, entry.time]]
        : [],
    ),
  );
}

function notStated(policy: Policy, rules: HalfDayRules | undefined, half: 'AM' | 'PM'): Need {
  const what = half === 'AM' ? 'the times of the morning session' : 'the times of the afternoon session';
  return { kind: 'not stated', what, clause: clauseOf(rules?.place ?? policy.place) };
}
