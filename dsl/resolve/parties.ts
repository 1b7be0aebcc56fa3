import type { Parties } from '../syntax/tree.ts';
import type { Scope } from './scope.ts';
import { builtInNames } from '../syntax/vocabulary.ts';
import { known, reportUnknown } from './scope.ts';

/** Parties are roles, or those that every school has. */
export function partyNames(scope: Scope, parties: Parties, papersToo = false): readonly string[] {
  return parties.names.map((name) => {
    if (builtInNames.has(name.name)) return name.name;
    const found = known(scope, name.name);
    if (found && (found.symbol.kind === 'role' || found.symbol.kind === 'service' || papersToo)) return found.key;
    if (found) scope.report('wrong-kind', name.span, [name.name, found.symbol.kind, 'a role']);
    else reportUnknown(scope, name, 'role');
    return name.name;
  });
}
