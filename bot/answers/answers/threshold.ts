import { explainNeed, explainQuantity, thresholdDetails } from '../../../dsl/index.ts';
import type { CountDetail, ThresholdDetail } from '../../../dsl/index.ts';
import type { Pupil } from '../../../register/pupil.ts';
import type { Answer, Group } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { clausesNamed } from '../clauses-named.ts';
import { caseOf, evaluated } from '../examine.ts';
import { inGroups } from '../in-groups.ts';
import { capital, clauseWords, contextOf, dayWords, nameAndGroup, ofFinding } from '../words.ts';
import { withholdIn } from '../withhold.ts';
import { notUnderstood } from './help.ts';
import { refused } from './refused.ts';
import { sessionsWords } from './why.ts';

/** Sessions told one by one: those of a whole year attended are not. */
const mostSessions = 60;

/** Days told on which counted sessions leave a window. */
const mostLeaving = 6;

/** “threshold for …”: of each threshold that counts, what counts, since when it is met, and when it would not be. */
export async function thresholdAnswer(
  asking: Asking,
  pupil: Pupil,
  which: string,
  notes: readonly string[] = [],
): Promise<Answer> {
  const about = await caseOf(asking, pupil);
  const { finding } = evaluated(asking, pupil, about);
  const all = thresholdDetails(asking.policy.compiled, about, asking.asAt).map((detail) => shownTo(asking, detail));
  if (all.length === 0) return refused({ reason: `${finding.policy.title} has no threshold that counts anything.` });
  const details = which === '' ? all : clausesNamed(all, which);
  if (details.length === 0) {
    return notUnderstood('', {
      reason: `The policy has no threshold “${which}” that counts anything.`,
      cure: `Those that do: ${all.map(({ title }) => title).join('; ')}.`,
    });
  }
  const told = details.toSorted((a, b) => rank(a) - rank(b));
  const idle = which === '' ? told.filter(isIdle) : [];
  const groups = told
    .filter((each) => !idle.includes(each))
    .map((each, index, before) => groupOf(each, before.slice(0, index)));
  const met = details.filter((each) => each.met === 'yes').length;
  const open = details.filter((each) => each.met === 'undetermined').length;
  return {
    kind: 'threshold',
    headline: `${nameAndGroup(pupil)}: ${headlineOf(details, met, open)}`,
    facts: [],
    ...inGroups(notes, [
      ...groups,
      { title: 'Nothing counts towards', lines: idle.map(({ title }) => capital(title)) },
    ]),
    context: contextOf(finding, []),
    offers: [
      { label: 'Stage', action: { kind: 'ask', question: 'stage', about: pupil.id, asAt: finding.asAt } },
      { label: 'Notice', action: { kind: 'ask', question: 'notice', about: pupil.id, asAt: finding.asAt } },
    ],
    ...ofFinding(pupil, finding),
    details,
  };
}

function shownTo({ services: { codes }, actor }: Asking, detail: ThresholdDetail): ThresholdDetail {
  const counts = detail.counts.map((count) => ({
    ...count,
    sessions: withholdIn(count.sessions, codes, actor),
    leaving: count.leaving.map((each) => ({ ...each, sessions: withholdIn(each.sessions, codes, actor) })),
  }));
  return { ...detail, counts };
}

function headlineOf(details: readonly ThresholdDetail[], met: number, open: number): string {
  const [only, second] = details;
  if (only && !second) return `${only.title}: ${metWords(only)}`;
  const unknown = open === 0 ? '' : `; of ${open} it cannot be said`;
  return `${met === 0 ? 'none' : met} of ${details.length} thresholds met${unknown}`;
}

function metWords({ met, since, lastMet }: ThresholdDetail): string {
  if (met === 'undetermined') return 'it cannot be said';
  if (met === 'yes') return since === null ? 'met' : `met since ${dayWords(since)}`;
  return lastMet === null ? 'not met' : `not met, last met on ${dayWords(lastMet)}`;
}

/** Met first, then what cannot be said, then the others. */
function rank({ met }: ThresholdDetail): number {
  return met === 'yes' ? 0 : met === 'undetermined' ? 1 : 2;
}

function isIdle({ met, lastMet, counts, contradictions }: ThresholdDetail): boolean {
  return (
    met === 'no' &&
    lastMet === null &&
    contradictions.length === 0 &&
    counts.every(({ sessions }) => sessions.length === 0)
  );
}

function groupOf(detail: ThresholdDetail, before: readonly ThresholdDetail[]): Group {
  const { title, setBy, counts, needs, contradictions, clause } = detail;
  return {
    title: `${capital(title)}: ${metWords(detail)}`,
    lines: [
      ...counts.flatMap((count, index) =>
        countLines(detail, count, [...before.flatMap((each) => each.counts), ...counts.slice(0, index)]),
      ),
      ...untilLines(detail),
      ...(setBy ? [`The number is that of ${setBy.citation}`] : []),
      ...(detail.met === 'undetermined' ? needs.map((need) => `Needed: ${explainNeed(need)}`) : []),
      ...contradictions.map((each) => contradictionLine(each, before)),
      clauseWords(clause),
    ],
  };
}

/** In full once; where it comes again, what was said above is not said anew. */
function contradictionLine(
  { words, parts }: ThresholdDetail['contradictions'][number],
  before: readonly ThresholdDetail[],
): string {
  const told = before.some((each) => each.contradictions.some((other) => other.words === words));
  const each = parts.map((part) => `${part.title}: ${truthWords[part.holds]}`);
  return `The document contradicts itself${told ? ' here too, as told above' : ` (${words}): ${each.join('; ')}`}`;
}

const truthWords = { yes: 'met', no: 'not met', undetermined: 'cannot be said' } as const;

function countLines(
  { counts }: ThresholdDetail,
  count: CountDetail,
  before: readonly CountDetail[],
): readonly string[] {
  const { words, met, count: now, most, window, sessions, highest, leaving } = count;
  const several = counts.length > 1 ? `, ${truthWords[met]}` : '';
  const perhaps = most ? `, perhaps ${explainQuantity(most)}` : '';
  const from = window ? ` (${dayWords(window.from)} to ${dayWords(window.to)})` : '';
  const same = before.find(
    (other) => sessions.length > 0 && JSON.stringify(other.sessions) === JSON.stringify(sessions),
  );
  return [
    `${capital(words)}${several}: ${now ? explainQuantity(now) : 'no count yet'}${perhaps}${from}`,
    ...(sessions.length === 0 || (same && met !== 'yes')
      ? []
      : [same ? 'The same sessions as above' : `Counted: ${countedWords(sessions)}`]),
    ...(highest && highest.count.value !== now?.value
      ? [`Highest this school year: ${explainQuantity(highest.count)}, first on ${dayWords(highest.day)}`]
      : []),
    ...(leaving.length === 0 ? [] : [`Leaving the window: ${leavingWords(leaving)}`]),
  ];
}

function countedWords(sessions: CountDetail['sessions']): string {
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (!first || !last || sessions.length <= mostSessions) return sessionsWords(sessions);
  return `${sessions.length} sessions from ${dayWords(first.date)} to ${dayWords(last.date)}`;
}

/** `4 on 3 June 2024 (7 left); 7 on 10 June 2024 (none left)`. */
function leavingWords(leaving: CountDetail['leaving']): string {
  const shown = leaving
    .slice(0, mostLeaving)
    .map(
      ({ day, sessions, left }) =>
        `${sessions.length} on ${dayWords(day)} (${left === null ? 'not known' : left.shown === '0' ? 'none' : left.shown} left)`,
    );
  const more = leaving.length - mostLeaving;
  return [...shown, ...(more > 0 ? [`and on ${more} later days`] : [])].join('; ');
}

/** Until when it is met, if every session from here is attended and nothing more is logged. */
function untilLines({ met, until, counts }: ThresholdDetail): readonly string[] {
  if (met !== 'yes') return [];
  if (!until) return ['Still met at the end of the school year, if every session from here is attended'];
  const leaves = counts.some(({ leaving }) => leaving.some(({ day }) => day === until.day));
  const what = until.met === 'no' ? 'no longer met' : 'it cannot be said';
  return [
    `${capital(what)} from ${dayWords(until.day)}, if every session from here is attended${leaves ? ' and nothing more is counted' : ''}`,
  ];
}
