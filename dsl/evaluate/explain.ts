import type { CountedSession, Finding, LadderFinding, Quantity, Reason } from './finding.ts';
import { formatDay, isoDay } from '../../register/day.ts';

/** Why, in plain English. It names nobody: the front doors know the pupil's name. */
export interface Explanation {
  /** The answer and its ground, in one sentence. */
  readonly sentence: string;
  readonly paragraphs: readonly string[];
}

/** The one place where findings are put into words. */
export function explain(finding: Finding): Explanation {
  const paragraphs = finding.ladders.flatMap((ladder) => ladderParagraphs(finding, ladder));
  for (const each of finding.contradictions) {
    const parts = each.parts.map((part) => `${part.title}: ${part.holds}`).join('; ');
    paragraphs.push(`The document parts with itself here (${each.words}). ${parts}.`);
  }
  if (!finding.policy.covers) paragraphs.push(outsideDates(finding));
  const first = finding.ladders[0];
  return { sentence: first ? explainLadder(first) : 'The policy has no ladder.', paragraphs };
}

/** `Serious concerns since 30 January 2024: 8.5 days absent this school year.` */
export function explainLadder(ladder: LadderFinding): string {
  if (!ladder.stage) return `Not on ${ladder.title}.`;
  const since = ladder.since ? ` since ${dayWords(ladder.since)}` : '';
  const count = ladder.count ? `: ${explainQuantity(ladder.count)}` : '';
  return `${ladder.stage.title}${since}${count}.`;
}

function ladderParagraphs(finding: Finding, ladder: LadderFinding): readonly string[] {
  const reason = ladder.reason === null ? undefined : finding.reasons[ladder.reason];
  const next = explainNext(ladder);
  const possibly =
    ladder.possibly.length > 0 ? `It may be ${ladder.possibly.map((stage) => stage.title).join(' or ')}.` : undefined;
  return [explainLadder(ladder), reason && explainReason(reason), next, possibly].filter((each) => each !== undefined);
}

/** How far to the next stage: `1.5 more days absent bring High risk of Persistent Absence.` */
export function explainNext(ladder: LadderFinding): string | undefined {
  if (!ladder.next) return undefined;
  const { needs, stage } = ladder.next;
  const one = needs.value === '1';
  return `${needs.shown} more ${plural(needs)} ${one ? 'brings' : 'bring'} ${stage.title}.`;
}

export function explainQuantity(quantity: Quantity): string {
  return quantity.unit === '%' ? `${quantity.shown}%` : `${quantity.shown} ${plural(quantity)}`;
}

function plural(quantity: Quantity): string {
  const one = quantity.value === '1';
  return one
    ? quantity.unit
        .replace(/\bdays\b/, 'day')
        .replace(/\bsessions\b/, 'session')
        .replace(/\bweeks\b/, 'week')
    : quantity.unit;
}

export function explainReason(reason: Reason): string {
  switch (reason.kind) {
    case 'counted': {
      const window = reason.window ? ` ${reason.window.words}` : '';
      const open = reason.open > 0 ? `, including ${reason.open} coded N and still open` : '';
      const expected = reason.expected ? `, ${reason.expected.shown} of them expected and still to come` : '';
      const sessions = reason.sessions.length > 0 ? `: ${groupSessions(reason.sessions).join('; ')}` : '';
      return `${explainQuantity(reason.count)}${window}${expected}${open}${sessions}.`;
    }
    case 'logged':
      return `Because on ${dayWords(reason.day)}: ${reason.what}.`;
    case 'judged':
      return `Judged on ${dayWords(reason.day)}: ${reason.holds ? '' : 'not '}${reason.what}.`;
    case 'kept':
      return `Kept from ${dayWords(reason.since)} to ${dayWords(reason.until)}, the end of the school year, whatever the count does.`;
  }
}

/** Sessions by day, runs of whole days joined: `9–11 October 2023 I`, `5 December 2023 PM M`. */
export function groupSessions(sessions: readonly CountedSession[]): readonly string[] {
  const days = new Map<string, CountedSession[]>();
  for (const session of sessions) days.set(session.date, [...(days.get(session.date) ?? []), session]);
  const groups: { from: string; to: string; codes: string }[] = [];
  for (const [date, on] of days) {
    const codes = codesOf(on);
    const last = groups.at(-1);
    if (last && last.codes === codes && isoDay(date) - isoDay(last.to) === 1) last.to = date;
    else groups.push({ from: date, to: date, codes });
  }
  return groups.map((group) => `${spanWords(group.from, group.to)} ${group.codes}`);
}

function codesOf(on: readonly CountedSession[]): string {
  const [first, second] = on;
  if (!second) return `${first!.session} ${first!.code}`;
  return first!.code === second.code ? first!.code : `AM ${first!.code}, PM ${second.code}`;
}

function spanWords(from: string, to: string): string {
  if (from === to) return dayWords(from);
  const [first, last] = [dayWords(from), dayWords(to)];
  const [date, month] = first.split(' ');
  return last.endsWith(first.slice(date!.length)) ? `${date}–${last}` : `${date} ${month} – ${last}`;
}

function outsideDates(finding: Finding): string {
  const { from, to } = finding.policy.inForce;
  const span = [from && `from ${dayWords(from)}`, to && `to ${dayWords(to)}`].filter(Boolean).join(' ');
  return `The day asked about is outside the policy’s dates (in force ${span}); this is what the policy would say.`;
}

function dayWords(iso: string): string {
  return formatDay(isoDay(iso));
}
