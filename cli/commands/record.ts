import { act } from '../../bot/answers/act.ts';
import type { Answer } from '../../bot/answers/answer.ts';
import { eventsOf, schoolEventsOf } from '../../bot/answers/policy-log.ts';
import { readLength } from '../../bot/answers/read-length.ts';
import { readRun } from '../../bot/answers/read-when.ts';
import { namesSchoolEvent, recordFor } from '../../bot/answers/record-for.ts';
import type { Told } from '../../bot/answers/record-for.ts';
import { policyOf } from '../../bot/answers/services.ts';
import { eventsMeant } from '../../bot/answers/which-event.ts';
import type { School } from '../../bot/store/store.ts';
import type { PolicyEvent } from '../../dsl/index.ts';
import { parseClockTime } from '../../register/clock-time.ts';
import { answerJson } from '../answer-json.ts';
import { CommandFailure, printJson } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import type { RecordFlags } from '../flags.ts';
import { commandLine, withAnswers } from '../open-answers.ts';
import type { Answers } from '../open-answers.ts';
import { printAnswer } from '../print-answer.ts';
import { readDay } from '../read-day.ts';

/**
 * Records what was done about a pupil; --list says what can be, --undo takes an entry back by a further one. Exit 2: the
 * words name no event of the policy, or several. Exit 1: it was refused.
 */
export async function recordCommand(context: Context, words: readonly string[], flags: RecordFlags): Promise<ExitCode> {
  const told = flags.list === true || flags.undo !== undefined ? undefined : toldBy(words, flags);
  return withAnswers(context, flags, async (answers) => {
    if (flags.list === true) return list(context, answers);
    const { services, actor, school } = answers;
    const by = { actor, place: commandLine, school };
    if (told?.who === undefined && told !== undefined) mustBeOfSchool(answers, told, await schoolsAsked(answers));
    const answer = told === undefined ? await undo(answers, flags.undo ?? '') : await recordFor(services, by, told);
    if (context.format === 'json') printJson(context, answerJson(answer));
    else printAnswer(context, answer);
    return exitCodeOf(answer);
  });
}

function toldBy(words: readonly string[], flags: RecordFlags): Told {
  if (words.length === 0) throw new CommandFailure(2, sayWhat);
  const time = flags.at === undefined ? undefined : parseClockTime(flags.at);
  if (flags.at !== undefined && time === undefined) {
    throw new CommandFailure(2, `--at is “${flags.at}”, which is no time. Write it as hours and minutes: --at 09:20`);
  }
  const about = flags.about === undefined ? undefined : readRun(flags.about);
  if (flags.about !== undefined && about === undefined) {
    throw new CommandFailure(
      2,
      `--about is “${flags.about}”, which is no run of days. Write its first and last day: --about 2024-05-07..2024-05-10`,
    );
  }
  if (flags.session !== undefined && flags.session !== 'AM' && flags.session !== 'PM') {
    throw new CommandFailure(2, `--session is “${flags.session}”. Write AM or PM.`);
  }
  const length = flags.lasting === undefined ? undefined : readLength(`for ${flags.lasting}`);
  if (length !== undefined && (length.lasting === undefined || length.words !== '')) {
    throw new CommandFailure(
      2,
      `--lasting is “${flags.lasting}”, which is no length. Write it as --lasting "4 weeks" or --lasting "20 school days"`,
    );
  }
  return {
    event: words.join(' '),
    who: flags.for,
    day: readDay(flags.on, '--on'),
    time,
    about,
    items: (flags.seen ?? '')
      .split(';')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
    half: flags.session,
    to: flags.to,
    lasting: length?.lasting,
    purpose: flags.purpose,
    note: flags.note ?? '',
  };
}

const sayWhat =
  'say what was done and of whom: att record "called parents" --for "NAME". What can be recorded: att record --list';

/** Without --for it is the school itself that did it: what its policy knows of pupils alone wants a name. */
function mustBeOfSchool({ services }: Answers, { event }: Told, schools: readonly School[]): void {
  const policies = schools.flatMap((each) => policyOf(services, each) ?? []);
  if (policies.some((policy) => namesSchoolEvent(policy, event))) return;
  if (policies.some((policy) => eventsMeant(eventsOf(policy), event).length > 0)) throw new CommandFailure(2, sayWhat);
}

async function undo({ services, actor, school }: Answers, entry: string): Promise<Answer> {
  const of = await services.store.schoolOfEntry(entry);
  if (of !== undefined)
    return act(services, { kind: 'undo school entry', school: of, entry }, { actor, place: commandLine });
  const pupil = await services.store.pupilOfEntry(entry);
  if (pupil === undefined)
    throw new CommandFailure(2, `no entry has the id “${entry}”. att log --for "NAME" shows them.`);
  return act(
    services,
    { kind: 'undo entry', pupil, entry },
    { actor, place: commandLine, ...(school === undefined ? {} : { school }) },
  );
}

async function schoolsAsked({ services, actor, school }: Answers): Promise<readonly School[]> {
  return (await services.store.schools()).filter(({ id }) =>
    school === undefined ? actor.schools.includes(id) : id === school,
  );
}

async function list(context: Context, answers: Answers): Promise<ExitCode> {
  const { services } = answers;
  const schools = await schoolsAsked(answers);
  const [only, ...others] = schools;
  if (!only || others.length > 0) {
    const known = schools.map(({ id }) => id).join(', ');
    throw new CommandFailure(
      2,
      only ? `say which school: --school with one of ${known}` : 'the store holds no school.',
    );
  }
  const policy = policyOf(services, only);
  if (!policy) throw new CommandFailure(2, `no policy called “${only.policy}” could be read.`);
  const events = [...eventsOf(policy), ...schoolEventsOf(policy).filter(({ of }) => !of.includes('pupil'))];
  if (context.format === 'json') printJson(context, { kind: 'events', school: only.id, policy: only.policy, events });
  else context.out(`${eventLines(events).join('\n')}\n`);
  return 0;
}

function eventLines(events: readonly PolicyEvent[]): readonly string[] {
  const inWords = ({ done }: PolicyEvent) => done === 'done';
  const isOfPupil = ({ of }: PolicyEvent) => of.includes('pupil');
  const groups = [
    { title: 'Judgements, yes or no', of: events.filter(({ kind }) => kind === 'judgement') },
    {
      title: 'What was done',
      of: events.filter((event) => isOfPupil(event) && event.kind === 'act' && !inWords(event)),
    },
    { title: 'What the policy asks in words', of: events.filter((event) => isOfPupil(event) && inWords(event)) },
    { title: 'Of the school itself, without --for', of: events.filter((event) => !isOfPupil(event)) },
  ];
  return groups.flatMap(({ title, of }) => (of.length === 0 ? [] : [`${title}:`, ...of.map(eventLine)]));
}

function eventLine({ kind, says, title, needs }: PolicyEvent): string {
  const [way = title] = says;
  const further = [
    ...(kind === 'judgement' && title !== way ? [title] : []),
    ...(needs.about === 'no' ? [] : [`--about ${needs.about === 'must' ? 'FROM..TO' : 'FROM..TO if known'}`]),
    ...(needs.adult === 'no' ? [] : [needs.adult === 'must' ? '--to PARENT' : '--to PARENT if to one']),
    ...(needs.lasting.length === 0 ? [] : ['or --lasting LENGTH']),
    ...(needs.purpose ? ['--purpose if said'] : []),
    ...(needs.items.length === 0 ? [] : [`--seen "${needs.items.join('; ')}"`]),
  ];
  return `  ${way}${further.length === 0 ? '' : `  (${further.join('; ')})`}`;
}

function exitCodeOf(answer: Answer): ExitCode {
  if (answer.kind === 'recorded' || answer.kind === 'undone') return 0;
  return answer.kind === 'not understood' ||
    (answer.kind === 'choice' && ['which event', 'which parent'].includes(answer.question))
    ? 2
    : 1;
}
