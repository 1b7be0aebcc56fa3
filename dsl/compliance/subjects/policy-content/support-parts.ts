import type { Policy, Rule } from '../../../resolve/policy.ts';
import type { PartFinder } from './part-finder.ts';
import { clauseHolds } from '../../clause.ts';
import { nameOf, owed, placeOfRule, textsOf } from './part-finder.ts';
import { isSchools } from '../../reading/who-acts.ts';

/** Rewards, whose conditions the language can weigh. */
export const rewards: PartFinder = (policy, regime) =>
  policy.rewards.find(({ place }) => clauseHolds(place, regime.day))?.place;

/** What is owed to pupils whose absence is so called, by what it says or stands under. */
export function strategyFor(called: RegExp): PartFinder {
  return (policy, regime) =>
    placeOfRule(
      policy,
      regime,
      (rule) => owed(rule) && wordsAround(policy, rule).some((text) => called.test(text)) && isSchools(policy, rule),
    );
}

function wordsAround({ ladders }: Policy, { words, blocks, guards, stage }: Rule): readonly string[] {
  const ladder = stage && ladders.find(({ name }) => name === stage.ladder);
  const title = ladder?.stages.find(({ name }) => name === stage?.stage)?.title ?? '';
  return [words, title, ...[...blocks, ...guards].map(({ condition }) => condition.words)];
}

/** A contract about attendance, or an order, which are made with the local authority or by it. */
export const formalSupport: PartFinder = (policy, regime) =>
  policy.papers.find(
    ({ paper, title, place }) =>
      (paper === 'contract' || paper === 'order') &&
      /\b(?:attendance|parent(?:ing)?|supervision)\b/i.test(title) &&
      clauseHolds(place, regime.day),
  )?.place;

/** When a penalty notice may or will be issued, or the authority be asked for one. */
export const noticeTrigger: PartFinder = (policy, regime) =>
  placeOfRule(policy, regime, (rule) => {
    if (rule.mode === 'bar' || rule.mode === 'presumption' || !hasCondition(rule)) return false;
    const penalties = new Set(policy.papers.filter(isPenaltyNotice).map(nameOf));
    if (rule.act.kind === 'verb')
      return rule.act.verb === 'issue' && rule.act.objects.some((name) => penalties.has(name));
    return textsOf(rule).some((text) => /\bpenalty notice|\bfine\b/i.test(text));
  });

function isPenaltyNotice({ paper, name, title }: Policy['papers'][number]): boolean {
  return paper === 'notice' && /\bpenalty\b/i.test(`${name.replaceAll('-', ' ')} ${title}`);
}

/** When proceedings or another step of the law follow. */
export const legalStep: PartFinder = (policy, regime) =>
  placeOfRule(
    policy,
    regime,
    (rule) =>
      rule.mode !== 'bar' &&
      hasCondition(rule) &&
      textsOf(rule).some((text) =>
        /\bprosecut|\bproceedings|\blegal action|\blegal intervention|\bstatutory intervention/i.test(text),
      ),
  );

function hasCondition({ blocks, guards, stage, paper }: Rule): boolean {
  return blocks.length > 0 || guards.length > 0 || stage !== undefined || paper !== undefined;
}

/** The policy has a day for its own review, or says that it is reviewed. */
export const review: PartFinder = (policy, regime) =>
  (policy.reviewDue && { ...policy.place, cite: policy.reviewDue.cite, span: policy.reviewDue.span }) ??
  placeOfRule(
    policy,
    regime,
    (rule) =>
      isSchools(policy, rule) && owed(rule) && textsOf(rule).some((text) => /\breview\b.*\bpolicy\b/i.test(text)),
  );
