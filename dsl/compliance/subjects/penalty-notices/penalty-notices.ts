import type { Condition, Paper, Policy, Rule } from '../../../resolve/policy.ts';
import type { Question } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';

/** A notice with a fine, or one by that name; a notice that only warns of it is none. */
export function penaltyNotices({
  layers,
  regime,
}: Question): readonly { readonly policy: Policy; readonly notice: Paper }[] {
  return layers.flatMap((policy) =>
    policy.papers
      .filter((paper) => paper.paper === 'notice' && clauseHolds(paper.place, regime.day) && isPenalty(paper))
      .map((notice) => ({ policy, notice })),
  );
}

function isPenalty({ name, title, fines }: Paper): boolean {
  const words = `${name.replaceAll('-', ' ')} ${title}`;
  return fines.length > 0 || (/\bpenalty notice/i.test(words) && !/\bwarn/i.test(words));
}

/** A rule by which a penalty notice is issued, asked for or considered, with all that must hold for it. */
export interface PenaltyRule {
  readonly policy: Policy;
  readonly rule: Rule;
  readonly conditions: readonly Condition[];
}

export function penaltyRules(question: Question): readonly PenaltyRule[] {
  return rulesAbout(question, penaltyNotices(question), speaksOfIssuing);
}

/** The rules about a notice that comes before a penalty notice, such as a notice to improve. */
export function rulesOfNotice(question: Question, policy: Policy, notice: Paper): readonly PenaltyRule[] {
  return rulesAbout(question, [{ policy, notice }], () => false);
}

function rulesAbout(
  question: Question,
  notices: ReturnType<typeof penaltyNotices>,
  alsoAbout: (rule: Rule) => boolean,
): readonly PenaltyRule[] {
  return question.layers.flatMap((policy) =>
    policy.rules
      .filter(
        (rule) => ['duty', 'option', 'agenda'].includes(rule.mode) && clauseHolds(rule.place, question.regime.day),
      )
      .flatMap((rule) => {
        const about = notices.filter((each) => isAbout(rule, policy, each.policy, each.notice));
        if (about.length === 0 && !alsoAbout(rule)) return [];
        const needs = about.flatMap((each) => (each.policy === policy ? each.notice.needs : []));
        return [{ policy, rule, conditions: [...conditionsOf(rule), ...needs] }];
      }),
  );
}

/** A layer's notice is known below it by the layer's name: `halton.penalty-notice`. */
function isAbout(rule: Rule, policy: Policy, of: Policy, notice: Paper): boolean {
  if (rule.act.kind !== 'verb') return false;
  return rule.act.objects.includes(of === policy ? notice.name : `${of.id}.${notice.name}`);
}

function speaksOfIssuing({ act, strength }: Rule): boolean {
  const texts = act.kind === 'words' ? act.texts : act.objects.map((object) => `${act.verb} ${object}`);
  return texts.some((text) => issuing.test(`${strength} ${text}`) && !/\bwarn/i.test(text));
}

const issuing = /\b(?:issu|request|ask|consider|use)\w*\b.*\bpenalty notice/i;

function conditionsOf(rule: Rule): readonly Condition[] {
  return [
    ...rule.blocks.map((block) => block.condition),
    ...rule.guards.map(({ kind, condition }): Condition =>
      kind === 'if' ? condition : { kind: 'not', part: condition, words: `unless ${condition.words}` },
    ),
  ];
}
