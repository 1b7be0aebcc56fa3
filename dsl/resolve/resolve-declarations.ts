import type * as n from '../syntax/tree.ts';
import type * as p from './policy.ts';
import type { Scope } from './scope.ts';
import { resolveBounds, resolveCondition } from './resolve-condition.ts';
import { asOneMeasure, resolveEvent, resolveMeasure } from './resolve-measure.ts';
import { find, placeOf } from './scope.ts';
import { spaced } from './symbols.ts';
import { checkAmount, checkUnit, unitOf } from './units.ts';

/** What a policy declares besides ladders, papers and sentences: one function a kind. */

export function named(
  scope: Scope,
  item: n.Item & { readonly name: n.NameNode; readonly title: n.TextNode | undefined },
  inside?: string,
) {
  const name = item.name.name;
  return {
    name,
    title: item.title?.text ?? spaced(name),
    place: placeOf(scope, inside === undefined ? name : `${inside}.${name}`, item.span, item.marks),
  };
}

export function namedTime(scope: Scope, item: n.TimeDeclaration): p.NamedTime {
  return { ...named(scope, item), time: item.time };
}

export function halfDay(scope: Scope, item: n.HalfDayDeclaration): p.HalfDayRules {
  const place = placeOf(scope, item.half === 'AM' ? 'morning' : 'afternoon', item.span, item.marks);
  const bound =
    item.from &&
    resolveBounds(scope, { bounds: [{ kind: 'from', time: item.from, span: item.span }], span: item.span })[0];
  const rows = item.body.flatMap((row) =>
    row.kind === 'arriving row'
      ? [
          {
            bounds: resolveBounds(scope, row.range),
            enters: row.enters,
            place: placeOf(scope, place.id, row.span, row.marks, place),
          },
        ]
      : [],
  );
  return { half: item.half, from: bound?.time, stated: item.stated, rows, place };
}

export function role(scope: Scope, item: n.RoleDeclaration): p.Role {
  const flags: string[] = [];
  let join: 'any' | 'all' = 'all';
  const collect = (test: n.Test): void => {
    if (test.kind === 'name') flags.push(test.name.name);
    else if (test.kind === 'and' || test.kind === 'or') {
      if (test.kind === 'or') join = 'any';
      test.parts.forEach(collect);
    } else scope.report('does-not-belong', test.span, ['this', 'a role']);
  };
  if (item.who?.test) collect(item.who.test);
  const adults = item.who ? { join, flags } : undefined;
  return { ...named(scope, item), outside: item.outside, named: item.named, adults };
}

export function namedMeasure(scope: Scope, item: n.MeasureDeclaration): readonly p.NamedMeasure[] {
  const base = named(scope, item);
  if (item.measures.length === 0) {
    return [{ ...base, measure: { kind: 'not stated', what: base.title, place: base.place, words: base.title } }];
  }
  const readings = item.measures.flatMap((each) => resolveMeasure(scope, each));
  return readings.map((measure) => ({ ...base, measure: inItsDates(measure, base) }));
}

/** A measure past its own dates says nothing: it is not stated since, and not yet before. */
export function inItsDates(measure: p.Measure, { title, place }: Pick<p.NamedMeasure, 'title' | 'place'>): p.Measure {
  return place.inForce ? { kind: 'dated', of: measure, title, place, words: measure.words } : measure;
}

export function threshold(scope: Scope, item: n.TestDeclaration): p.Threshold {
  const base = named(scope, item);
  const condition: p.Condition = item.test
    ? resolveCondition(scope, item.test)
    : { kind: 'not stated', what: base.title, place: base.place, words: base.title };
  return { ...base, kind: item.kind, condition };
}

export function stretch(scope: Scope, node: n.Stretch): p.Stretch {
  switch (node.kind) {
    case 'after':
    case 'from': {
      checkUnit(scope, node.quantity.unit, node.quantity.span, 'length');
      const { from, number, unit } = node.quantity;
      return { kind: node.kind, least: from ?? number, most: number, unit, event: resolveEvent(scope, node.event) };
    }
    case 'last of': {
      if (node.quantity.unit !== 'months' && node.quantity.unit !== 'years') {
        scope.report('wrong-unit', node.quantity.span, [
          node.quantity.unit,
          'at the end of a period',
          '“months” or “years”',
        ]);
      }
      const found = find(scope, node.name, 'period', (kind) => kind === 'period');
      return {
        kind: 'last of',
        number: node.quantity.number,
        unit: node.quantity.unit,
        period: found?.key ?? node.name.name,
      };
    }
    case 'dates':
      return { kind: 'dates', from: node.from, to: node.to };
    case 'from birthday':
      if (typeof node.first === 'string') checkUnit(scope, node.first, node.span, 'this or last');
      return { kind: node.kind, first: node.first, orOn: node.orOn, birthday: node.birthday };
  }
}

export function bands(scope: Scope, item: n.BandsDeclaration): p.Bands {
  const base = named(scope, item);
  const measure = asOneMeasure(scope, item.measure);
  const inside = item.body.flatMap((each) =>
    each.kind === 'band' ? [{ ...named(scope, each, base.name), range: bandRange(scope, each, measure) }] : [],
  );
  return { ...base, measure, bands: inside };
}

function bandRange(scope: Scope, item: n.BandDeclaration, measure: p.Measure): p.BandRange {
  const value = (amount: n.Amount) => {
    checkAmount(scope, amount, unitOf(measure));
    const scale = amount.unit === 'per cent' ? 100 : 1;
    return { numerator: amount.numerator, denominator: amount.denominator * scale };
  };
  if (item.range.kind === 'between')
    return { kind: 'between', low: value(item.range.low), high: value(item.range.high) };
  const { comparator, amount } = item.range;
  return { kind: 'compared', comparator: comparator === 'from' ? 'at least' : comparator, value: value(amount) };
}

export function rewardTo(scope: Scope, item: n.RewardDeclaration): p.Reward['to'] {
  if ('measure' in item.to) {
    return { kind: item.to.kind, measure: asOneMeasure(scope, item.to.measure) };
  }
  return { kind: item.to.kind, condition: resolveCondition(scope, item.to.test) };
}

export function attention(scope: Scope, item: n.AttentionItem): p.Attention {
  const isTest = (kind: string): boolean => kind === 'group' || kind === 'threshold';
  const groups = item.groups.flatMap((name) => find(scope, name, 'group', isTest)?.key ?? []);
  return { groups, place: placeOf(scope, 'attention', item.span, item.marks) };
}

export function contradiction(scope: Scope, item: n.ContradictionDeclaration): p.Contradiction {
  const between = item.between.map((name) => find(scope, name, 'clause')?.key ?? name.name);
  const actsOn = item.actsOn ? (find(scope, item.actsOn, 'clause')?.key ?? item.actsOn.name) : undefined;
  return {
    between,
    text: item.text?.text ?? '',
    actsOn,
    place: placeOf(scope, 'contradiction', item.span, item.marks),
  };
}
