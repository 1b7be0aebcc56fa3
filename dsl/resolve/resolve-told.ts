import type { NameNode, ToldTest } from '../syntax/tree.ts';
import type { Condition, Told } from './policy.ts';
import type { Scope } from './scope.ts';
import type { SymbolKind } from './symbols.ts';
import { poundsOf } from './resolve-paper.ts';
import { find } from './scope.ts';
import { wordsOf } from './words.ts';

/** What an example expects of a time, an amount or a date: the names bound. */
export function resolveTold(scope: Scope, test: ToldTest): Condition {
  return { kind: 'told', what: toldOf(scope, test.what), words: wordsOf(scope, test.span) };
}

function toldOf(scope: Scope, what: ToldTest['what']): Told {
  const named = (name: NameNode, kind: SymbolKind): string =>
    find(scope, name, kind, (each) => each === kind)?.key ?? name.name;
  switch (what.kind) {
    case 'fine':
      return { kind: 'fine', name: named(what.name, 'notice'), pounds: poundsOf(what.pounds) };
    case 'may mark':
      return { ...what, name: find(scope, what.name, 'paper')?.key ?? what.name.name };
    case 'time':
      if (what.name.name === 'morning' || what.name.name === 'afternoon') return { ...what, name: what.name.name };
      return { kind: 'time', name: named(what.name, 'time'), time: what.time };
    case 'due':
    case 'open':
      // A sentence is known by its id, which nobody declares.
      return { ...what, name: what.name.name };
    default:
      return what;
  }
}
