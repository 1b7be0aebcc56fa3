import type { SchoolFinding } from '../../../../dsl/index.ts';
import type { Act } from '../../../../register/case-log.ts';
import type { Day } from '../../../../register/day.ts';
import type { Asked } from '../../asked.ts';
import { text } from '../../../../cli/case-fields.ts';
import { evaluateSchool } from '../../../../dsl/index.ts';
import { parseClockTime } from '../../../../register/clock-time.ts';
import type { ClockTime } from '../../../../register/clock-time.ts';
import { asked, met, one } from '../../asked.ts';
import { dayAsked } from '../over-span.ts';

type Answer = Readonly<Record<string, unknown>>;

function act(name: string, done: string, day: Day, time?: ClockTime): Act {
  const told = { recordedAt: '', by: 'vector', note: '', about: undefined };
  return { ...told, id: `asked-${name}-${done}`, kind: 'act', name, done, day, time };
}

/** The case with what the question itself tells. */
function withActs(of: Asked, ...acts: readonly Act[]): Asked {
  return asked({ ...of, about: { ...of.about, log: { entries: [...of.about.log.entries, ...acts] } } });
}

/** What the school is asked, by what its own log holds. */
function ofSchool({ compiled, about, asAt }: Asked, acts: readonly Act[]): SchoolFinding {
  const { school, schoolFacts, register } = about;
  const log = { entries: acts };
  return evaluateSchool(compiled, { school, schoolFacts, calendar: register.calendar, log, sharedLog: log }, asAt);
}

/** The items of an amendment in the vectors' words, by a word in the policy's. */
const items: readonly (readonly [words: RegExp, item: string])[] = [
  [/original/, 'original'],
  [/amended entry/, 'amended'],
  [/reason/, 'reason'],
  [/date/, 'date'],
  [/name and position/, 'name and position'],
];

export function amendmentComplete(of: Asked): Answer {
  const { complete, missing } = one(of.finding().evidence, 'elements.register-amendment');
  return {
    complete: complete === 'undetermined' ? undefined : complete === 'yes',
    missing: missing.map((item) => items.find(([words]) => words.test(item))?.[1] ?? item),
  };
}

/** Each number on file is one recorded. */
export function emergencyContacts(of: Asked): Answer {
  const held = of.vector.pupil['emergencyContactNumbers'];
  if (typeof held !== 'number') return {};
  const recorded = Array.from({ length: held }, () => act('contact-number', 'recorded', of.asAt));
  return { met: met(withActs(of, ...recorded), 'elements.enough-contacts') };
}

const submit: Readonly<Record<string, string>> = {
  AM: 'submit-the-morning-register-to-the',
  PM: 'submit-the-afternoon-register-to-the',
};

export function registerSubmitted(of: Asked): Answer {
  const rule = submit[text(of.vector.ask['session'])];
  const time = parseClockTime(text(of.vector.ask['time']));
  if (rule === undefined || time === undefined) return {};
  const duty = one(ofSchool(of, [act(rule, 'done', of.asAt, time)]).duties, rule);
  return { onTime: duty.inTime ?? undefined };
}

const reports: readonly string[] = [
  'elements.hold-autumn-evenings',
  'elements.hold-spring-evenings',
  'elements.make-annual-report',
];

/** The report whose sentence is about the term, by its title. */
export function reportChannel(of: Asked): Answer {
  const { duties } = ofSchool(of, []);
  const term = text(of.vector.ask['term']);
  const found = reports
    .map((id) => one(duties, id))
    .find(({ about }) => about.some(({ title }) => title.includes(term)));
  return { channel: found?.act.objects[0]?.title.replaceAll('’', "'").replace(/^the /, '') };
}

export function retention(of: Asked): Answer {
  const made = dayAsked(of, 'entryDate');
  if (made === undefined) return {};
  const { holds } = one(withActs(of, act('register-entry', 'made', made)).finding().periods, 'elements.entry-kept');
  return { mustKeep: holds === 'undetermined' ? undefined : holds === 'yes' };
}

export function policyReviewOverdue(of: Asked): Answer {
  const last = dayAsked(of, 'last');
  if (last === undefined) return {};
  const { state } = one(ofSchool(of, [act('policy', 'reviewed', last)]).duties, 'elements.review-this-policy');
  return { overdue: state === 'overdue' };
}
