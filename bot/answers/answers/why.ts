import { explain, explainReason } from '../../../dsl/index.ts';
import type { Clause, CountedSession, Finding } from '../../../dsl/index.ts';
import type { ReasonShown, WhyAnswer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Examined } from '../examine.ts';
import { letterOffers } from '../letter-offers.ts';
import { rightsOf } from '../may-see.ts';
import { clauseWords, contextOf, dayWords, freshnessOf, mainLadder, nameAndGroup, pupilShown } from '../words.ts';
import { headlineOf } from './finding.ts';

/** “why”: what was counted, the very sessions, and the clause that each reason rests on. */
export function whyAnswer(asking: Asking, { pupil, finding }: Examined, notes: readonly string[] = []): WhyAnswer {
  const reasons = reasonsShown(finding);
  const main = mainLadder(finding);
  return {
    kind: 'why',
    headline: headlineOf(nameAndGroup(pupil), main),
    facts: [],
    lines: [...notes, ...reasons.flatMap(reasonLines), ...explain(finding).paragraphs.filter(isNotAReason(reasons))],
    context: contextOf(finding, clausesOf(finding)),
    offers: [
      { label: 'What next', action: { kind: 'ask', question: 'what next', about: pupil.id, asAt: finding.asAt } },
      ...(rightsOf[asking.actor.role].draftsLetters ? letterOffers(pupil.id, finding) : []),
    ],
    school: finding.school,
    pupil: pupilShown(pupil),
    asAt: finding.asAt,
    freshness: freshnessOf(finding.registerTo),
    finding,
    reasons,
  };
}

function reasonsShown(finding: Finding): readonly ReasonShown[] {
  return finding.reasons.map((reason) => ({
    words: explainReason(reason),
    cite: reason.clause.cite,
    place: `${reason.clause.policy}.att, line ${reason.clause.line}`,
    sessions: reason.sessions,
  }));
}

function reasonLines({ words, sessions }: ReasonShown): readonly string[] {
  return sessions.length === 0 ? [words] : [words, sessionsWords(sessions)];
}

function isNotAReason(reasons: readonly ReasonShown[]): (paragraph: string) => boolean {
  const said = new Set(reasons.map(({ words }) => words));
  return (paragraph) => !said.has(paragraph);
}

/** `4 March 2024 (I), 12 March 2024 (AM O)`: a whole day of one code is that code alone. */
export function sessionsWords(sessions: readonly CountedSession[]): string {
  const byDay = new Map<string, CountedSession[]>();
  for (const session of sessions) byDay.set(session.date, [...(byDay.get(session.date) ?? []), session]);
  return [...byDay].map(([date, ofDay]) => `${dayWords(date)} (${codesWords(ofDay)})`).join(', ');
}

function codesWords(ofDay: readonly CountedSession[]): string {
  if (ofDay.length === 2 && ofDay[0]!.code === ofDay[1]!.code) return ofDay[0]!.code;
  return ofDay.map(({ session, code }) => `${session} ${code}`).join(', ');
}

function clausesOf(finding: Finding): readonly Clause[] {
  const seen = new Map<string, Clause>();
  const main = mainLadder(finding);
  for (const clause of [...(main ? [main.clause] : []), ...finding.reasons.map((reason) => reason.clause)]) {
    if (!seen.has(clauseWords(clause))) seen.set(clauseWords(clause), clause);
  }
  return [...seen.values()];
}
