import type { Act } from '../../../../register/case-log.ts';
import type { Day } from '../../../../register/day.ts';
import type { Asked } from '../../asked.ts';
import { text } from '../../../../cli/case-fields.ts';
import { finesDue } from '../../../../dsl/index.ts';
import { asked, isBarred, isOpen, met, numberOf, one, ruleNamed } from '../../asked.ts';
import { dayAsked } from '../over-span.ts';

type Answer = Readonly<Record<string, unknown>>;

const notice = 'elements.penalty-notice';

/** The case as it concerns the parent that the question names. */
function ofParent(of: Asked): Asked {
  const parent = text(of.vector.ask['parent']);
  return parent === '' ? of : asked({ ...of, about: { ...of.about, adult: parent } });
}

/** By the number of the day of payment, or by its date. */
export function pnAmount(given: Asked): Answer {
  const { compiled, about, asAt } = ofParent(given);
  const paid = dayAsked(given, 'paidOn');
  const fine = finesDue(compiled, about, paid ?? asAt).find(({ id }) => id === notice);
  const within = given.vector.ask['paidWithinDays'];
  const step = fine?.steps.find((each) => typeof within === 'number' && within <= each.within);
  const pounds = paid === undefined ? step?.pounds : fine?.pounds;
  return { pounds: pounds ? numberOf(pounds.value) : undefined };
}

export function pnAvailable(of: Asked): Answer {
  const rule = `${notice}.a-penalty-notice`;
  return { available: isOpen(of, rule) || (isUnsure(of, rule) ? undefined : false) };
}

function isUnsure(of: Asked, rule: string): boolean {
  return of.finding().undetermined.some(({ about }) => about === rule);
}

const bar = `${notice}.issue-third-penalty-notice`;
const ordinals: readonly string[] = ['first', 'second', 'third'];

export function pnBarred(given: Asked): Answer {
  const of = asked({ ...ofParent(given), asAt: dayAsked(given, 'issueDate') ?? given.asAt });
  ruleNamed(of, bar);
  const barred = isBarred(of, bar) ? (isUncertain(of, bar) ? undefined : true) : false;
  const last = finesDue(of.compiled, of.about, of.asAt).find(({ id }) => id === notice);
  const nextIs = last?.number === null ? undefined : ordinals[last?.number ?? 0];
  return { barred, nextIs, ...Object.fromEntries(barred === true ? [['then', instead(of)]] : []) };
}

/** A bar of which it cannot be told whether it stands. */
function isUncertain(of: Asked, id: string): boolean {
  return of.finding().bars.some((each) => each.id === id && each.needs.length > 0);
}

/** What the policy has done in place of a third notice. */
function instead(of: Asked): string | undefined {
  const act = ruleNamed(of, `${notice}.take-alternative-action`).act;
  return act.kind === 'words' ? act.texts[0]?.replace(/^take /, '') : undefined;
}

export function pnAfterIssue(of: Asked): Answer {
  const { duties } = of.finding();
  const copy = one(duties, `${notice}.send-copy`);
  const words = [copy.act.verb, copy.act.objects[0]?.title, 'to', copy.to[0]?.title];
  return { task: words.join(' '), payee: one(duties, `${notice}.pay-directly`).to[0]?.title };
}

export function pnUnpaid(of: Asked): Answer {
  const found = of.finding().options.find(({ id }) => id === `${notice}.prosecute`);
  return {
    decider: found?.subject[0]?.title,
    options: found?.act.objects.map(({ title }) => title.replace(/ the notice$/, '')),
  };
}

export function pnGround(of: Asked): Answer {
  return { met: met(of, 'elements.public-place-ground') };
}

/** What must be so before the school issues a notice, in the vectors' words. */
const preconditions: readonly (readonly [group: string, words: string])[] = [
  ['elements.checked-with-local-authority', 'LA check'],
  ['elements.case-considered', 'checklist'],
];

export function pnPrecondition(of: Asked): Answer {
  const missing = preconditions.filter(([group]) => met(of, group) !== true).map(([, words]) => words);
  return { mayIssue: isOpen(of, `${notice}.issue-penalty-notice`), missing };
}

export function ntiPrecondition52(of: Asked): Answer {
  const rule = 'elements.notice-to-improve.offer-notice-to-improve';
  return { mayOffer: isOpen(of, rule) || (isUnsure(of, rule) ? undefined : false) };
}

/** What a notice to improve includes, in the vectors' words, by a word in the policy's. */
const contents: readonly (readonly [words: RegExp, item: string])[] = [
  [/record and of the offences/, 'attendance record and offences'],
  [/section 7/, 'benefits and section 7 duty'],
  [/support provided so far/, 'support so far'],
  [/further support/, 'further support'],
  [/clear warning/, 'warning and sufficient improvement'],
  [/timeframe/, 'timeframe'],
  [/before the end/, 'early penalty grounds'],
];

/** A draft issued on the day asked about, with what it holds and an improvement period of so many weeks. */
export function ntiValid(given: Asked): Answer {
  const { ask } = given.vector;
  const holds = Array.isArray(ask['content']) ? ask['content'].map(String) : [];
  const name = 'elements.notice-to-improve';
  const words = one(given.finding().evidence, name).items.map((item) => item.words);
  const weeks = ask['periodWeeks'];
  const draft = [
    act(name, 'issued', given.asAt, { items: words.filter((item) => holds.includes(inVectors(item))) }),
    ...(typeof weeks === 'number'
      ? [act('elements.improvement', 'chosen', given.asAt, { lasting: { number: weeks, unit: 'weeks' } })]
      : []),
  ];
  const of = asked({ ...given, about: { ...given.about, log: { entries: [...given.about.log.entries, ...draft] } } });
  const { complete, missing } = one(of.finding().evidence, name);
  const { inRange } = one(of.finding().periods, 'elements.improvement');
  const truths = [complete === 'undetermined' ? undefined : complete === 'yes', inRange ?? undefined];
  return {
    valid: truths.includes(false) ? false : truths.includes(undefined) ? undefined : true,
    missing: missing.map(inVectors),
  };
}

function inVectors(words: string): string {
  return contents.find(([each]) => each.test(words))?.[1] ?? words;
}

function act(name: string, done: string, day: Day, more: Partial<Act>): Act {
  const told = { recordedAt: '', by: 'vector', note: '', about: undefined, time: undefined };
  return { ...told, id: `asked-${name}-${done}`, kind: 'act', name, done, day, ...more };
}
