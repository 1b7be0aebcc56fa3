import type { DutyFinding, SentenceParts, ThingName } from './finding.ts';
import { distinct } from '../compile/needs.ts';

/** What people see of duties that one act settles: the leading duty’s words and deadline, and every duty behind them. */
export interface Task extends DutyFinding {
  readonly duties: readonly [DutyFinding, ...DutyFinding[]];
}

/**
 * Duties as people do them: those that ask the same act of the same people for the same day, or of which one refines the
 * other, are one task with all their reasons. It has the earlier deadline and the stronger word; it stands where one of
 * them does, and waits for an answer only where all of them wait. What is done and what is not are one task only where one
 * refines the other: done as the stricter clause asks, it is done.
 */
export function tasksOf(duties: readonly DutyFinding[]): readonly Task[] {
  let groups: Group[] = [];
  for (const duty of duties) {
    const tied = groups.filter((group) => group.some((each) => refinesOther(each, duty)));
    const alike = groups.find((group) => group.every((each) => isSameTask(each, duty)));
    const [home, ...others] = groups.filter((group) => group === alike || tied.includes(group));
    if (!home) groups.push([duty]);
    else {
      // Clauses that refine the same one are one task with it, and so with each other.
      home.push(...others.flat(), duty);
      groups = groups.filter((group) => !others.includes(group));
    }
  }
  return groups.map(taskOf);
}

type Group = [DutyFinding, ...DutyFinding[]];

function taskOf(duties: Readonly<Group>): Task {
  const [alone] = duties;
  if (duties.length === 1) return { ...alone, duties };
  const met = duties.filter(({ state }) => state === 'done');
  const open = duties.filter((each) => each.state !== 'done' && !met.some(({ refines }) => refines === each.id));
  const left = open.length > 0 ? open : met;
  const settled = left.filter(({ state }) => !isUnsettled(state));
  const standing = settled.length > 0 ? settled : left;
  const leading = standing.reduce((first, each) => (isEarlier(each, first) ? each : first));
  const strongest = standing.reduce((first, each) => (rank(each) > rank(first) ? each : first), leading);
  const about = leading.about.length > 0 ? [] : (standing.find((each) => each.about.length > 0)?.about ?? []);
  const words = leading.words.replace(new RegExp(`(^| )${leading.strength} `), `$1${strongest.strength} `);
  return {
    ...leading,
    words: about.length === 0 ? words : `${words} about ${about.map(({ title }) => title).join(', ')}`,
    strength: strongest.strength,
    about: [...leading.about, ...about],
    state: states.find((state) => standing.some((each) => each.state === state))!,
    needs: settled.length > 0 ? leading.needs : distinct(standing.flatMap(({ needs }) => needs)),
    duties: [leading, ...duties.filter((each) => each !== leading)],
  };
}

/** The most pressing first. */
const states = ['overdue', 'decide today', 'due', 'not yet', 'open question', 'done'] as const;

function isUnsettled(state: DutyFinding['state']): boolean {
  return state === 'decide today' || state === 'open question';
}

function refinesOther(a: DutyFinding, b: DutyFinding): boolean {
  return a.refines === b.id || b.refines === a.id;
}

function isSameTask(a: DutyFinding, b: DutyFinding): boolean {
  if ((a.state === 'done') !== (b.state === 'done') || dayOf(a) !== dayOf(b)) return false;
  const lists: readonly (keyof SentenceParts & ('to' | 'by' | 'with' | 'from' | 'for'))[] = [
    'to',
    'by',
    'with',
    'from',
    'for',
  ];
  return (
    a.act.verb === b.act.verb &&
    a.act.join === b.act.join &&
    sameNames(a.act.objects, b.act.objects) &&
    sameNames(a.subject, b.subject) &&
    lists.every((list) => sameNames(a[list], b[list])) &&
    (a.about.length === 0 || b.about.length === 0 || sameNames(a.about, b.about))
  );
}

/** The day it is for; of what has no deadline the day it arose. */
function dayOf({ due, arose }: DutyFinding): string {
  return due?.date ?? arose;
}

function sameNames(a: readonly ThingName[], b: readonly ThingName[]): boolean {
  const ids = (names: readonly ThingName[]): string =>
    names
      .map(({ id }) => id)
      .sort()
      .join();
  return ids(a) === ids(b);
}

function isEarlier(a: DutyFinding, b: DutyFinding): boolean {
  return lastMinute(a) < lastMinute(b);
}

/** ISO 8601 day and minute, in the order of time: no time is the end of the day, no day is after every day. */
function lastMinute({ due }: DutyFinding): string {
  return `${due?.date ?? '9999-12-31'} ${due?.time ?? '24:00'}`;
}

/** `will` and `must` bind alike, and more than `should`. */
function rank({ strength }: DutyFinding): number {
  return strength === 'should' ? 1 : 2;
}
