import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Finding, Reason } from '../../../dsl/evaluate/finding.ts';
import { evaluate } from '../../../dsl/evaluate/evaluate.ts';
import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import { codeOn, isAbsent, isPossible } from '../../../register/attendance-code.ts';
import { formatIsoDay, isoDay } from '../../../register/day.ts';
import { formatFraction, fraction } from '../../../register/fraction.ts';
import { codeOfByte, isOnRoll, NOT_TAKEN } from '../../../register/pupil-register.ts';
import { compareSessions } from '../../../register/session.ts';
import { codes } from '../../support/code-table.ts';
import { asAtOf, caseOf, cases } from '../generate/pupil-case.ts';
import { subjectOf, subjects } from '../generate/subjects.ts';
import type { Property } from './property.ts';

export const addingUp: Property = {
  name: 'adding-up',
  holds: 'counted marks add up to the count',
  prove: (tries) => {
    fc.assert(
      fc.property(subjects, cases, (subject, choice) => {
        const { compiled, recordable } = subjectOf(subject);
        const about = caseOf(choice, recordable);
        const found = evaluate(compiled, about, asAtOf(choice));
        for (const reason of found.reasons) if (reason.kind === 'counted') addsUp(reason, about);
        tallyAddsUp(found);
      }),
      tries,
    );
  },
};

type Counted = Reason & { readonly kind: 'counted' };

/** Each session listed once, in order, inside the window, with the code it has; and as many as the count says. */
function addsUp(reason: Counted, about: PupilCase): void {
  const listed = reason.sessions.map(({ date, session }) => `${date} ${session}`);
  assert.deepEqual(listed, [...new Set(listed)].toSorted());
  const marked = markedSessions(about, reason.window!);
  for (const { date, session, code } of reason.sessions) assert.equal(marked.get(`${date} ${session}`), code);
  const { value, unit } = reason.count;
  assert.equal(value, expectedCount(reason, marked, about), `${reason.what}: ${value} ${unit}`);
  assert.equal(reason.open, reason.sessions.filter(({ code }) => code === 'N').length);
}

function expectedCount(reason: Counted, marked: ReadonlyMap<string, string>, about: PupilCase): string {
  const { unit, value } = reason.count;
  const count = reason.sessions.length;
  if (/^days (absent|attended)|^(\w+ )?school days( coded .*)?$/.test(unit)) return plus(count, 2, reason.expected);
  if (unit.startsWith('school days with any')) return String(new Set(reason.sessions.map(({ date }) => date)).size);
  // Which weeks count turns on whole days: as many weeks as have a session listed, at most.
  if (unit === 'school weeks') return value;
  if (unit !== '%') return plus(count, 1, reason.expected);
  const meanings = [...marked].map(([session, code]) => meaningOf(session, code));
  const possible = meanings.filter(isPossible).length;
  const absent = meanings.filter(isAbsent).length;
  assert.equal(count, absent);
  const missed = reason.what.startsWith('absence') ? absent : possible - absent;
  return lowestTerms(100 * missed, possible + notTaken(about, reason.window!));
}

/** What is counted by the register, and what is only expected. */
function plus(count: number, per: number, expected: Counted['expected']): string {
  const [numerator = 0, denominator = 1] = (expected?.value ?? '0').split('/').map(Number);
  return lowestTerms(count * denominator + numerator * per, per * denominator);
}

/** Sessions on roll, since the pupil's first mark and up to the last session of the register, without a mark. */
function notTaken({ register, onRoll, registerTo }: PupilCase, window: Window): number {
  const { calendar, sessions } = register;
  const first = sessions.findIndex((byte) => byte !== NOT_TAKEN) >> 1;
  let missing = 0;
  calendar.schoolDays.forEach((day, index) => {
    const date = formatIsoDay(day);
    if (index < first || date < window.from || date > window.to || !isOnRoll(onRoll, day)) return;
    for (const [half, name] of (['AM', 'PM'] as const).entries()) {
      if (sessions[index * 2 + half] === NOT_TAKEN && compareSessions({ day, half: name }, registerTo!) <= 0) missing++;
    }
  });
  return missing;
}

interface Window {
  readonly from: string;
  readonly to: string;
}

function meaningOf(session: string, code: string) {
  return codeOn(codes, code, isoDay(session.slice(0, 10)))!.meaning;
}

function markedSessions(about: PupilCase, window: Window) {
  const { calendar, sessions } = about.register;
  const marked = new Map<string, string>();
  calendar.schoolDays.forEach((day, index) => {
    const date = formatIsoDay(day);
    if (date < window.from || date > window.to) return;
    for (const [half, name] of ['AM', 'PM'].entries()) {
      const code = codeOfByte(codes, sessions[index * 2 + half]!);
      if (code) marked.set(`${date} ${name}`, code.code);
    }
  });
  return marked;
}

function lowestTerms(numerator: number, denominator: number): string {
  return formatFraction(fraction(numerator, denominator));
}

function tallyAddsUp({ tally }: Finding): void {
  assert.equal(tally.possible, tally.attended + tally.authorised + tally.unauthorised);
  assert.ok(tally.late <= tally.attended);
}
