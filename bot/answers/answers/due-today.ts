import { tasksOf } from '../../../dsl/index.ts';
import { formatIsoDay } from '../../../register/day.ts';
import type { Offer } from '../action.ts';
import type { Answer, DueSection } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { toDoOf } from '../duty-words.ts';
import { examineSchool } from '../examine-school.ts';
import { rightsOf } from '../may-see.ts';
import { pressingDuties, schoolDutiesOf, schoolDutyLine } from '../school-duties.ts';
import { scopedTo } from '../scope.ts';
import { grouped, pupilsWords, rowOf } from './due-groups.ts';
import { standingTasks } from './standing-tasks.ts';

/** Duties told of one pupil. */
const mostDuties = 3;
/** Duties told of the school itself. */
const mostOwn = 5;

/** “due today”: what the school is to do for its pupils, the most pressing first, pupil by pupil. */
export async function dueTodayAnswer(asking: Asking, scope?: string): Promise<Answer> {
  const scoped = await scopedTo(asking, scope, 'duties');
  if (scoped.kind !== 'scoped') return scoped;
  const { examined } = scoped;
  const each = examined.map((about) => ({ about, toDo: toDoOf(about) })).filter(({ toDo }) => toDo.length > 0);
  const count = (state: string) => each.flatMap(({ toDo }) => toDo).filter((one) => one.state === state).length;
  const counts = {
    'decide today': count('decide today'),
    overdue: count('overdue'),
    due: count('due'),
    'no day': count('no day'),
  };
  const own: OwnDuties = scope === undefined ? await ownDuties(asking) : { due: 0, offers: [] };
  const groups = pressed.map((state) => ({
    title: titles[state],
    rows: each
      .filter(({ toDo }) => toDo[0]!.state === state)
      .toSorted((a, b) => b.toDo.length - a.toDo.length)
      .map(({ about, toDo }) => {
        const dated = toDo.filter((task) => task.state !== 'no day');
        return rowOf(
          about,
          firstOf(
            dated.map(({ words }) => words),
            mostDuties,
          ),
          'what next',
        );
      }),
  }));
  const open = examined.filter(({ finding }) =>
    tasksOf(finding.duties).some(({ state }) => state === 'open question'),
  ).length;
  const told = [
    `${counts['decide today']} to decide`,
    `${counts.overdue} overdue`,
    `${counts.due} due`,
    `${counts['no day']} without a day`,
  ];
  return grouped(asking, examined, {
    about: 'duties',
    headline: [
      each.length === 0
        ? `Nothing is due today${scoped.words}`
        : `To do for ${pupilsWords(each.length)}${scoped.words}: ${told.filter((words) => !words.startsWith('0 ')).join(', ')}`,
      ...(own.due === 0 ? [] : [`the school itself: ${own.due} due`]),
    ].join('; '),
    counts: { ...counts, school: own.due },
    groups,
    sections: [standingTasks(each, examined.length), own.section].filter((section) => section !== undefined),
    offers: own.offers,
    lines: open === 0 ? [] : [`For ${pupilsWords(open)} something waits for an answer: “what next for …” says what.`],
  });
}

interface OwnDuties {
  readonly due: number;
  readonly section?: DueSection;
  readonly offers: readonly Offer[];
}

/** What the school itself owes by a day, for those who answer for all of it; what stands without a day is counted. */
async function ownDuties(asking: Asking): Promise<OwnDuties> {
  if (rightsOf[asking.actor.role].sees !== 'whole schools') return { due: 0, offers: [] };
  const examined = await examineSchool(asking);
  const all = schoolDutiesOf(examined);
  const now = pressingDuties(all, examined);
  const standing = all.filter(({ state }) => state === 'standing' || state === 'every day').length;
  if (now.length === 0 && standing === 0) return { due: 0, offers: [] };
  const more = now.length - mostOwn;
  const lines = [
    ...now.slice(0, mostOwn).map((duty) => `${duty.state === 'overdue' ? 'Overdue: ' : ''}${schoolDutyLine(duty)}`),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(standing === 0
      ? []
      : [
          `${now.length === 0 ? 'Nothing by a day; ' : ''}${standing} standing ${standing === 1 ? 'duty' : 'duties'} without a day`,
        ]),
  ];
  const action = {
    kind: 'ask',
    question: 'what does the school owe',
    school: asking.school.id,
    asAt: formatIsoDay(asking.asAt),
  } as const;
  return {
    due: now.filter(({ state }) => state !== 'waiting').length,
    section: { title: 'The school itself', lines, place: 'after' },
    offers: [{ label: 'All the school owes', action }],
  };
}

/** What a day presses, pupil by pupil; the rest is told task by task. */
const pressed = ['decide today', 'overdue', 'due'] as const;

const titles = {
  'decide today': 'To decide today',
  overdue: 'Overdue',
  due: 'Due',
} as const;

function firstOf(words: readonly string[], most: number): string {
  const more = words.length - most;
  return [...words.slice(0, most), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
