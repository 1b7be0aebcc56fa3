import { explainNeed, explainQuantity, noticeDetails } from '../../../dsl/index.ts';
import type { NoticeBar, NoticeDetail, NoticeSentence, ShownCondition } from '../../../dsl/index.ts';
import type { Pupil } from '../../../register/pupil.ts';
import type { Answer, Group } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Called } from '../called-adults.ts';
import { clausesNamed } from '../clauses-named.ts';
import { caseOf, evaluated } from '../examine.ts';
import { inGroups } from '../in-groups.ts';
import { judgementOffers } from '../letter-offers.ts';
import { rightsOf } from '../may-see.ts';
import { lackingWords } from '../needs-words.ts';
import { capital, clauseWords, contextOf, dayWords, nameAndGroup, ofFinding } from '../words.ts';
import { notUnderstood } from './help.ts';
import { refused } from './refused.ts';

/** Judgements offered as buttons. */
const mostJudgements = 3;

/** Parties named in the headline of one notice; more are told below it. */
const mostNamed = 2;

/** “notice for …”: whether a notice may be considered, by whom, what must be shown first, what bars it, what it would cost. */
export async function noticeAnswer(
  asking: Asking,
  pupil: Pupil,
  which: string,
  notes: readonly string[] = [],
): Promise<Answer> {
  const about = await caseOf(asking, pupil);
  const { finding, called } = evaluated(asking, pupil, about);
  const all = noticeDetails(asking.policy.compiled, about, asking.asAt);
  if (all.length === 0) return refused({ reason: `${finding.policy.title} provides for no notice.` });
  const notices = which === '' ? all : clausesNamed(all, which);
  if (notices.length === 0) {
    return notUnderstood('', {
      reason: `The policy provides for no notice “${which}”.`,
      cure: `It has: ${all.map(({ title }) => title).join('; ')}.`,
    });
  }
  const rights = rightsOf[asking.actor.role];
  const needs = notices
    .flatMap(({ sentences }) => sentences.flatMap(({ needed }) => needed))
    .flatMap((each) => each.needs);
  const several = notices.length > 1;
  const groups = notices.flatMap((notice) => groupsOf(notice, called, several));
  return {
    kind: 'notice',
    headline: `${nameAndGroup(pupil)}: ${notices.map((notice) => headlineOf(notice, several)).join('; ')}`,
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
    ...ofFinding(pupil, finding),
    notices,
  };
}

/** `Penalty Notice may be considered by local authority`. */
function headlineOf({ title, sentences, bars }: NoticeDetail, several: boolean): string {
  const shown = sentences.filter(({ state }) => state === 'shown');
  const barred = bars.filter(isBarred);
  if (sentences.length === 0) return `the policy does not say when ${title} may be issued`;
  const against = barred.length === 1 ? 'one thing stands' : `${barred.length} things stand`;
  const stands = barred.length === 0 ? '' : `, and ${against} against it`;
  if (shown.length > 0) {
    const who = [...new Set(shown.flatMap((each) => each.who.map((one) => one.title)))];
    const duty = shown.every(({ kind }) => kind === 'duty');
    const by = several || who.length > mostNamed ? '' : ` by ${who.join(' or ')}`;
    return `${title} ${duty ? 'is to be issued' : 'may be considered'}${by}${stands}`;
  }
  if (sentences.some(({ state }) => state === 'undetermined')) return `${title}: it cannot be said yet${stands}`;
  return `${title}: what it needs is not shown${stands}`;
}

function groupsOf(notice: NoticeDetail, called: Called, several: boolean): readonly Group[] {
  const { title, sentences, bars, fines } = notice;
  const of = several ? `${capital(title)}. ` : '';
  const adult = (id: string | undefined) => (id === undefined ? '' : `${capital(called(id))}: `);
  const deciders = Map.groupBy(sentences, ({ who }) => who.map((one) => one.title).join(', '));
  return [
    ...[...deciders].map(([who, those]) => ({
      title: `${of}For ${who}${those.every(({ kind }) => kind === 'option') ? ' to decide' : ''}`,
      lines: those.flatMap((each) => sentenceLines(each, adult(each.adult))),
    })),
    { title: `${of}What stands against it`, lines: bars.map((bar) => `${adult(bar.adult)}${barLine(bar)}`) },
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

/** The sentence, then each thing that must be shown first with how it stands, then what would stop it. */
function sentenceLines({ words, state, needed, unless }: NoticeSentence, whose: string): readonly string[] {
  return [
    `${whose}${capital(words)}: ${stateWords[state]}`,
    ...needed.map((each) => `– ${needLine(each)}`),
    ...unless.map((each) => `– unless ${each.words}: ${exceptionWords[each.holds]}`),
  ];
}

const marks = { yes: 'shown', no: 'not shown', undetermined: 'not known yet' } as const;
const exceptionWords = { yes: 'it is so', no: 'it is not so', undetermined: 'not known yet' } as const;

/** `not shown: 10 unauthorised sessions … (6 unauthorised sessions)`; of several of which one is enough, each with its state. */
function needLine({ words, holds, needs, counts, anyOf }: ShownCondition): string {
  if (anyOf.length > 0) {
    return `${marks[holds]}, one being enough: ${anyOf.map((each) => `${each.words} (${[marks[each.holds], ...countsOf(each)].join(', ')})`).join('; ')}`;
  }
  const counted = countsOf({ counts });
  const lacking = lackingWords(needs);
  const needed =
    holds !== 'undetermined' || needs.length === 0
      ? ''
      : lacking === words
        ? '; it is not recorded'
        : `; needed: ${lacking}`;
  return `${marks[holds]}: ${words}${counted.length === 0 ? '' : ` (${counted.join('; ')})`}${needed}`;
}

function countsOf({ counts }: Pick<ShownCondition, 'counts'>): readonly string[] {
  return [...new Set(counts.map((each) => explainQuantity(each.count)))];
}

function isBarred({ state, stands }: NoticeBar): boolean {
  return state === 'barred' && stands === 'yes';
}

/** `School will not issue penalty notice, unless checked with the local authority (it is not so)`. */
function barLine({ words, state, stands, needs, unless, count, clause }: NoticeBar): string {
  const many = count ? ` (${count.done} of ${count.most})` : '';
  const exceptions = unless.map((each) => {
    const needed =
      each.holds === 'undetermined' && each.needs.length > 0 ? `, needed: ${lackingWords(each.needs)}` : '';
    return `${each.words} (${exceptionWords[each.holds]}${needed})`;
  });
  const open = exceptions.length === 0 ? '' : `, unless ${exceptions.join('; ')}`;
  const how = state === 'lifted' ? 'Lifted: ' : stands === 'undetermined' ? 'Not known yet whether it holds: ' : '';
  const lacking = state !== 'lifted' && stands === 'undetermined' && needs.length > 0;
  const needed = lacking ? ` (needed: ${lackingWords(needs)})` : '';
  return `${how}${capital(words)}${many}${open}${needed} · ${clauseWords(clause)}`;
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
