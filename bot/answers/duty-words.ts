import { tasksOf } from '../../dsl/index.ts';
import type { DutyFinding, Finding, ReviewFinding, Task } from '../../dsl/index.ts';
import type { Called } from './called-adults.ts';
import type { Examined } from './examine.ts';
import { behind, forWhom } from './of-whom.ts';
import { capital, dayWords, otherLadders } from './words.ts';

/** Something that the school is to do for a pupil, and how pressing it is. */
export interface ToDo {
  readonly state: (typeof pressing)[number];
  readonly words: string;
}

/** What the school is to do for a pupil now: what must be decided today, then what is overdue, then what is due. */
export function toDoOf({ finding, called }: Pick<Examined, 'finding' | 'called'>): readonly ToDo[] {
  const duties = tasksOf(finding.duties.filter(isForStaff)).flatMap((duty): readonly ToDo[] => {
    if (duty.state === 'done' || duty.state === 'open question' || stoodAt(finding, duty) !== undefined) return [];
    // What waits for its hour is due today all the same.
    const pressed = duty.state === 'not yet' ? 'due' : duty.state;
    const state = pressed === 'due' && (duty.due?.date ?? null) === null ? 'no day' : pressed;
    return [
      {
        state,
        words: dutyWords(duty, called).replace(/^(?:School )?(?:will|must) (\p{L})/iu, (_, first: string) =>
          first.toUpperCase(),
        ),
      },
    ];
  });
  const reviews = finding.reviews.flatMap((review): readonly ToDo[] => {
    if (review.state !== 'overdue' && review.state !== 'due') return [];
    if (finding.duties.some(({ id }) => id === `${review.id}.hold`)) return [];
    return [{ state: review.state, words: reviewWords(review) }];
  });
  const all = [...duties, ...reviews];
  return pressing.flatMap((state) => all.filter((each) => each.state === state));
}

/**
 * The stage of another ladder than the main one that a duty merely stands at, by its title: no day is set for it, so it
 * is part of that stage and not of this day. Undefined for every other duty.
 */
export function stoodAt(finding: Finding, duty: DutyFinding): string | undefined {
  if (duty.due !== null || duty.state !== 'due') return undefined;
  const ladder = otherLadders(finding).find(({ id, stage }) => stage && duty.id.startsWith(`${id}.${stage.id}.`));
  return ladder?.stage?.title;
}

/** The most pressing first; last what the document sets no day for. */
export const pressing = ['decide today', 'overdue', 'due', 'no day'] as const;

/** What families owe is theirs to do, and what the authority, a court or a service owes is not the school’s. */
export function isForStaff({ party }: DutyFinding): boolean {
  return party === 'school';
}

/** `Attendance Lead will hold Stage 1 meeting with parents (by 4 March 2024)`. */
export function dutyWords(duty: DutyFinding | Task, called: Called): string {
  const { words, due } = duty;
  const time = due?.time && !words.includes(due.time) ? ` ${due.time}` : '';
  const when =
    due === null ? '' : due.date === null ? dueWords(words, due.words) : ` (by ${dayWords(due.date)}${time})`;
  return capital(`${words}${forWhom(behind(duty), called)}${when}`);
}

/** Without a day, when it is due stands in the sentence already, or behind it. */
function dueWords(words: string, due: string): string {
  return words.includes(due) ? '' : ` (${due})`;
}

function reviewWords({ title, latest }: ReviewFinding): string {
  return `Hold ${title}${latest === null ? '' : ` (by ${dayWords(latest)})`}`;
}
