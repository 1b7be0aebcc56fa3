import type { NamedClause } from '../../resolve/clauses.ts';
import type { Policy } from '../../resolve/policy.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import type { Verdict } from '../refining/comparison.ts';
import type { CheckingRule } from '../rule.ts';
import { clauseNamed, clausesOf } from '../../resolve/clauses.ts';
import { withLayers } from '../../resolve/layers.ts';
import { diagnostic } from '../../text/report.ts';
import { untold } from '../refining/comparison.ts';
import { conditionLooser } from '../refining/condition-looser.ts';
import { sentenceLooser } from '../refining/sentence-looser.ts';
import { timeLooser } from '../refining/time-looser.ts';

/**
 * refines-no-looser: a clause that refines one of a layer above is of its sort and asks as much or more; where that
 * cannot be told, a person must judge. What a layer leaves `not stated` is free to be filled.
 */
export const refinesNoLooser: CheckingRule = ({ policy }) =>
  clausesOf(policy).flatMap((own): readonly Diagnostic[] => {
    const { refines, source } = own.place;
    const above = refines && clauseNamed(withLayers(policy).slice(1), refines.name);
    if (!above) return [];
    if (sortOf(own) !== sortOf(above)) {
      return [diagnostic('wrong-kind', source, refines.span, [refines.name, above.sort, `a ${own.sort}`])];
    }
    if (!above.stated) return [];
    const related = [{ message: 'the layer says it here', source: above.place.source, span: above.place.span }];
    const said = (kind: Verdict['kind']): string =>
      compared(own, above)
        .flatMap((each) => (each.kind === kind ? [each.why] : []))
        .join('; ');
    if (said('looser')) {
      return [diagnostic('refines-looser', source, refines.span, [refines.name, said('looser')], { related })];
    }
    if (!said('untold')) return [];
    return [diagnostic('refines-untold', source, refines.span, [refines.name, said('untold')], { related })];
  });

/** A threshold and a group are both tests. */
function sortOf({ sort }: NamedClause): string {
  return sort === 'group' ? 'threshold' : sort;
}

function compared(own: NamedClause, above: NamedClause): readonly Verdict[] {
  if (own.sort === 'sentence') {
    return sentenceLooser(own.policy, ruleOf(own.policy, own), above.policy, ruleOf(above.policy, above));
  }
  if (sortOf(own) === 'threshold') {
    const test = ({ policy, name }: NamedClause) => policy.thresholds.find((each) => each.name === name)!.condition;
    return conditionLooser(
      { policy: own.policy, condition: test(own) },
      { policy: above.policy, condition: test(above) },
    );
  }
  if (own.sort === 'time') {
    const time = ({ policy, name }: NamedClause) => policy.times.find((each) => each.name === name)!.time;
    return timeLooser(time(own), time(above));
  }
  return untold(`two of the sort ${own.sort} are not compared`);
}

function ruleOf(policy: Policy, { name }: NamedClause) {
  return policy.rules.find((rule) => rule.id === name)!;
}
