import type { Day } from '../../register/day.ts';
import type * as n from '../syntax/tree.ts';
import type { Level, Provision, SchoolKind } from '../rulebook/rulebook.ts';
import type { Departure } from './policy.ts';
import type { Scope } from './scope.ts';
import { addDays, formatDay } from '../../register/day.ts';
import { levelFor } from '../rulebook/level-for.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { replaceFix } from '../text/report.ts';
import { find, placeOf } from './scope.ts';

/**
 * A departure that says all it must, from guidance that the rulebook has. Any other is told, and counts for nothing: so
 * is one from what is law for the kind of school on any of its days.
 */
export function departure(scope: Scope, item: n.DepartureItem, kind: SchoolKind | undefined): readonly Departure[] {
  const { name, span } = item.provision;
  const versions = scope.rulebook.provisions
    .filter(({ id }) => id === name)
    .map((provision) => ({ ...provision, level: levelFor(provision, kind) ?? 'information' }));
  if (versions.length === 0) reportUnknown(scope, item.provision);
  const role = item.by && 'name' in item.by ? find(scope, item.by, 'role', (kind) => kind === 'role') : undefined;
  const approvedBy = item.by && ('text' in item.by ? item.by.text : role?.symbol.title);
  const missing = missingIn(item);
  if (missing.length > 0) scope.report('departure-unfinished', span, [name, missing.join(', nor ')]);
  if (versions.length === 0 || missing.length > 0 || approvedBy === undefined) return [];
  const [on, until] = [item.on!.day, item.until!.day];
  if (until < on || refused(scope, item, versions, on, until)) return [];
  const place = placeOf(scope, `departs-from-${name}`, item.span, item.marks);
  return [{ provision: name, provisionSpan: span, because: item.because!.text, approvedBy, on, until, place }];
}

function reportUnknown(scope: Scope, { name, span }: n.NameNode): void {
  const ids = new Set(scope.rulebook.provisions.map(({ id }) => id));
  const near = didYouMean(name.toUpperCase(), ids);
  const hint = near.length > 0 ? `; did you mean “${near[0]}”?` : '';
  const fixes = near.map((each) => replaceFix(`write “${each}”`, span, each));
  scope.report('unknown-provision', span, ['has no provision', name, hint], { fixes });
}

function missingIn({ because, by, on, until }: n.DepartureItem): readonly string[] {
  return [
    ...(because === undefined || isBlank(because.text) ? ['why (because "…")'] : []),
    ...(by === undefined || ('text' in by && isBlank(by.text)) ? ['who approved it (approved by ROLE)'] : []),
    ...(on === undefined ? ['when it was approved (on DATE)'] : []),
    ...(until === undefined ? ['until when (until DATE)'] : []),
  ];
}

/** Nothing, or the dots that stand where somebody has yet to write. */
function isBlank(words: string): boolean {
  return /^[\s….]*$/.test(words);
}

/** Whether it reaches a day on which the provision is no guidance; where it begins as guidance, the fix ends it the day before. */
function refused(
  scope: Scope,
  { provision: { name, span }, until: untilNode }: n.DepartureItem,
  versions: readonly Provision[],
  on: Day,
  until: Day,
): boolean {
  const reached = versions
    .filter(({ from, to }) => (from ?? -Infinity) <= until && on <= (to ?? Infinity))
    .toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
  const binding = reached.find(({ level }) => why[level] !== undefined);
  if (!binding) return false;
  const { level, from } = binding;
  if (from === undefined || from <= on) {
    scope.report('departure-refused', span, [name, why[level]!]);
    return true;
  }
  const last = addDays(from, -1);
  const fixes = [replaceFix(`end it on ${formatDay(last)}`, untilNode!.span, formatDay(last))];
  scope.report('departure-refused', span, [name, `from ${formatDay(from)} ${why[level]!}`], { fixes });
  return true;
}

const why: Partial<Record<Level, string>> = {
  law: 'it is law, and the law cannot be departed from',
  local: 'the council decides it, and only the council can depart from it',
  information: 'it asks nothing of a policy',
};
