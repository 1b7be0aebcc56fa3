import { explain, explainLadder, explainQuantity, explainReason, groupSessions, tasksOf } from '../../../dsl/index.ts';
import type { CountedSession, Finding, LadderFinding, Reason } from '../../../dsl/index.ts';
import type { ReasonShown, WhyAnswer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Called } from '../called-adults.ts';
import type { Examined } from '../examine.ts';
import { letterOffers } from '../letter-offers.ts';
import { forWhom } from '../of-whom.ts';
import { rightsOf } from '../may-see.ts';
import {
  capital,
  clauseWords,
  contextOf,
  dayWords,
  mainLadder,
  nameAndGroup,
  ofFinding,
  otherLadders,
} from '../words.ts';
import { headlineOf } from './finding.ts';

/** Lines of what was done late. */
const mostLate = 3;

/** “why”: what was counted for each ladder, the very sessions, and the clause that each reason rests on. */
export function whyAnswer(
  asking: Asking,
  { pupil, finding, called }: Examined,
  notes: readonly string[] = [],
): WhyAnswer {
  const main = mainLadder(finding);
  const counted = reasonsOfLadders(finding);
  const reasons = counted.map(reasonShown);
  return {
    kind: 'why',
    headline: headlineOf(nameAndGroup(pupil), main),
    facts: [],
    lines: [
      ...notes,
      ...reasons.flatMap(reasonLines),
      ...thresholdLines(finding),
      ...lateLines(finding, called),
      ...furtherParagraphs(finding, main),
      ...taskLines(finding, called),
    ],
    context: contextOf(finding, [...(main ? [main.clause] : []), ...counted.map(({ clause }) => clause)]),
    offers: [
      { label: 'What next', action: { kind: 'ask', question: 'what next', about: pupil.id, asAt: finding.asAt } },
      ...(rightsOf[asking.actor.role].draftsLetters ? letterOffers(pupil.id, finding) : []),
    ],
    ...ofFinding(pupil, finding),
    reasons,
  };
}

/** The school’s own ladder first. */
function reasonsOfLadders(finding: Finding): readonly Reason[] {
  const ladders = [mainLadder(finding), ...otherLadders(finding)];
  const places = ladders.flatMap((ladder) => (ladder?.stage && ladder.reason !== null ? [ladder.reason] : []));
  return [...new Set(places)].flatMap((place) => finding.reasons[place] ?? []);
}

function reasonShown(reason: Reason): ReasonShown {
  return {
    words: explainReason({ ...reason, sessions: [] }),
    cite: reason.clause.cite,
    place: `${reason.clause.policy}.att, line ${reason.clause.line}`,
    sessions: reason.sessions,
  };
}

function reasonLines({ words, sessions }: ReasonShown): readonly string[] {
  return sessions.length === 0 ? [words] : [words, sessionsWords(sessions)];
}

/** `9–11 October 2023 I; 5 December 2023 PM M`. */
export function sessionsWords(sessions: readonly CountedSession[]): string {
  return groupSessions(sessions).join('; ');
}

/** `Also met: 10% or more of possible sessions (44.7%)`. */
function thresholdLines({ thresholds }: Finding): readonly string[] {
  const met = thresholds.filter((threshold) => threshold.met === 'yes');
  const words = met.map(({ title, count }) => (count === null ? title : `${title} (${explainQuantity(count)})`));
  return words.length === 0 ? [] : [`Also met: ${words.join('; ')}`];
}

/** What was done, and not by its day: `Not in time: parents must ask … (by 2 October 2023; done on 3 October 2023)`. */
function lateLines({ duties }: Finding, called: Called): readonly string[] {
  return duties
    .filter(({ inTime }) => inTime === false)
    .slice(-mostLate)
    .map((duty) => {
      const { words, due, done } = duty;
      const time = due?.time && !words.includes(due.time) ? ` ${due.time}` : '';
      const by = due?.date ? `by ${dayWords(due.date)}${time}; ` : '';
      return `Not in time: ${words}${forWhom([duty], called)} (${by}done on ${dayWords(done ?? '')})`;
    });
}

/** `Call parents between 09:10 and 09:40: asked by “First day” (school.att, line 4) and “Every day” (trust.att, line 9)`. */
function taskLines({ duties }: Finding, called: Called): readonly string[] {
  return tasksOf(duties).flatMap(({ state, words, duties: asked }) => {
    const places = [...new Set(asked.map(({ clause }) => clauseWords(clause)))];
    if (places.length < 2 || state === 'done' || state === 'open question') return [];
    return [`${capital(words)}${forWhom(asked, called)}: asked by ${places.join(' and ')}`];
  });
}

/** What an explanation says beyond the headline and the reasons. */
function furtherParagraphs(finding: Finding, main: LadderFinding | undefined): readonly string[] {
  const said = new Set([...finding.reasons.map(explainReason), ...(main ? [explainLadder(main)] : [])]);
  return explain(finding).paragraphs.filter((paragraph) => !said.has(paragraph));
}
