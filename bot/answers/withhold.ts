import type { CountedSession, Finding, Reason } from '../../dsl/index.ts';
import { codeOn } from '../../register/attendance-code.ts';
import type { CodeTable } from '../../register/attendance-code.ts';
import { parseIsoDay } from '../../register/day.ts';
import type { Actor } from './actor.ts';
import { rightsOf } from './may-see.ts';

/**
 * A finding as this person may see it: for those who may not see sensitive codes, every one of them becomes what it
 * counts as (`authorised absence`), so that nothing tells an illness from a religious festival.
 */
export function withhold(finding: Finding, codes: CodeTable, actor: Actor): Finding {
  if (rightsOf[actor.role].sensitiveCodes) return finding;
  const reasons = finding.reasons.map((reason): Reason => ({
    ...reason,
    sessions: withholdIn(reason.sessions, codes, actor),
  }));
  // To whom a letter goes is for those who write it.
  const letters = finding.letters.map((letter) => ({ ...letter, recipients: undefined }));
  return { ...finding, letters, reasons };
}

/** The same of sessions told apart from a finding. */
export function withholdIn(
  sessions: readonly CountedSession[],
  codes: CodeTable,
  actor: Actor,
): readonly CountedSession[] {
  return rightsOf[actor.role].sensitiveCodes ? sessions : sessions.map((session) => withheld(session, codes));
}

function withheld(session: CountedSession, codes: CodeTable): CountedSession {
  const day = parseIsoDay(session.date);
  const code = day === undefined ? undefined : codeOn(codes, session.code, day);
  // A code nobody knows says nothing of its own; it is withheld all the same.
  if (code && !code.sensitive) return session;
  return { ...session, code: code?.meaning ?? 'withheld' };
}
