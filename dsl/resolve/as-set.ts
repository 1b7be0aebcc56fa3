import type { Test } from '../syntax/tree.ts';
import type { Provision } from '../rulebook/rulebook.ts';
import type { Condition, SetVersion } from './policy.ts';
import type { Scope } from './scope.ts';
import { citationText } from '../rulebook/citation.ts';
import { resolveMeasure } from './resolve-measure.ts';

/** `absence this school year as set in "PA-10"`: the number and whether it is itself included are the rulebook's, by the day. */
export function asSet(scope: Scope, test: Test & { kind: 'as set' }, words: string): Condition {
  const provision = test.provision.text;
  const [measure] = resolveMeasure(scope, test.measure);
  if (measure?.kind === 'rate' && measure.of !== 'absence') {
    scope.report('does-not-belong', test.provision.span, ['a share of absence', 'a rate of attendance']);
  }
  const versions = scope.rulebook.provisions.filter(({ id }) => id === provision).flatMap(versionOf);
  if (versions.length === 0)
    scope.report('unknown-provision', test.provision.span, ['sets no share of absence', provision, '']);
  return { kind: 'as set', provision, measure: measure!, versions, words };
}

function versionOf({ from, to, level, citation, title, value }: Provision): readonly SetVersion[] {
  if (value.kind !== 'quantity' || value.unit !== 'per cent' || value.of !== 'possible sessions') return [];
  const share = { numerator: value.number, denominator: 100 };
  return [
    {
      from,
      to,
      level,
      citation: citationText(citation),
      comparator: value.boundary === 'excluded' ? 'more than' : 'at least',
      value: { kind: 'constant', value: share, unit: 'per cent', words: title },
    },
  ];
}
