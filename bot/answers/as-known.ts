import { groupSessions } from '../../dsl/index.ts';
import { formatIsoDay } from '../../register/day.ts';
import { dayInEngland } from '../../register/day-in-england.ts';
import type { CaseEntry } from '../../register/case-log.ts';
import type { Mark } from '../../register/mark.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { Answer, AsKnown, EntryShown } from './answer.ts';
import { refused } from './answers/refused.ts';
import type { Asking } from './asking.ts';
import { entryShown } from './entry-words.ts';
import { changedBetween } from './evidence.ts';
import { examine } from './examine.ts';
import { inGroups } from './in-groups.ts';
import { rightsOf } from './may-see.ts';
import type { Asked } from './question.ts';
import type { Services } from './services.ts';
import { dayWords, mainLadder } from './words.ts';
import { withholdIn } from './withhold.ts';

/** Changes told one by one; the rest are counted. */
const most = 8;

const kinds: ReadonlySet<Asked['kind']> = new Set([
  'stage',
  'why',
  'what next',
  'attendance',
  'band',
  'threshold',
  'notice',
  'bare',
] as const);

/** Whether a question can be asked of the records as they were known on a day. */
export function isAskedAsKnown(kind: Asked['kind']): boolean {
  return kinds.has(kind);
}

export function notAsKnown(): Answer {
  return refused({
    reason: '“As known on” a day is answered of one pupil: stage, why, what next, attendance, band, threshold, notice.',
    cure: 'Ask it like “stage for Amira Khan as known on 12 March”.',
  });
}

type OfPupil = Extract<Answer, { readonly finding: unknown }>;

/** Says of an answer about a pupil as of which day the records are, and what has changed in them since and by whom. */
export async function asKnown(asking: Asking, pupil: Pupil, answer: Answer): Promise<Answer> {
  const { known } = asking;
  if (!known || !('finding' in answer)) return answer;
  const on = formatIsoDay(known.day);
  const changed = await changesSince(asking, pupil, answer, known.at);
  const lines = changeLines(asking, changed);
  const { context } = answer;
  // Of an empty register every count is nought: that is told, and no stage that would follow from it.
  const unknown = answer.finding.registerTo === null && changed.marksAdded !== null;
  const [who] = answer.headline.split(': ');
  return {
    ...answer,
    headline: `As known on ${dayWords(on)}: ${unknown ? `${who}: no mark was recorded by then` : answer.headline}`,
    ...(unknown ? { facts: [] } : {}),
    ...('groups' in answer
      ? inGroups([...answer.remarks, ...lines], answer.groups)
      : { lines: [...answer.lines, ...lines] }),
    context: [
      `The register and the case log as they were recorded by the end of ${dayWords(on)}; the policy, and what else is known of the pupil, as they are now`,
      ...context,
    ],
    // What is recorded or drafted rests on the records as they are.
    offers: answer.offers.flatMap((offer) =>
      offer.action.kind === 'ask' && offer.action.about === pupil.id
        ? [{ ...offer, action: { ...offer.action, question: `${offer.action.question} as known on ${on}` } }]
        : [],
    ),
    known: changed,
  };
}

async function changesSince(asking: Asking, pupil: Pupil, answer: OfPupil, at: string): Promise<AsKnown> {
  const { services, policy, actor, asAt } = asking;
  const { store, codes } = services;
  const upTo = (mark: Mark) => mark.session.day <= asAt;
  const [then, now, history] = await Promise.all([
    store.marksAsKnown(pupil.id, at),
    store.marksOf(pupil.id),
    store.caseHistory(pupil.id),
  ]);
  const seen = (code: string | null, date: string, session: 'AM' | 'PM') =>
    code === null ? null : withholdIn([{ date, session, code }], codes, actor)[0]!.code;
  const marks = changedBetween(then.filter(upTo), now.filter(upTo));
  const { finding: nowFinding, called } = await examine({ ...asking, known: undefined }, pupil);
  const [stage, stageNow] = [mainLadder(answer.finding)?.stage, mainLadder(nowFinding)?.stage];
  const within = (entry: CaseEntry) => entry.day <= asAt;
  return {
    on: formatIsoDay(asking.known!.day),
    marksAmended: marks
      .filter(({ was }) => was !== null)
      .map((each) => {
        const mark = now.find(
          ({ session }) => formatIsoDay(session.day) === each.date && session.half === each.session,
        );
        const last = mark?.amendments.at(-1);
        const { date, session } = each;
        return {
          date,
          session,
          was: seen(each.was, date, session),
          is: seen(each.is, date, session),
          by: byRole(services, last?.by ?? ''),
          at: last?.at ?? '',
        };
      }),
    marksAdded: addedSince(then.filter(upTo), now.filter(upTo)),
    recorded: history
      .filter(({ entry, undone }) => within(entry) && entry.recordedAt > at && !undone)
      .map(({ entry }) => entryShown(policy, entry, called)),
    undone: history
      .filter(({ entry, undone }) => within(entry) && entry.recordedAt <= at && undone !== undefined && undone.at > at)
      .map(({ entry, undone }) => entryShown(policy, entry, called, undone)),
    stageNow: stage?.id === stageNow?.id ? null : (stageNow?.title ?? 'no stage'),
  };
}

/** Marks that were not there yet, and when the first and the last of them came in. */
function addedSince(then: readonly Mark[], now: readonly Mark[]): AsKnown['marksAdded'] {
  const had = new Set(then.map(({ session }) => `${session.day} ${session.half}`));
  const added = now.filter(({ session }) => !had.has(`${session.day} ${session.half}`));
  const came = added.map(({ recordedAt }) => recordedAt).toSorted();
  return came.length === 0 ? null : { count: came.length, first: came[0]!, last: came.at(-1)! };
}

function marksWords({ count, first, last }: NonNullable<AsKnown['marksAdded']>): string {
  const [from, to] = [instantDay(first), instantDay(last)];
  const when = from === to ? `on ${from}` : `from ${from} to ${to}`;
  return `${count === 1 ? 'one mark' : `${count} marks`} of days up to then came in ${when}`;
}

/** `Since: 9–12 March 2026 was N and is now I: amended by the attendance officer on 27 March 2026`: days alike in one. */
function amendedWords(marks: AsKnown['marksAmended']): readonly string[] {
  const times = Map.groupBy(marks, ({ by, at }) => `${by} on ${instantDay(at)}`);
  return [...times].flatMap(([amended, those]) =>
    groupSessions(
      those.map(({ date, session, was, is }) => ({
        date,
        session,
        code: `was ${was ?? 'not there'} and is now ${is ?? 'gone'}`,
      })),
    ).map((words) => `Since: ${words}: amended by ${amended}`),
  );
}

/** The role of whoever did it; of what came with a file there is none (`att import`, `att serve`). */
function byRole({ roles }: Services, by: string): string {
  return by.startsWith('att ') ? 'a file that was imported' : `the ${roles.get(by) ?? by.replaceAll('-', ' ')}`;
}

function changeLines({ services, actor }: Asking, changed: AsKnown): readonly string[] {
  const { marksAmended, marksAdded, recorded, undone, stageNow } = changed;
  const all = [
    ...amendedWords(marksAmended),
    ...(marksAdded === null ? [] : [`Since: ${marksWords(marksAdded)}`]),
    ...(rightsOf[actor.role].recordsActs
      ? [
          ...recorded.map(
            (entry) =>
              `Since recorded: ${entryWords(entry)} (${byRole(services, entry.by)} on ${instantDay(entry.recordedAt)})`,
          ),
          ...undone.map(
            (entry) =>
              `Since undone: ${entryWords(entry)} (${byRole(services, entry.undone!.by)} on ${instantDay(entry.undone!.at)})`,
          ),
        ]
      : recorded.length + undone.length === 0
        ? []
        : [`Since: ${countWords(recorded.length + undone.length)} to the case log`]),
  ];
  const shown = all.slice(0, most);
  return [
    ...(all.length === 0 ? ['Nothing that was known then has been changed since.'] : shown),
    ...(all.length > most ? [`and ${all.length - most} more changes since`] : []),
    ...(stageNow === null ? [] : [`By the records as they are now, that day’s stage is ${stageNow}`]),
  ];
}

function countWords(count: number): string {
  return count === 1 ? 'one change' : `${count} changes`;
}

function entryWords({ words, day }: EntryShown): string {
  return `${words}, ${dayWords(day)}`;
}

function instantDay(at: string): string {
  return dayWords(formatIsoDay(dayInEngland(Date.parse(at))));
}
