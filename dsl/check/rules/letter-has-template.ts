import type { CheckingRule } from '../rule.ts';
import { diagnostic } from '../../text/report.ts';

/** letter-has-template: a letter that a duty sends is among the templates the check was given. */
export const letterHasTemplate: CheckingRule = ({ policy, templates }) => {
  if (!templates) return [];
  const sent = new Set(
    policy.rules.flatMap((rule) =>
      rule.mode === 'duty' && rule.act.kind === 'verb' && rule.act.verb === 'send' ? rule.act.objects : [],
    ),
  );
  return policy.papers
    .filter((paper) => sent.has(paper.name) && !templates.has(`${policy.id}.${paper.name}`))
    .map((paper) => diagnostic('letter-without-template', paper.place.source, paper.place.span, [paper.title]));
};
