import { tasksOf } from '../../dsl/index.ts';
import type { DutyFinding, Finding, LadderFinding, Task } from '../../dsl/index.ts';
import { letterLine } from './answers/finding.ts';
import type { Called } from './called-adults.ts';
import { forWhom } from './of-whom.ts';
import { capital } from './words.ts';

/** Lines told; the rest are in “what next”. */
const most = 6;

const nowWords = { school: 'Now to do', family: 'Now asked of the family', outside: 'Now for others to do' } as const;

/** What an entry of the case log changed: stages, duties done and duties that arose, then the letters that are due or wait. */
export function whatFollows(before: Finding, after: Finding, called: Called): readonly string[] {
  const tasks = tasksOf(after.duties);
  const lines = [
    ...after.ladders.flatMap((ladder) => movedLine(before, ladder)),
    ...tasks
      .filter(
        ({ state, duties }) => state === 'done' && duties.some((duty) => isDoneNow(duty) && !isDone(before, duty)),
      )
      .map(({ words, duties }) => `Done: ${words}${forWhom(duties, called)}`),
    ...tasks
      .filter((task) => isOpen(task) && !before.duties.some((each) => isOpen(each) && isOf(task, each)))
      .map(({ words, party, duties }) => `${nowWords[party]}: ${words}${forWhom(duties, called)}`),
    ...after.letters.filter(({ state }) => state === 'due' || state === 'waiting').map(letterLine),
  ];
  const unique = [...new Set(lines.map(capital))];
  const more = unique.length - most;
  return more > 0 ? [...unique.slice(0, most), `And ${more} more: “what next”.`] : unique;
}

function movedLine(before: Finding, ladder: LadderFinding): readonly string[] {
  const was = before.ladders.find(({ id }) => id === ladder.id)?.stage ?? null;
  if (was?.id === ladder.stage?.id) return [];
  return [`${ladder.title}: ${was?.title ?? 'no stage'} → ${ladder.stage?.title ?? 'no stage'}`];
}

function isOf({ duties }: Task, { id, adult }: DutyFinding): boolean {
  return duties.some((duty) => duty.id === id && (adult === undefined || duty.adult === adult));
}

function isDoneNow({ state }: DutyFinding): boolean {
  return state === 'done';
}

function isDone(finding: Finding, { id, arose, adult }: DutyFinding): boolean {
  return finding.duties.some(
    (duty) => duty.id === id && duty.arose === arose && isSameParent(duty, adult) && duty.state === 'done',
  );
}

/** What was so of all parents before was so of each. */
function isSameParent(duty: DutyFinding, adult: string | undefined): boolean {
  return duty.adult === undefined || duty.adult === adult;
}

function isOpen({ state }: DutyFinding): boolean {
  return state === 'due' || state === 'overdue' || state === 'decide today';
}
