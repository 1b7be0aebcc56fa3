import type { Fraction } from '../../register/fraction.ts';
import type { Detail, Fine as FineNode, Guard, MarkedRow, NameNode, Paper as PaperNode } from '../syntax/tree.ts';
import type { About, Condition, Fine, Paper } from './policy.ts';
import type { Scope } from './scope.ts';
import { find, placeOf } from './scope.ts';
import { resolveCondition, resolveNeed } from './resolve-condition.ts';
import { resolveEvent, resolveWindow } from './resolve-measure.ts';
import { partyNames } from './parties.ts';
import { checkUnit } from './units.ts';
import { wordsOf } from './words.ts';

/** Letters, notices, meetings, leave and the rest: one grammar, one shape. */
export function resolvePaper(scope: Scope, node: PaperNode, of: About): Paper {
  const name = node.name.name;
  const place = placeOf(scope, name, node.span, node.marks);
  const details = node.body.filter((item): item is Detail => item.kind === 'detail');
  return {
    name,
    title: node.title?.text ?? name.replaceAll('-', ' '),
    place,
    paper: node.paper,
    of,
    goesTo: details.flatMap((item) => (item.word === 'goes to' && item.parties ? partyNames(scope, item.parties) : [])),
    details: details.map((item) => ({
      word: item.word,
      words: wordsOf(scope, item.span),
      texts: item.texts.map((text) => text.text),
      names: item.parties ? partyNames(scope, item.parties) : [],
      join: item.parties?.join ?? 'all',
      guard: item.guard && item.word !== 'needs' ? detailGuard(scope, item.guard) : undefined,
      place: placeOf(scope, name, item.span, item.marks, place),
    })),
    needs: details.flatMap((item) =>
      item.word === 'needs' && item.test ? [resolveNeed(scope, item.test, item.guard)] : [],
    ),
    rows: node.body
      .filter((item): item is MarkedRow => item.kind === 'marked')
      .map((row) => ({
        enters: row.enters,
        condition: row.test ? resolveCondition(scope, row.test) : undefined,
        may: row.word === 'may mark',
        place: placeOf(scope, name, row.span, row.marks, place),
      })),
    fines: node.body
      .filter((item): item is FineNode => item.kind === 'fine')
      .map((item) => resolveFine(scope, item, name)),
    perParent: details.some((item) => item.word === 'counted per' && item.parties?.names.some(isParent)),
    lookBack: details.flatMap((item) =>
      item.lookBack.map(({ done, window }) => ({
        event: { name, done, words: `${name.replaceAll('-', ' ')} ${done}` },
        window: resolveWindow(scope, window),
      })),
    ),
    atMost: node.atMost && {
      number: node.atMost.number,
      each: find(scope, node.atMost.each, 'paper')?.key ?? node.atMost.each.name,
    },
  };
}

function isParent({ name }: NameNode): boolean {
  return /^(?:.*-)?parents?$/.test(name);
}

/** Who leads, or what is included, is open while it is not known what that turns on: here `unless` is a plain `not`. */
function detailGuard(scope: Scope, guard: Guard): Condition {
  const test = resolveCondition(scope, guard.test);
  return guard.kind === 'if' ? test : { kind: 'not', part: test, words: `not ${test.words}` };
}

function resolveFine(scope: Scope, node: FineNode, name: string): Fine {
  return {
    which: node.which,
    steps: node.amounts.map((amount) => {
      checkUnit(scope, amount.within.unit, amount.within.span, 'length');
      const pounds = poundsOf(amount.pounds);
      const of = amount.of.map(({ kind, event }) => ({ kind, event: resolveEvent(scope, event) }));
      return { pounds, within: amount.within.number, unit: amount.within.unit, of };
    }),
    place: placeOf(scope, name, node.span, node.marks),
  };
}

/** `60`, `62.50`: exact. */
export function poundsOf(printed: string): Fraction {
  const [whole = '0', pence = ''] = printed.split('.');
  return { numerator: Number(`${whole}${pence}`), denominator: 10 ** pence.length };
}
