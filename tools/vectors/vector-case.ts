import type { CaseEntry } from '../../register/case-log.ts';
import type { CompiledPolicy, Policy } from '../../dsl/index.ts';
import type { Asked } from './asked.ts';
import type { EventDay, SchoolWords, Told } from './school-words.ts';
import type { Vector } from './vector.ts';
import { calendarIn, plainYear } from '../../cli/case-calendar.ts';
import { optionalDay, text } from '../../cli/case-fields.ts';
import type { Fields } from '../../cli/case-fields.ts';
import { marksIn } from '../../cli/read-case.ts';
import { codeTableOf, england } from '../../dsl/index.ts';
import { parseClockTime } from '../../register/clock-time.ts';
import { addMonths, parseIsoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import { pupilRegister } from '../../register/pupil-register.ts';
import { asked } from './asked.ts';
import { overAttendance } from './attended-base.ts';

const codes = codeTableOf(england);

/** Lays a vector out as a pupil's case. Throws with the place of what does not read, and on an event type the school has no words for. */
export function vectorCase(given: Vector, words: SchoolWords, compiled: CompiledPolicy): Asked {
  const vector = words.base === 'attended' ? overAttendance(given) : given;
  const problems: string[] = [];
  const asAt = parseIsoDay(vector.asOf.slice(0, 10));
  if (asAt === undefined) throw new Error(`asOf is “${vector.asOf}”`);
  const { school, pupil } = vector;
  const { policy } = compiled;
  const calendar = vector.calendar ? calendarIn(vector.calendar, school, problems) : plainYear(school, asAt);
  const onRollFrom = optionalDay(pupil['onRollFrom'], 'pupil.onRollFrom', problems);
  const dateOfBirth = optionalDay(pupil['dob'], 'pupil.dob', problems) ?? birthdayAt(pupil['age'], asAt);
  const marks = calendar ? marksIn(vector.marks, calendar, problems) : [];
  if (problems.length > 0) throw new Error(problems.join('; '));
  const onRoll = { onRollFrom, onRollTo: undefined };
  const first = calendar?.years[0]?.from ?? asAt;
  const told = [
    ...(words.unsaid ?? []).map((each) => ({
      each,
      event: {},
      index: -1,
      at: { day: first, asAt, about: undefined, policy },
    })),
    ...vector.events.flatMap((event, index) => toldBy(event, index, asAt, words, policy)),
  ];
  const facts = (kind: Told['kind']): Record<string, boolean> =>
    Object.fromEntries(
      told.flatMap(({ each }) => (each.kind === kind && 'holds' in each ? [[each.name, each.holds]] : [])),
    );
  const past = marks.filter(({ session }) => session.day <= asAt);
  return asked({
    vector,
    compiled,
    asAt,
    time: parseClockTime(vector.asOf.slice(11, 16)),
    about: {
      school,
      schoolFacts: facts('school fact'),
      pupil: vector.id,
      pupilFacts: { ...words.facts(pupil), ...facts('pupil fact') },
      dateOfBirth,
      onRoll,
      register: pupilRegister(calendar!, codes, onRoll, past),
      log: { entries: told.flatMap(entryOf) },
      registerTo: past.at(-1)?.session,
    },
  });
}

/** An age is that of somebody whose birthday is the day asked about. */
function birthdayAt(age: unknown, asAt: Day): Day | undefined {
  return typeof age === 'number' ? addMonths(asAt, -12 * age) : undefined;
}

interface ToldBy {
  readonly each: Told;
  readonly event: Fields;
  readonly index: number;
  readonly at: EventDay;
}

function toldBy(event: Fields, index: number, asAt: Day, words: SchoolWords, policy: Policy): readonly ToldBy[] {
  const type = text(event['type']);
  const say = words.events[type];
  if (!say) throw new Error(`no words for events of the type “${type}”`);
  const dayOf = (key: string): Day | undefined => parseIsoDay(text(event[key]).slice(0, 10));
  const [from, to] = [dayOf('from'), dayOf('to')];
  const day = dayOf('at') ?? dayOf('date') ?? from ?? asAt;
  const at = { day, asAt, about: from !== undefined && to !== undefined ? { from, to } : undefined, policy };
  return say(event, at).map((each) => ({ each, event, index, at }));
}

/** Day, time and what it is about come from the event unless its words say otherwise. */
function entryOf({ each, event, index, at }: ToldBy): readonly CaseEntry[] {
  if (each.kind !== 'act' && each.kind !== 'judgement') return [];
  const base = {
    id: `event-${index}-${each.name}`,
    day: at.day,
    time: parseClockTime(text(event['time'])) ?? parseClockTime(text(event['at']).slice(11, 16)),
    recordedAt: '',
    by: 'vector',
    note: '',
  };
  return [each.kind === 'act' ? { ...base, about: at.about, ...each } : { ...base, ...each }];
}
