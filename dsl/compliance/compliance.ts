import type { Day } from '../../register/day.ts';
import type { Policy } from '../resolve/policy.ts';
import type { Provision, Rulebook } from '../rulebook/rulebook.ts';
import type { Regime } from '../rulebook/regime.ts';
import type { BesideClause, StandingRow } from './standing.ts';
import type { Claim, Question, Subject } from './subject.ts';
import { citationText } from '../rulebook/citation.ts';
import { regimeOn } from '../rulebook/regime.ts';
import { withLayers } from '../resolve/layers.ts';
import { applicabilityOf } from './applicability.ts';
import { claimsOf } from './claims-kept.ts';
import { ownWords, policyClause } from './clause.ts';
import { confidenceOn } from './confidence-on.ts';
import { departureFrom } from './departure.ts';
import { fixesOf } from './fixes/fixes-of.ts';
import { subjectOf } from './subjects/index.ts';
import { listWords, requirementWords } from './value-words.ts';
import { weigh } from './weigh.ts';

/**
 * How a policy stands against each provision in force on a day: exactly one row for each, in the rulebook's order. What the
 * layers above say counts as said. Compared is what the policy does, so a value that its writer assumed is judged like a
 * printed one, and the row says that it was assumed.
 */
export function checkCompliance(
  policy: Policy,
  rulebook: Rulebook,
  day: Day,
  isShown?: IsShown,
): readonly StandingRow[] {
  const regime = regimeOn(rulebook, day);
  const layers = withLayers(policy);
  return regime.provisions.map((provision) => standingOf({ policy, layers, provision, regime }, isShown));
}

/** Of a row without them: whether its witness and its fixes are wanted, which take the longest to find. */
export type IsShown = (row: StandingRow) => boolean;

/** The same of one provision; undefined where it is not in force on that day. */
export function checkProvision(policy: Policy, rulebook: Rulebook, day: Day, id: string): StandingRow | undefined {
  const regime = regimeOn(rulebook, day);
  const provision = regime.provisions.find((each) => each.id === id);
  return provision && standingOf({ policy, layers: withLayers(policy), provision, regime });
}

function standingOf(asked: Question, isShown?: IsShown): StandingRow {
  const applicability = applicabilityOf(asked);
  if (applicability.kind === 'does not apply') return shown(asked, 'not applicable', applicability.why, []);
  if (applicability.kind === 'applies') return judged(applicability.question, applicability.besides, isShown);
  // Whatever the kind of school: a policy that meets what binds some schools only meets it.
  const found = judged(asked, '');
  if (found.standing !== 'silent' && found.standing !== 'breaches' && found.standing !== 'contradicts itself')
    return found;
  if (found.clause === null && asked.policy.level !== 'policy')
    return { ...found, standing: 'not applicable', why: `${applicability.why} Each school says its own.` };
  return { ...found, standing: 'silent', why: `${applicability.why} ${found.why}`, fixes: [] };
}

function judged(question: Question, besides: string, isShown?: IsShown): StandingRow {
  const { policy, provision } = question;
  const subject = subjectOf(provision.field);
  const claims = claimsOf(subject, question);
  if (provision.level === 'local') return shown(question, 'local – cannot judge', localWhy, claims);
  if (provision.relation === 'states' || provision.level === 'information')
    return shown(question, 'not applicable', 'This is stated for everyone, and asks nothing of a policy.', claims);
  const [first, ...rest] = claims;
  if (!first) {
    const excused = subject.notFor?.(policy, provision);
    if (excused !== undefined) return shown(question, 'not applicable', excused, []);
    return shown(question, 'silent', unsaidWhy(question, subject) + besides, []);
  }
  const { standing, why, deciding, rest: beside } = weigh([first, ...rest]);
  const noted = notedContradictions(question, deciding);
  const departure = standing === 'breaches' ? departureFrom(question, deciding) : {};
  const doubt = standing === 'meets' ? '' : assumedWords(deciding);
  const found = {
    standing,
    why: why + (standing === 'meets' ? '' : besides) + doubt,
    place: deciding.place,
    beside: [...beside.filter((claim) => !isMetBeside(standing, deciding, claim)).map(besideOf), ...noted],
  };
  if (isShown) {
    const plain = row(question, { ...found, ...departure });
    if (!isShown(plain)) return plain;
  }
  const witness = standing === 'breaches' ? deciding.witness?.() : undefined;
  return row(question, {
    ...found,
    ...(witness && { witness }),
    ...departure,
    fixes: fixesOf(question, standing, claims, departure.departure),
  });
}

/** What the same policy meets, the other session say, tells nothing of what it breaches. */
function isMetBeside(standing: StandingRow['standing'], deciding: Claim, { verdict, place }: Claim): boolean {
  return standing === 'breaches' && verdict === 'meets' && place?.policy === deciding.place?.policy;
}

const localWhy =
  'The council’s code of conduct decides this, and it is no part of the rulebook: the policy’s words cannot be judged.';

/** A row that is not compared shows the policy's words all the same. */
function shown(
  question: Question,
  standing: StandingRow['standing'],
  why: string,
  [first, ...rest]: readonly Claim[],
): StandingRow {
  return row(question, {
    standing,
    why,
    place: first?.place,
    beside: rest.map((claim) => besideOf({ ...claim, why: '' })),
    fixes: fixesOf(question, standing, [], undefined),
  });
}

function row(
  { policy, provision, regime }: { readonly policy: Policy; readonly provision: Provision; readonly regime: Regime },
  found: Pick<StandingRow, 'standing' | 'why' | 'place' | 'beside' | 'departure' | 'witness'> &
    Partial<Pick<StandingRow, 'fixes'>>,
): StandingRow {
  return {
    policy: policy.id,
    provision: provision.id,
    fixes: [],
    ...found,
    clause: found.place ? policyClause(found.place) : null,
    policyText: found.place ? ownWords(found.place) : null,
    provisionText: provision.title,
    value: requirementWords(provision),
    level: provision.level,
    citation: citationText(provision.citation),
    link: provision.citation.link,
    inForce: provision.inForce,
    mustSay: provision.mustSay === true,
    confidence: confidenceOn(provision, regime),
  };
}

function besideOf({ place, why }: Pick<Claim, 'place' | 'why'>): BesideClause {
  return { clause: place ? policyClause(place) : null, policyText: place ? ownWords(place) : null, why };
}

function unsaidWhy({ layers, provision }: Question, subject: Subject): string {
  const above = layers.slice(1).map((layer) => layer.id);
  const who =
    above.length === 0 ? 'The policy does not say' : `Neither the policy nor ${listWords(above)} above it says`;
  return `${who} ${subject.unsaid(provision.field, provision)}.`;
}

function assumedWords({ place }: Claim): string {
  if (place?.assumed !== undefined) return ` The clause rests on an assumption: “${place.assumed}”.`;
  return place?.unclear === undefined ? '' : ` The clause is marked unclear: “${place.unclear}”.`;
}

/** Where the policy itself says that this clause differs from another of its clauses. */
function notedContradictions({ layers }: Question, { place }: Claim): readonly BesideClause[] {
  const layer = layers.find((each) => each.id === place?.policy);
  return (layer?.contradictions ?? [])
    .filter((each) => place !== undefined && each.between.includes(place.id))
    .map((each) => besideOf({ place: each.place, why: `The policy notes that its clauses differ: “${each.text}”.` }));
}
