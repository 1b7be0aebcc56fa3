import type { DueAnswer } from '../answer.ts';
import { visiblePupils } from '../asking.ts';
import type { Asking } from '../asking.ts';
import { pressing, toDoOf } from '../duty-words.ts';
import { examineAll } from '../examine.ts';
import { grouped, pupilsWords, rowOf } from './due-groups.ts';

/** Duties told of one pupil. */
const mostDuties = 3;

/** “due today”: what the school is to do for its pupils, the most pressing first, pupil by pupil. */
export async function dueTodayAnswer(asking: Asking): Promise<DueAnswer> {
  const examined = await examineAll(asking, await visiblePupils(asking), 'duties');
  const each = examined.map((about) => ({ about, toDo: toDoOf(about.finding) })).filter(({ toDo }) => toDo.length > 0);
  const count = (state: string) => each.flatMap(({ toDo }) => toDo).filter((one) => one.state === state).length;
  const counts = {
    'decide today': count('decide today'),
    overdue: count('overdue'),
    due: count('due'),
    'no day': count('no day'),
  };
  const groups = pressing.map((state) => ({
    title: titles[state],
    rows: each
      .filter(({ toDo }) => toDo[0]!.state === state)
      .toSorted((a, b) => b.toDo.length - a.toDo.length)
      .map(({ about, toDo }) => rowOf(about, firstOf(toDo.map(({ words }) => words)), 'what next')),
  }));
  const open = examined.filter(({ finding }) => finding.duties.some(({ state }) => state === 'open question')).length;
  const told = [
    `${counts['decide today']} to decide`,
    `${counts.overdue} overdue`,
    `${counts.due} due`,
    `${counts['no day']} without a day`,
  ];
  return grouped(asking, examined, {
    about: 'duties',
    headline:
      each.length === 0
        ? 'Nothing is due today'
        : `To do for ${pupilsWords(each.length)}: ${told.filter((words) => !words.startsWith('0 ')).join(', ')}`,
    counts,
    groups,
    lines: open === 0 ? [] : [`For ${pupilsWords(open)} something waits for an answer: “what next for …” says what.`],
  });
}

const titles = {
  'decide today': 'To decide today',
  overdue: 'Overdue',
  due: 'Due',
  'no day': 'To do, without a day in the policy',
} as const;

function firstOf(words: readonly string[]): string {
  const more = words.length - mostDuties;
  return [...words.slice(0, mostDuties), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
