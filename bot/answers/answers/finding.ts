import { explainNeeds, explainNext } from '../../../dsl/index.ts';
import type { Finding, LadderFinding, LetterFinding } from '../../../dsl/index.ts';
import type { Fact, FindingAnswer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Examined } from '../examine.ts';
import { bandWords } from './band.ts';
import { rightsOf } from '../may-see.ts';
import { letterOffers } from '../letter-offers.ts';
import { otherNeeds } from '../needs-words.ts';
import {
  capital,
  contextOf,
  dayWords,
  mainLadder,
  nameAndGroup,
  ofFinding,
  otherLadders,
  stageWords,
} from '../words.ts';

/** “stage for …”: the stage first, then since when, what was counted, how far to the next, and what follows from it. */
export function findingAnswer(
  asking: Asking,
  { pupil, finding }: Examined,
  notes: readonly string[] = [],
): FindingAnswer {
  const main = mainLadder(finding);
  const letters = finding.letters.filter(({ state }) => state === 'due' || state === 'waiting' || state === 'sent');
  const missing = otherNeeds(finding, letters);
  const mayDraft = rightsOf[asking.actor.role].draftsLetters;
  return {
    kind: 'finding',
    headline: headlineOf(nameAndGroup(pupil), main),
    facts: main ? [...factsOf(main, finding.tally.attendance?.shown), ...bandFacts(finding)] : bandFacts(finding),
    lines: [
      ...notes,
      ...otherLadders(finding).filter(hasSomethingToSay).map(otherLine),
      ...letters.map(letterLine),
      ...(missing.length === 0 ? [] : [`Not known yet: ${missing.join('; ')}`]),
    ],
    context: contextOf(finding, main ? [main.clause] : []),
    offers: [
      { label: 'Why', action: { kind: 'ask', question: 'why', about: pupil.id, asAt: finding.asAt } },
      { label: 'What next', action: { kind: 'ask', question: 'what next', about: pupil.id, asAt: finding.asAt } },
      ...(mayDraft ? letterOffers(pupil.id, finding) : []),
    ],
    ...ofFinding(pupil, finding),
  };
}

/** `Amira Khan (5B): Serious concerns since 12 March 2024`. */
export function headlineOf(who: string, ladder: LadderFinding | undefined): string {
  if (!ladder) return `${who}: the policy has no ladder of stages`;
  if (ladder.stage) return `${who}: ${stageWords(ladder)}`;
  if (ladder.possibly.length === 0) return `${who}: at no stage of ${ladder.title}`;
  return `${who}: cannot be said yet; it may be ${ladder.possibly.map(({ title }) => title).join(' or ')}`;
}

export function factsOf(ladder: LadderFinding, attendance: string | undefined): readonly Fact[] {
  const next = explainNext(ladder);
  return [
    ...(ladder.stage ? [{ label: 'Stage', value: ladder.stage.title }] : []),
    ...(ladder.since === null ? [] : [{ label: 'Since', value: dayWords(ladder.since) }]),
    ...(ladder.count ? [{ label: capital(ladder.count.unit), value: ladder.count.shown }] : []),
    ...(next === undefined ? [] : [{ label: 'Next', value: next.replace(/\.$/, '') }]),
    ...(attendance === undefined ? [] : [{ label: 'Attendance', value: `${attendance}%` }]),
  ];
}

/** The band of each summary that has one: `Termly summary: Cause for Concern, so far`. */
function bandFacts({ bands }: Finding): readonly Fact[] {
  return bands.flatMap((each) => (each.band === null ? [] : [{ label: capital(each.title), value: bandWords(each) }]));
}

/** `Stage 2 letter waits for the attendance lead’s judgement whether parents engage with support`. */
export function letterLine(letter: LetterFinding): string {
  if (letter.state === 'waiting') return `${letter.title} waits for ${explainNeeds(letter.needs).join('; ')}`;
  if (letter.state === 'sent')
    return `${letter.title}: sent${letter.sent === null ? '' : ` on ${dayWords(letter.sent)}`}`;
  return letter.since === null ? `${letter.title} is due` : `${letter.title} is due since ${dayWords(letter.since)}`;
}

function hasSomethingToSay(ladder: LadderFinding): boolean {
  return ladder.stage !== null || ladder.possibly.length > 0;
}

function otherLine(ladder: LadderFinding): string {
  if (ladder.stage) return `${ladder.title}: ${stageWords(ladder)}`;
  return `${ladder.title}: cannot be said yet; it may be ${ladder.possibly.map(({ title }) => title).join(' or ')}`;
}
