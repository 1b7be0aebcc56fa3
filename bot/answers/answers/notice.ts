import { explainNeed, explainNeeds, explainQuantity, noticeDetails } from '../../../dsl/index.ts';
import type { BarFinding, NoticeDetail, NoticeSentence, ShownCondition } from '../../../dsl/index.ts';
import type { Adult, Pupil } from '../../../register/pupil.ts';
import type { Answer, Group } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { judgementOffers } from '../letter-offers.ts';
import { caseOf, evaluated } from '../examine.ts';
import { inGroups } from '../in-groups.ts';
import { rightsOf } from '../may-see.ts';
import { lackingWords } from '../needs-words.ts';
import { capital, clauseWords, contextOf, dayWords, freshnessOf, nameAndGroup, pupilShown } from '../words.ts';
import { notUnderstood } from './help.ts';
import { refused } from './refused.ts';
import { thresholdsNamed } from './threshold.ts';

/** Judgements offered as buttons. */
const mostJudgements = 3;

/** “notice for …”: whether a notice may be considered, by whom, what must be shown first, what bars it, what it would cost. */
export async function noticeAnswer(
  asking: Asking,
  pupil: Pupil,
  which: string,
  notes: readonly string[] = [],
): Promise<Answer> {
  const adults = await asking.services.store.adultsOf(pupil.id);
  const about = { ...(await caseOf(asking, pupil)), adults };
  const { finding } = evaluated(asking, pupil, about);
  const all = noticeDetails(asking.policy.compiled, about, asking.asAt);
  if (all.length === 0) return refused({ reason: `${finding.policy.title} provides for no notice.` });
  const notices = which === '' ? all : thresholdsNamed(all, which);
  if (notices.length === 0) {
    return notUnderstood('', {
      reason: `The policy provides for no notice “${which}”.`,
      cure: `It has: ${all.map(({ title }) => title).join('; ')}.`,
    });
  }
  const rights = rightsOf[asking.actor.role];
  const needs = notices.flatMap(({ sentences }) => sentences.flatMap(neededOf)).flatMap((each) => each.needs);
  const several = notices.length > 1;
  const groups = notices.flatMap((notice) => groupsOf(notice, adults, several));
  return {
    kind: 'notice',
    headline: `${nameAndGroup(pupil)}: ${notices.map(headlineOf).join('; ')}`,
    facts: [],
    ...inGroups(notes, groups),
    context: [
      ...contextOf(
        finding,
        notices.flatMap(({ sentences }) => sentences.map(({ clause }) => clause)),
      ),
      'What may be done is decided by those named; nothing here is a duty where the document says may.',
    ],
    offers: [
      { label: 'Thresholds', action: { kind: 'ask', question: 'threshold', about: pupil.id, asAt: finding.asAt } },
      ...(rights.recordsJudgements ? judgementOffers(pupil.id, finding.asAt, needs).slice(0, 2 * mostJudgements) : []),
    ],
    school: finding.school,
    pupil: pupilShown(pupil),
    asAt: finding.asAt,
    freshness: freshnessOf(finding.registerTo),
    finding,
    notices,
  };
}

/** `Penalty Notice may be considered by local authority`. */
function headlineOf({ title, sentences, bars }: NoticeDetail): string {
  const shown = sentences.filter(({ state }) => state === 'shown');
  const barred = bars.filter(isBarred);
  if (sentences.length === 0) return `the policy does not say when ${title} may be issued`;
  const stands =
    barred.length === 0 ? '' : `, and ${barred.length === 1 ? 'a bar stands' : `${barred.length} bars stand`}`;
  if (shown.length > 0) {
    const who = [...new Set(shown.flatMap((each) => each.who.map((one) => one.title)))].join(', ');
    const duty = shown.every(({ kind }) => kind === 'duty');
    return `${title} ${duty ? 'is to be issued' : 'may be considered'} by ${who}${stands}`;
  }
  if (sentences.some(({ state }) => state === 'undetermined')) return `${title}: it cannot be said yet${stands}`;
  return `${title}: what it needs is not shown${stands}`;
}

function groupsOf(notice: NoticeDetail, adults: readonly Adult[], several: boolean): readonly Group[] {
  const { title, sentences, bars, fines } = notice;
  const of = several ? `${title}. ` : '';
  const adult = (id: string | undefined) => (id === undefined ? '' : `${adultName(adults, id)}: `);
  const line = (each: NoticeSentence) => `${adult(each.adult)}${capital(each.words)}: ${stateWords[each.state]}`;
  const deciders = Map.groupBy(sentences, ({ who }) => who.map((one) => one.title).join(', '));
  return [
    ...[...deciders].map(([who, those]) => ({
      title: `${of}For ${who}${those.every(({ kind }) => kind === 'option') ? ' to decide' : ''}`,
      lines: those.map(line),
    })),
    { title: `${of}What must be shown first`, lines: [...new Set(sentences.flatMap(neededOf).flatMap(needLines))] },
    {
      title: `${of}What would stop it`,
      lines: [...new Set(sentences.flatMap(({ unless }) => unless).flatMap(needLines))],
    },
    { title: `${of}What may not be done`, lines: bars.map((bar) => `${adult(bar.adult)}${barLine(bar)}`) },
    {
      title: `${of}What it would cost, if it were issued and received on this day`,
      lines: fines.flatMap((fine) => costLines(fine, adult(fine.adult))),
    },
  ];
}

const stateWords: Readonly<Record<NoticeSentence['state'], string>> = {
  shown: 'what it needs is shown',
  'not shown': 'not shown',
  undetermined: 'cannot be said yet',
};

function neededOf({ needed }: NoticeSentence): readonly ShownCondition[] {
  return needed;
}

const marks = { yes: 'Shown', no: 'Not shown', undetermined: 'Not known yet' } as const;

/** `Not shown: 10 unauthorised sessions … (6 unauthorised sessions)`; of several of which one is enough, each below it. */
function needLines({ words, holds, needs, counts, anyOf }: ShownCondition): readonly string[] {
  if (anyOf.length > 0) {
    return [
      `${marks[holds]}: any of these`,
      ...anyOf.flatMap(needLines).map((line) => `– ${line.charAt(0).toLowerCase()}${line.slice(1)}`),
    ];
  }
  const counted = [...new Set(counts.map((each) => explainQuantity(each.count)))];
  const needed = holds === 'undetermined' && needs.length > 0 ? `; needed: ${lackingWords(needs)}` : '';
  return [`${marks[holds]}: ${words}${counted.length === 0 ? '' : ` (${counted.join('; ')})`}${needed}`];
}

function isBarred({ state }: BarFinding): boolean {
  return state === 'barred';
}

function barLine({ words, state, needs, count, clause }: BarFinding): string {
  const many = count ? ` (${count.done} of ${count.most})` : '';
  if (state === 'lifted') return `Lifted: ${words}${many}`;
  const open = needs.length === 0 ? '' : `, unless it is shown: ${explainNeeds(needs).join('; ')}`;
  return `${capital(words)}${many}${open} · ${clauseWords(clause)}`;
}

function costLines(
  { number, issued, per, steps, needs }: NoticeDetail['fines'][number],
  whose: string,
): readonly string[] {
  const which =
    number === null
      ? 'Which notice it would be cannot be said'
      : `It would be the ${ordinals[number - 1] ?? `${number}th`} that counts`;
  const before = issued.length === 0 ? 'none issued before' : `issued before on ${issued.map(dayWords).join(', ')}`;
  const each = per.length === 0 ? '' : `, for each ${per.map((name) => name.replaceAll('-', ' ')).join(' and ')}`;
  return [
    `${whose}${which} (${before})`,
    ...steps.map(
      ({ pounds, words, until }) =>
        `${whose}£${pounds.shown}${each} if paid ${words}${until === null ? '' : `: by ${dayWords(until)}`}`,
    ),
    ...needs.map((need) => `${whose}${capital(explainNeed(need))}`),
  ];
}

const ordinals = ['first', 'second', 'third', 'fourth'] as const;

function adultName(adults: readonly Adult[], id: string): string {
  const found = adults.find((each) => each.id === id);
  return found
    ? [found.title, found.forename, found.surname].filter((part) => part !== '').join(' ')
    : 'another parent';
}
