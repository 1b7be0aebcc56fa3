import type { ClockTime } from '../../../register/clock-time.ts';
import type { HalfDayRules, Place, Policy } from '../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../subject.ts';
import { rowsAt } from '../../resolve/arrival-times.ts';
import { clauseHolds } from '../clause.ts';
import { compare } from '../relations.ts';
import { speaker, valueWords } from '../value-words.ts';

/**
 * How long the register stays open, for each session: minutes from the session's beginning to the last at which an arrival
 * is late, before it is an unauthorised absence. A named time at which registers close is the policy's word on it as well.
 */
export const registerOpen: Subject = {
  fields: ['register.open_minutes'],
  unsaid: () => 'when its registers close',
  notFor: (policy) =>
    policy.level === 'policy'
      ? undefined
      : `A ${policy.level} takes no register: each school says when its own closes.`,
  claims(question) {
    const said = halves.flatMap((half) => claimsOf(question, half));
    return said.some((claim) => claim.place !== undefined) ? said : [];
  },
};

const halves = ['AM', 'PM'] as const;
const registerNames = { AM: 'the morning register', PM: 'the afternoon register' } as const;

/** A closing of the register in minutes after the session begins: surely open until `least`, surely closed after `most`. */
interface Closing {
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
  const closings = [closingByRows(rules, from), ...closingsByName(policy, rules, from, question)];
  const stated = closings.filter((closing) => closing !== undefined);
  if (stated.length > 0) return stated.map((closing) => claimOf(question, part, closing));
  return [silent(`The policy does not say from when an arrival is an unauthorised absence, so when ${part} closes.`)];
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

function closingByRows(rules: HalfDayRules, from: ClockTime): Closing | undefined {
  let lastOpen: number | undefined;
  let firstClosed: number | undefined;
  let place = rules.place;
  for (const minute of turningMinutes(rules, from)) {
    for (const row of rowsAt(rules, minute).surely) {
      const way = wayOf(row.enters);
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
  return { least: lastOpen - from, most: Infinity, place: lastRow(rules).place };
}

const lastMinute = 24 * 60 - 1;

/** The minutes at which a row can begin or end, from the beginning of the session to the end of the day. */
function turningMinutes(rules: HalfDayRules, from: ClockTime): readonly ClockTime[] {
  const bounds = rules.rows.flatMap((row) => row.bounds.flatMap(({ time }) => (time === undefined ? [] : [time])));
  const minutes = new Set([from, lastMinute, ...bounds.flatMap((time) => [time - 1, time, time + 1])]);
  return [...minutes].filter((minute) => minute >= from && minute <= lastMinute).sort((a, b) => a - b) as ClockTime[];
}

function lastRow(rules: HalfDayRules): HalfDayRules['rows'][number] {
  return rules.rows.findLast((row) => wayOf(row.enters) === 'open')!;
}

/** Present and late stand in an open register; an unauthorised absence for a late arrival means that it has closed. */
function wayOf(enters: HalfDayRules['rows'][number]['enters']): 'open' | 'closed' | undefined {
  const word = enters.kind === 'code' ? enters.code : enters.kind === 'class' ? enters.class : '';
  if (['present', 'late', 'L', '/', '\\'].includes(word)) return 'open';
  return word === 'unauthorised' || word === 'U' ? 'closed' : undefined;
}

/** `time closes "Registers close" 09:30`: a time before noon is the morning's. */
function closingsByName(
  { times }: Policy,
  { half }: HalfDayRules,
  from: ClockTime,
  { regime }: Question,
): readonly Closing[] {
  return times.flatMap(({ name, title, time, place }) => {
    if (time === undefined || time < from || time < noon !== (half === 'AM') || !clauseHolds(place, regime.day))
      return [];
    if (!/\bregist(?:er|ers|ration)\b.*\b(?:close|closes|closed|end|ends)\b/i.test(`${name} ${title}`)) return [];
    return [{ least: time - from, most: time - from, place }];
  });
}

const noon = 12 * 60;

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
