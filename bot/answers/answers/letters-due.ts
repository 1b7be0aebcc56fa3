import { explainNeeds } from '../../../dsl/index.ts';
import type { LetterFinding } from '../../../dsl/index.ts';
import type { Offer } from '../action.ts';
import type { Answer, ListRow } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Examined } from '../examine.ts';
import { scopedTo } from '../scope.ts';
import { dayWords } from '../words.ts';
import { grouped, groupsOf, put, rowOf } from './due-groups.ts';

/** “letters due”: by letter those that are due, then those that wait, by what they wait for. */
export async function lettersDueAnswer(asking: Asking, scope?: string): Promise<Answer> {
  const scoped = await scopedTo(asking, scope, 'duties');
  if (scoped.kind !== 'scoped') return scoped;
  const { examined } = scoped;
  const due = new Map<string, ListRow[]>();
  const waiting = new Map<string, ListRow[]>();
  for (const about of examined) {
    for (const letter of about.finding.letters) {
      if (letter.state === 'due') put(due, letter.title, letterRow(about, letter));
      if (letter.state === 'waiting') {
        const needs = explainNeeds(letter.needs).join('; ');
        put(waiting, `${letter.title} waits for ${needs === '' ? 'an answer' : needs}`, letterRow(about, letter));
      }
    }
  }
  const counts = { due: sum(due), waiting: sum(waiting) };
  return grouped(asking, examined, {
    about: 'letters',
    headline: `Letters due${scoped.words}: ${counts.due}; waiting for an answer: ${counts.waiting}`,
    counts,
    groups: [...groupsOf(due), ...groupsOf(waiting)],
    lines: [],
  });
}

function letterRow(about: Examined, letter: LetterFinding): ListRow {
  const since = letter.since === null ? '' : `since ${dayWords(letter.since)}`;
  const of = rowOf(about, since, 'stage');
  if (letter.state !== 'due') return of;
  const draft: Offer = {
    label: `Draft ${letter.title}`,
    action: { kind: 'draft letter', pupil: about.pupil.id, paper: letter.id, asAt: about.finding.asAt },
  };
  return { ...of, offers: [draft, ...of.offers] };
}

function sum(groups: ReadonlyMap<string, readonly ListRow[]>): number {
  return [...groups.values()].reduce((total, rows) => total + rows.length, 0);
}
