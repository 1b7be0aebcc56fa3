import type { CheckingRule } from '../rule.ts';
import { diagnostic } from '../../text/report.ts';

/**
 * letter-has-template: a letter that a stage sends is among the templates the check was given: those are the letters
 * that are drafted. A framework leaves its letters to its schools to word.
 */
export const letterHasTemplate: CheckingRule = ({ policy, templates }) => {
  if (!templates || policy.level === 'framework') return [];
  const sent = new Set(
    policy.rules.flatMap((rule) =>
      rule.stage && rule.mode === 'duty' && rule.act.kind === 'verb' && rule.act.verb === 'send'
        ? rule.act.objects
        : [],
    ),
  );
  return policy.papers
    .filter((paper) => sent.has(paper.name) && !templates.has(`${policy.id}.${paper.name}`))
    .map((paper) => {
      const file = `letters/templates/${policy.id}.${paper.name}.hbs`;
      return diagnostic('letter-without-template', paper.place.source, paper.place.span, [paper.title, file]);
    });
};
