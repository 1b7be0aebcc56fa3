import type { Act } from '../../../../register/case-log.ts';
import type { DutyFinding, ThingName } from '../../../../dsl/index.ts';
import type { Asked } from '../../asked.ts';
import { evaluate } from '../../../../dsl/index.ts';
import { isDue, isOpen, one, ruleNamed } from '../../asked.ts';

type Answer = Readonly<Record<string, unknown>>;

/** Roles of the policies by the vectors’ words for them. */
const roles: Readonly<Record<string, string>> = {
  'waterton.ewo': 'Trust EWO',
  'waterton.pastoral-team': 'school pastoral team member',
  'waterton.dsl': 'DSL',
  'waterton.attendance-officer': 'Attendance Officer',
};

function roleWords(names: readonly ThingName[]): readonly string[] {
  return names.map(({ id, title }) => roles[id] ?? title);
}

const toBeDone: readonly DutyFinding['state'][] = ['due', 'overdue', 'decide today', 'not yet'];

function duties(asked: Asked, ...ids: readonly string[]): readonly DutyFinding[] {
  for (const id of ids) ruleNamed(asked, id);
  return asked.finding().duties.filter((each) => ids.includes(each.id) && toBeDone.includes(each.state));
}

export function followUpToday(asked: Asked): Answer {
  const [call] = duties(asked, 'call-parents-2', 'waterton.call-parents');
  const visits = duties(asked, 'waterton.visit-home', 'waterton.visit-home-2');
  const by = visits.flatMap((each) => roleWords(each.by));
  return {
    phoneParent: call !== undefined,
    window: call?.window ? [call.window.from, call.window.to] : undefined,
    homeVisitDue: visits.length > 0,
    by: by.length > 0 ? by : undefined,
    absenceDay: asked.finding().absence?.day,
    informSocialWorker: isDue(asked, 'waterton.tell-social-worker'),
    socialCareDirectReferralMay: isOpen(asked, 'waterton.refer-pupil') || isOpen(asked, 'refer-pupil-2'),
    safeAndWellCheckMay:
      isOpen(asked, 'waterton.ask-community-police') || isOpen(asked, 'ask-waterton-community-police'),
    contactNumbersSufficient: contactNumbersSufficient(asked),
  };
}

/** Each telephone number that the pupil’s data holds is one recorded. */
function contactNumbersSufficient(asked: Asked): boolean | undefined {
  const held = asked.vector.pupil['emergencyContacts'];
  const numbers = Array.isArray(held) ? held.length : typeof held === 'number' ? held : undefined;
  if (numbers === undefined) return undefined;
  const { about, asAt, compiled } = asked;
  const recorded = Array.from({ length: numbers }, (_, index): Act => ({
    id: `number-${index}`,
    kind: 'act',
    name: 'contact-number',
    done: 'recorded',
    day: asAt,
    time: undefined,
    about: undefined,
    recordedAt: '',
    by: 'vector',
    note: '',
  }));
  const log = { entries: [...about.log.entries, ...recorded] };
  const found = one(evaluate(compiled, { ...about, log }, asAt).thresholds, 'waterton.enough-contacts');
  return found.met === 'undetermined' ? undefined : found.met === 'yes';
}

export function cmeReferral(asked: Asked): Answer {
  const id = 'waterton.refer-pupil-2';
  ruleNamed(asked, id);
  const found = asked.finding().duties.find((each) => each.id === id);
  const due = found?.state === 'open question' ? undefined : found !== undefined && found.state !== 'done';
  return { cmeReferralDue: due, to: due ? found?.to[0]?.title : undefined };
}
