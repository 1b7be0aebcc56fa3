import type { CheckingRule } from '../rule.ts';
import { clauseNamed, clausesOf } from '../../resolve/clauses.ts';
import { withLayers } from '../../resolve/layers.ts';
import { diagnostic } from '../../text/report.ts';

/** replaces-not-stated: only what a layer leaves `not stated` can be replaced; all else of it still holds, and the writer is told. */
export const replacesNotStated: CheckingRule = ({ policy }) =>
  clausesOf(policy).flatMap(({ place }) => {
    const above = place.replaces && clauseNamed(withLayers(policy).slice(1), place.replaces.name);
    if (!above?.stated || !place.replaces) return [];
    const related = [{ message: 'the layer says it here', source: above.place.source, span: above.place.span }];
    return [diagnostic('replaces-stated', place.source, place.replaces.span, [place.replaces.name], { related })];
  });
