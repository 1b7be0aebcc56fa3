import type { Paper, Period, Policy } from '../../../resolve/policy.ts';
import type { Question } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { inItsLayer } from '../../../resolve/layers.ts';
import { lengthsOf } from '../../reading/leaves.ts';

/** A notice by the name of a notice to improve. */
export function improvementNotices({
  layers,
  regime,
}: Question): readonly { readonly policy: Policy; readonly notice: Paper }[] {
  return layers.flatMap((policy) =>
    policy.papers
      .filter(({ paper, name, title, place }) => {
        const words = `${name.replaceAll('-', ' ')} ${title}`;
        return paper === 'notice' && /\bnotice to improve\b/i.test(words) && clauseHolds(place, regime.day);
      })
      .map((notice) => ({ policy, notice })),
  );
}

/** The periods that run from the issue of a notice to improve. */
export function improvementPeriods(
  question: Question,
): readonly { readonly policy: Policy; readonly period: Period }[] {
  const notices = improvementNotices(question);
  return question.layers.flatMap((policy) =>
    policy.periods
      .filter(
        (period) =>
          clauseHolds(period.place, question.regime.day) &&
          lengthsOf(period).some(({ event }) => {
            const of = inItsLayer(policy, event.name);
            return notices.some((each) => each.policy === of.policy && each.notice.name === of.name);
          }),
      )
      .map((period) => ({ policy, period })),
  );
}
