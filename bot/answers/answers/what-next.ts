import { explainNeeds, explainNext, tasksOf } from '../../../dsl/index.ts';
import type { Clause, DutyFinding, Finding, LetterFinding, Need, Party } from '../../../dsl/index.ts';
import type { WhatNextAnswer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Called } from '../called-adults.ts';
import { dutyWords, stoodAt } from '../duty-words.ts';
import type { Examined } from '../examine.ts';
import { doneOffers } from '../done-offers.ts';
import { judgementOffers, letterOffers } from '../letter-offers.ts';
import { lackingWords } from '../needs-words.ts';
import { forWhom } from '../of-whom.ts';
import { rightsOf } from '../may-see.ts';
import { contextOf, mainLadder, nameAndGroup, ofFinding } from '../words.ts';

/** “what next for …”: what is due, what waits and for what, and what would bring the next stage. */
export function whatNextAnswer(
  asking: Asking,
  { pupil, finding, called }: Examined,
  notes: readonly string[] = [],
): WhatNextAnswer {
  const main = mainLadder(finding);
  const next = main && explainNext(main);
  const steps = stepsOf(finding, called);
  const now = steps.filter(({ needs }) => needs.length === 0);
  const due = now.filter(({ party }) => party === 'school');
  const waiting = steps.filter(({ needs }) => needs.length > 0);
  const rights = rightsOf[asking.actor.role];
  return {
    kind: 'what next',
    headline: `${nameAndGroup(pupil)}: ${countWords(due.length, waiting.filter(({ party }) => party === 'school').length)}`,
    facts: [],
    lines: [
      ...notes,
      ...due.filter(({ stage }) => stage === undefined).map(({ words }) => words),
      ...stageLines(due),
      ...waitingLines(waiting),
      ...partyLine(now, 'family', 'Asked of the family'),
      ...partyLine(now, 'outside', 'For others to do'),
      ...optionLines(finding, called, 'school', 'Open to the school'),
      ...optionLines(finding, called, 'family', 'Open to the family'),
      ...optionLines(finding, called, 'outside', 'For others to decide'),
      ...(next === undefined ? [] : [next]),
    ],
    context: contextOf(finding, [...(main ? [main.clause] : []), ...due.flatMap(({ clauses }) => clauses)]),
    offers: [
      { label: 'Why', action: { kind: 'ask', question: 'why', about: pupil.id, asAt: finding.asAt } },
      ...(rights.draftsLetters ? letterOffers(pupil.id, finding) : []),
      ...(rights.recordsJudgements
        ? judgementOffers(
            pupil.id,
            finding.asAt,
            lettersNow(finding).flatMap(({ needs }) => needs),
          )
        : []),
      ...(rights.recordsActs ? doneOffers(asking, pupil.id, finding) : []),
    ],
    ...ofFinding(pupil, finding),
  };
}

const stateWords: Readonly<Record<DutyFinding['state'], string>> = {
  due: '',
  done: '',
  'not yet': 'Later today: ',
  overdue: 'Overdue: ',
  'decide today': 'To decide: ',
  'open question': '',
};

interface Step {
  readonly party: Party;
  readonly words: string;
  readonly needs: readonly Need[];
  /** What merely stands at a stage of another ladder than the main one is told together, under that stage. */
  readonly stage: string | undefined;
  /** Where several clauses ask it, all of them. */
  readonly clauses: readonly Clause[];
}

/** Letters and duties not yet done; a duty to send a letter is that letter. */
function stepsOf(finding: Finding, called: Called): readonly Step[] {
  const letters = lettersNow(finding);
  const places = new Set(letters.map(({ clause }) => `${clause.policy}:${clause.line}`));
  const duties = tasksOf(
    finding.duties.filter(({ clause, needs }) => !places.has(`${clause.policy}:${clause.line}`) && !isUnstated(needs)),
  ).filter(({ state }) => state !== 'done');
  return [
    ...letters.map(({ title, state, needs }) => ({
      party: 'school' as const,
      words: `Send ${title}`,
      needs: state === 'waiting' ? needs : [],
      stage: undefined,
      clauses: [],
    })),
    ...duties.map((duty) => ({
      party: duty.party,
      words: `${stateWords[duty.state]}${dutyWords(duty, called)}`,
      needs: duty.needs,
      stage: stoodAt(finding, duty),
      clauses: duty.duties.length > 1 ? duty.duties.map(({ clause }) => clause) : [],
    })),
  ];
}

/** Nobody can tell what the document does not say: there is nothing to wait for. */
function isUnstated(needs: readonly Need[]): boolean {
  return needs.length > 0 && needs.every(({ kind }) => kind === 'not stated');
}

function stageLines(steps: readonly Step[]): readonly string[] {
  const stages = new Set(steps.flatMap(({ stage }) => (stage === undefined ? [] : [stage])));
  return [...stages].map((title) => {
    const words = steps.filter(({ stage }) => stage === title).map((step) => step.words);
    return `${title}. ${words.join('; ')}`;
  });
}

/** What is not the school’s to do is told, and not counted among what it is to do. */
function partyLine(steps: readonly Step[], party: Party, title: string): readonly string[] {
  const words = steps.filter((step) => step.party === party).map((step) => step.words);
  return words.length === 0 ? [] : [`${title}: ${words.join('; ')}`];
}

function optionLines({ options }: Finding, called: Called, party: Party, title: string): readonly string[] {
  const open = Map.groupBy(
    options.filter((option) => option.party === party),
    ({ words }) => words,
  );
  return [...open].map(([words, those]) => `${title}: ${words}${forWhom(those, called)}`);
}

function lettersNow(finding: Finding): readonly LetterFinding[] {
  return finding.letters.filter(({ state }) => state === 'due' || state === 'waiting');
}

/** Steps that wait for the same thing stand together under it. */
function waitingLines(steps: readonly Step[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { words, needs } of steps) {
    const recorded = needs.every(({ kind }) => kind === 'data');
    const key = recorded ? `a record (${lackingWords(needs)})` : explainNeeds(needs).join('; ');
    groups.set(key, [...(groups.get(key) ?? []), words]);
  }
  return [...groups].map(([needs, words]) => `Waiting for ${needs}: ${words.join('; ')}`);
}

function countWords(due: number, waiting: number): string {
  const parts = [
    ...(due === 0 ? [] : [`${due} to do now`]),
    ...(waiting === 0 ? [] : [`${waiting} waiting for an answer`]),
  ];
  return parts.length === 0 ? 'nothing to do now' : parts.join(', ');
}
