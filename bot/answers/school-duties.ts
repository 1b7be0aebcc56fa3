import type { DutyFinding, PolicyReviewFinding, SchoolFinding } from '../../dsl/index.ts';
import { addDays, formatIsoDay, parseIsoDay } from '../../register/day.ts';
import { schoolDaysBefore } from '../../register/school-calendar.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { SchoolDutyShown } from './answer.ts';
import type { SchoolExamined } from './examine-school.ts';
import { lackingWords } from './needs-words.ts';
import { capital, dayWords } from './words.ts';

/**
 * What a school itself owes, the most pressing first: what has a day, what waits for an answer, what was done; then what is
 * done every school day and what stands without a day. One meeting that several are to join is one duty.
 */
export function schoolDutiesOf({ finding, calendar }: SchoolExamined): readonly SchoolDutyShown[] {
  const duties = together(finding.duties).map((duty) => shownOf(duty, calendar));
  const reviews = policyReviewsOf(finding);
  const options = finding.options.map(({ id, words }) => ({
    id,
    words: capital(plainWords(words)),
    state: 'open' as const,
    due: null,
    done: null,
    when: '',
  }));
  return [...duties, ...reviews, ...options].toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.due ?? '').localeCompare(b.due ?? ''),
  );
}

/** When the policies of a school are themselves to be reviewed. */
export function policyReviewsOf({ policyReviews }: SchoolFinding): readonly SchoolDutyShown[] {
  return policyReviews.map(reviewShown);
}

/**
 * Those that press now: by a day of the term that runs, or that nobody can tell of yet. What the whole school year has time
 * for presses in its last term.
 */
export function pressingDuties(
  duties: readonly SchoolDutyShown[],
  { finding: { asAt }, calendar }: SchoolExamined,
): readonly SchoolDutyShown[] {
  const day = parseIsoDay(asAt)!;
  const term = calendar.years.flatMap(({ terms }) => terms).findLast(({ from }) => from <= day);
  const until = term && term.to >= day ? formatIsoDay(term.to) : undefined;
  return duties.filter(
    ({ state, due }) =>
      state === 'overdue' || state === 'waiting' || (state === 'due' && (until === undefined || due! <= until)),
  );
}

/** `Join EiP Attendance Best Practice Forum each term (by 27 March 2026)`. */
export function schoolDutyLine({ words, when }: SchoolDutyShown): string {
  return when === '' ? words : `${words} (${when})`;
}

const order = ['overdue', 'due', 'waiting', 'later', 'done', 'every day', 'standing', 'others', 'open'] as const;

/** The same act by the same day, asked of several in sentences of their own, stands once. */
function together(duties: SchoolFinding['duties']): readonly DutyFinding[] {
  const seen = new Set<string>();
  return duties.filter(({ id, act, due, state, of }) => {
    const key =
      act.objects.length === 0 ? id : JSON.stringify([of, act.verb, act.objects.map((each) => each.id), due, state]);
    return !seen.has(key) && seen.add(key);
  });
}

function shownOf(duty: DutyFinding, calendar: SchoolCalendar): SchoolDutyShown {
  const { id, words, due, done, needs } = duty;
  const date = due?.date ?? null;
  const day = date === null ? null : lastSchoolDay(calendar, date);
  const state = stateOf(duty);
  return { id, words: capital(plainWords(words)), state, due: day, done, when: whenOf() };

  function whenOf(): string {
    if (state === 'waiting') return `needed: ${lackingWords(needs)}`;
    if (state === 'done') return `done on ${dayWords(done!)}`;
    return day === null || state === 'every day' ? '' : `by ${dayWords(day)}`;
  }
}

function stateOf({ state, due, arose, done, party }: DutyFinding): SchoolDutyShown['state'] {
  if (state === 'done' && done !== null) return 'done';
  if (party !== 'school') return 'others';
  if (state === 'open question') return 'waiting';
  const date = due?.date ?? null;
  if (date === null) return 'standing';
  // What arises each day anew is owed each day.
  if (date === arose) return 'every day';
  return state === 'overdue' ? 'overdue' : 'due';
}

function reviewShown({ id, title, from, to, monthOnly, state, done }: PolicyReviewFinding): SchoolDutyShown {
  const month = dayWords(from).replace(/^\d+ /, '');
  const when = done === null ? (monthOnly ? month : `by ${dayWords(to)}`) : `done on ${dayWords(done)}`;
  return { id, words: capital(title), state: state === 'not yet due' ? 'later' : state, due: to, done, when };
}

/** `School will join the forum` is `Join the forum`: of whom it is asked, the heading says. */
function plainWords(words: string): string {
  return words.replace(/^school (?:will|must|may) /i, '');
}

/** A week that ends on a Sunday ends for the school on its last school day. */
function lastSchoolDay(calendar: SchoolCalendar, date: string): string {
  const day = parseIsoDay(date)!;
  const last = calendar.schoolDays[schoolDaysBefore(calendar, addDays(day, 1)) - 1];
  return last === undefined || day - last > 6 ? date : formatIsoDay(last);
}
