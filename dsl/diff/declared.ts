import type * as P from '../resolve/policy.ts';
import type { Place, Policy } from '../resolve/policy.ts';

/** What a policy is made of, by sort, as the differ compares it. */
export interface Parts {
  header: Pick<Policy, 'level' | 'inForce' | 'reviewDue'> & {
    readonly under: readonly string[];
    /** `academy`, then the phases. */
    readonly school: readonly string[];
  };
  sentence: P.Rule;
  time: P.NamedTime;
  'half day': P.HalfDayRules;
  role: P.Role;
  judgement: P.Judgement;
  fact: P.Fact;
  measure: P.NamedMeasure;
  test: P.Threshold;
  period: P.Period;
  paper: P.Paper;
  review: P.Review;
  service: P.Service;
  ladder: P.Ladder;
  stage: StageOf;
  band: P.Bands['bands'][number] & { readonly measure: P.Measure };
  reward: P.Reward;
  contradiction: P.Contradiction;
  departure: P.Departure;
  attention: P.Attention;
  note: P.Note;
}
export type Sort = keyof Parts;

/** A stage, with what its ladder goes by. */
export interface StageOf extends P.Stage {
  readonly ladder: string;
  readonly by: P.Ladder['by'];
}

export interface Declared<S extends Sort = Sort> {
  readonly sort: S;
  /** As findings name it. */
  readonly id: string;
  readonly title: string;
  readonly place: Place;
  readonly part: Parts[S];
  /** What of it is compared: nothing of how it is called, and nothing that is a clause by itself. */
  readonly meaning: object;
}

/** Every clause of a policy itself, in the order of its text. */
export function declaredIn(policy: Policy): readonly Declared[] {
  const found: Declared[] = [headerOf(policy)];
  const add = <S extends Sort>(
    sort: S,
    part: Parts[S],
    known: { readonly id: string; readonly title: string; readonly place: Place },
    meaning: object = part,
  ): void => {
    const { id, title, place } = known;
    found.push({ sort, id, title, place, part, meaning: without(meaning, ['id', 'name']) });
  };
  const named = <S extends Sort & keyof Named>(sort: S, things: readonly (Parts[S] & Named[S])[]): void => {
    for (const each of things) add(sort, each, { id: each.name, title: each.title, place: each.place });
  };
  for (const rule of policy.rules) add('sentence', rule, { id: rule.id, title: rule.words, place: rule.place });
  named('time', policy.times);
  for (const half of policy.halfDays) {
    const title = half.half === 'AM' ? 'the morning' : 'the afternoon';
    add('half day', half, { id: half.half === 'AM' ? 'morning' : 'afternoon', title, place: half.place });
  }
  named('role', policy.roles);
  named('judgement', policy.judgements);
  named('fact', policy.facts);
  named('measure', policy.measures);
  named('test', policy.thresholds);
  named('period', policy.periods);
  named('paper', policy.papers);
  named('review', policy.reviews);
  named('service', policy.services);
  for (const ladder of policy.ladders) {
    add('ladder', ladder, { id: ladder.name, title: ladder.title, place: ladder.place }, without(ladder, ['stages']));
    for (const stage of ladder.stages) {
      const whole = { ...stage, ladder: ladder.name, by: ladder.by };
      const id = `${ladder.name}.${stage.name}`;
      add('stage', whole, { id, title: stage.title, place: stage.place }, without(whole, ['by']));
    }
  }
  for (const bands of policy.bands) {
    for (const band of bands.bands) {
      const id = `${bands.name}.${band.name}`;
      add(
        'band',
        { ...band, measure: bands.measure },
        { id, title: `${bands.title}: ${band.title}`, place: band.place },
      );
    }
  }
  named('reward', policy.rewards);
  for (const each of policy.contradictions)
    add('contradiction', each, { id: each.place.id, title: each.text, place: each.place }, without(each, ['text']));
  for (const each of policy.departures) {
    const title = `departure from ${each.provision}`;
    add('departure', each, { id: each.provision, title, place: each.place }, without(each, ['provisionSpan']));
  }
  for (const each of policy.attention)
    add('attention', each, { id: each.place.id, title: 'particular attention', place: each.place });
  for (const each of policy.notes) add('note', each, { id: each.place.id, title: each.text, place: each.place }, {});
  return found.sort((a, b) => a.place.span.start - b.place.span.start);
}

type Named = Record<
  | ('time' | 'role' | 'judgement' | 'fact' | 'measure' | 'test')
  | ('period' | 'paper' | 'review' | 'service' | 'reward'),
  { readonly name: string; readonly title: string; readonly place: Place }
>;

function headerOf(policy: Policy): Declared<'header'> {
  const { level, inForce, reviewDue, under, title, place, id, kind, phases } = policy;
  const school = [...(kind ? [kind.is] : []), ...phases.map(({ is }) => is)];
  const part = { level, inForce, reviewDue, under: under.map((each) => each.id), school };
  const meaning = { ...part, reviewDue: reviewDue && { day: reviewDue.day, monthOnly: reviewDue.monthOnly } };
  return { sort: 'header', id, title, place, part, meaning };
}

function without(part: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(part).filter(([field]) => !fields.includes(field)));
}
