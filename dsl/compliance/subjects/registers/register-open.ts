import type { ClockTime } from '../../../../register/clock-time.ts';
import type { HalfDayRules, Place, Policy } from '../../../resolve/policy.ts';
import type { Regime } from '../../../rulebook/regime.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { halfOf, minutesADay } from '../../../../register/clock-time.ts';
import { rowsAt } from '../../../resolve/arrival-times.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { speaker, valueWords } from '../../value-words.ts';
import { orInWords } from '../in-words/in-words.ts';
import { isLate, isOnTime, isUnauthorised } from './arrival-meaning.ts';

/**
 * How long the register stays open, for each session: minutes from the session's beginning to the last at which an arrival
 * is late, before it is an unauthorised absence. A named time at which registers close is the policy's word on it as well.
 */
export const registerOpen: Subject = {
  fields: ['register.open_minutes'],
  unsaid: () => 'when its registers close',
  notFor: onlyForSchools,
  claims(question) {
    const said = halves.flatMap((half) => claimsOf(question, half));
    const school = question.policy.level === 'policy';
    const stated = said.some(({ place, verdict }) => place !== undefined && (school || verdict !== 'silent'));
    return orInWords(question, stated ? said : []);
  },
};

export function onlyForSchools({ level }: Policy): string | undefined {
  return level === 'policy' ? undefined : `A ${level} takes no register: each school says when its own closes.`;
}

const halves = ['AM', 'PM'] as const;
const registerNames = { AM: 'the morning register', PM: 'the afternoon register' } as const;

/** How long the register of a session stays open, as the rows of arrivals say it, or else a named time. */
export function sessionOpen(
  question: Question,
  half: 'AM' | 'PM',
): { readonly place: Place; readonly closing: Closing | undefined } | undefined {
  const found = nearest(question, half);
  if (!found) return undefined;
  const { rules, policy } = found;
  const { from, place, stated } = rules;
  if (!stated || from === undefined) return { place, closing: undefined };
  const [named] = closesByName(policy, rules, from, question);
  const byName = named && { least: named.time - from, most: named.time - from, place: named.place };
  return { place, closing: closingByRows(question, rules, from) ?? byName };
}

/** A closing of the register in minutes after the session begins: surely open until `least`, surely closed after `most`. */
export interface Closing {
  readonly least: number;
  readonly most: number;
  readonly place: Place;
}

function claimsOf(question: Question, half: 'AM' | 'PM'): readonly Claim[] {
  const part = registerNames[half];
  const found = nearest(question, half);
  const silent = (why: string): Claim => ({ part, verdict: 'silent', why, place: found?.rules.place });
  if (!found?.rules.stated) return [silent(`The policy does not say when ${part} closes.`)];
  const { rules, policy } = found;
  const { from } = rules;
  if (from === undefined)
    return [silent(`The policy does not say when the session begins, so how long ${part} stays open is unknown.`)];
  const byRows = closingByRows(question, rules, from);
  const named = closesByName(policy, rules, from, question);
  if (byRows)
    return [
      claimOf(question, part, byRows),
      ...named.map((other) => claimOfOther(question, part, from, byRows, other)),
    ];
  if (named.length > 0)
    return named.map(({ time, place }) => claimOf(question, part, { least: time - from, most: time - from, place }));
  return [silent(`The policy does not say from when an arrival is an unauthorised absence, so when ${part} closes.`)];
}

/** Where lateness ends decides; another time at which the register is said to close or to be complete contradicts it. */
function claimOfOther(
  question: Question,
  part: string,
  from: ClockTime,
  byRows: Closing,
  { time, title, place }: ReturnType<typeof closesByName>[number],
): Claim {
  const minutes = time - from;
  const [first, last] = [byRows.least, byRows.most].toSorted((a, b) => a - b) as [number, number];
  if (minutes >= first && minutes <= last) return claimOf(question, part, { least: minutes, most: minutes, place });
  const until = byRows.most === Infinity ? byRows.least : byRows.most;
  const why = `An arrival is late, and not yet an unauthorised absence, until ${until} minutes after the session begins. But elsewhere: “${title}” stands at ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} after it.`;
  return { part: `another time for ${part}`, verdict: 'contradicts itself', why, place };
}

/** The nearest layer that has the session; a school's own times stand in place of those above it. */
function nearest(
  { layers, regime }: Question,
  half: 'AM' | 'PM',
): { readonly rules: HalfDayRules; readonly policy: Policy } | undefined {
  for (const policy of layers) {
    const rules = policy.halfDays.find((each) => each.half === half && clauseHolds(each.place, regime.day));
    if (rules)
      return { policy, rules: { ...rules, rows: rules.rows.filter((row) => clauseHolds(row.place, regime.day)) } };
  }
  return undefined;
}

function closingByRows({ regime }: Question, rules: HalfDayRules, from: ClockTime): Closing | undefined {
  let lastOpen: number | undefined;
  let firstClosed: number | undefined;
  let place = rules.place;
  for (const minute of turningMinutes(rules, from)) {
    for (const row of rowsAt(rules, minute).surely) {
      const way = wayOf(regime, row);
      if (way === 'open') lastOpen = minute;
      if (way === 'closed' && firstClosed === undefined) [firstClosed, place] = [minute, row.place];
    }
  }
  if (firstClosed !== undefined) {
    const most = Math.max(0, firstClosed - 1 - from);
    return { least: lastOpen === undefined ? most : lastOpen - from, most, place };
  }
  // Rows that end while late, with nothing after them: open at least so long, and no word on when it closes.
  if (lastOpen === undefined || lastOpen === lastMinute) return undefined;
  return { least: lastOpen - from, most: Infinity, place: lastRow(regime, rules).place };
}

const lastMinute = minutesADay - 1;

/** The minutes at which a row can begin or end, from the beginning of the session to the end of the day. */
function turningMinutes(rules: HalfDayRules, from: ClockTime): readonly ClockTime[] {
  const bounds = rules.rows.flatMap((row) => row.bounds.flatMap(({ time }) => (time === undefined ? [] : [time])));
  const minutes = new Set([from, lastMinute, ...bounds.flatMap((time) => [time - 1, time, time + 1])]);
  return [...minutes].filter((minute) => minute >= from && minute <= lastMinute).sort((a, b) => a - b) as ClockTime[];
}

function lastRow(regime: Regime, rules: HalfDayRules): HalfDayRules['rows'][number] {
  return rules.rows.findLast((row) => wayOf(regime, row) === 'open')!;
}

/** Present and late stand in an open register; an unauthorised absence for a late arrival means that it has closed. */
function wayOf(regime: Regime, { enters }: HalfDayRules['rows'][number]): 'open' | 'closed' | undefined {
  if (isOnTime(regime, enters) || isLate(regime, enters)) return 'open';
  return isUnauthorised(regime, enters) ? 'closed' : undefined;
}

/** `time closes "Registers close" 09:30`, in the order of the text: a time before noon is the morning's. */
export function closesByName(
  { times }: Policy,
  { half }: HalfDayRules,
  from: ClockTime,
  { regime }: Question,
): readonly { readonly time: ClockTime; readonly place: Place; readonly title: string }[] {
  return times.flatMap(({ name, title, time, place }) => {
    if (time === undefined || time < from || halfOf(time) !== half || !clauseHolds(place, regime.day)) return [];
    return closing.test(`${name} ${title}`) ? [{ time, place, title }] : [];
  });
}

const closing = /\bregist(?:er|ers|ration)\b.*\b(?:close|closes|closed|end|ends|complete|completed)\b/i;

function claimOf({ provision }: Question, part: string, { least, most, place }: Closing): Claim {
  const verdicts = [least, most].map((minutes) =>
    compare(provision.relation, provision.value, { kind: 'quantity', number: minutes, unit: 'minutes' }),
  );
  const limit = `${speaker(provision.level)} allows ${valueWords(provision.value)}`;
  const subject = part.charAt(0).toUpperCase() + part.slice(1);
  const open = `${subject} can be marked L until ${least} ${least === 1 ? 'minute' : 'minutes'} after the session begins`;
  if (least > most) {
    const verdict = verdicts[0] === verdicts[1] ? plain(verdicts[0]!) : 'contradicts itself';
    return { part, verdict, why: `${open}, yet U is given after ${most}; ${limit}.`, place };
  }
  if (verdicts[0] === verdicts[1] || verdicts[0] === 'breaches')
    return { part, verdict: plain(verdicts[0]!), why: `${open}; ${limit}${unknownLimit(verdicts[0]!)}.`, place };
  const gap = most === Infinity ? 'what comes after is not stated' : `what holds from then to ${most} is not stated`;
  return { part, verdict: 'silent', why: `${open}, and ${gap}; ${limit}.`, place };
}

function plain(comparison: ReturnType<typeof compare>): Claim['verdict'] {
  return comparison === 'cannot be compared' ? 'silent' : comparison;
}

/** Over the minutes, with a limit in words beside them: whether that one is kept cannot be read off the policy. */
function unknownLimit(comparison: ReturnType<typeof compare>): string {
  return comparison === 'cannot be compared' ? ', whose length the policy does not state' : '';
}
