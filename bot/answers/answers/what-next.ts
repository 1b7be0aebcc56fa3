import { explainNeed, explainNext } from '../../../dsl/index.ts';
import type { DutyFinding } from '../../../dsl/index.ts';
import type { WhatNextAnswer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Examined } from '../examine.ts';
import { judgementOffers, letterOffers } from '../letter-offers.ts';
import { rightsOf } from '../may-see.ts';
import { contextOf, dayWords, freshnessOf, mainLadder, nameAndGroup, pupilShown } from '../words.ts';
import { letterLine } from './finding.ts';

/** “what next for …”: what is to be done now, what is waiting and for what, and what would bring the next stage. */
export function whatNextAnswer(
  asking: Asking,
  { pupil, finding }: Examined,
  notes: readonly string[] = [],
): WhatNextAnswer {
  const main = mainLadder(finding);
  const next = main && explainNext(main);
  const open = finding.duties.filter(({ state }) => state !== 'done');
  const letters = finding.letters.filter(({ state }) => state === 'due' || state === 'waiting');
  const rights = rightsOf[asking.actor.role];
  const toDo = open.length + letters.length;
  return {
    kind: 'what next',
    headline: `${nameAndGroup(pupil)}: ${toDo === 0 ? 'nothing to do now' : toDo === 1 ? 'one thing to see to' : `${toDo} things to see to`}`,
    facts: [],
    lines: [
      ...notes,
      ...letters.map(letterLine),
      ...open.map(dutyLine),
      ...finding.options.map(({ words }) => `Open to the school: ${words}`),
      ...(next === undefined ? [] : [next]),
    ],
    context: contextOf(finding, [...(main ? [main.clause] : []), ...letters.map(({ clause }) => clause)]),
    offers: [
      { label: 'Why', action: { kind: 'ask', question: 'why', about: pupil.id, asAt: finding.asAt } },
      ...(rights.draftsLetters ? letterOffers(pupil.id, finding) : []),
      ...(rights.recordsJudgements
        ? judgementOffers(
            pupil.id,
            finding.asAt,
            letters.flatMap(({ needs }) => needs),
          )
        : []),
    ],
    school: finding.school,
    pupil: pupilShown(pupil),
    asAt: finding.asAt,
    freshness: freshnessOf(finding.registerTo),
    finding,
  };
}

const stateWords: Readonly<Record<DutyFinding['state'], string>> = {
  due: 'Due',
  done: 'Done',
  overdue: 'Overdue',
  'decide today': 'To decide',
  'open question': 'Open question',
};

function dutyLine({ state, words, due, needs }: DutyFinding): string {
  const when =
    due === null
      ? ''
      : due.date === null
        ? ` (${due.words})`
        : ` (by ${dayWords(due.date)}${due.time === null ? '' : ` ${due.time}`})`;
  const missing = needs.length === 0 ? '' : `; ${needs.map(explainNeed).join('; ')}`;
  return `${stateWords[state]}: ${words}${when}${missing}`;
}
