import { Alternation, Alternative, NonTerminal, Option, Repetition, Rule, Terminal } from 'chevrotain';
import type { IProduction, TokenType } from 'chevrotain';

/** A rule as Chevrotain records it, written down: its name, and what it is made of. */
export type RecordedRule = readonly [name: string, definition: readonly Recorded[]];

export type Recorded =
  | readonly [kind: 'terminal', token: string, index: number]
  | readonly [kind: 'rule', name: string, index: number]
  | readonly [kind: 'option' | 'many', definition: readonly Recorded[], index: number]
  | readonly [kind: 'or', alternatives: readonly (readonly Recorded[])[], index: number, hasPredicates: boolean];

/** The rules as Chevrotain's own objects, each reference bound to the rule it names. */
export function rulesFrom(written: readonly RecordedRule[], tokens: Iterable<TokenType>): ReadonlyMap<string, Rule> {
  const byName = new Map<string, TokenType>();
  for (const token of tokens) byName.set(token.name, token);
  const rules = new Map(written.map(([name]) => [name, new Rule({ name, definition: [] })]));
  const made = (production: Recorded): IProduction => {
    switch (production[0]) {
      case 'terminal':
        return new Terminal({ terminalType: byName.get(production[1])!, idx: production[2] });
      case 'rule': {
        const reference = new NonTerminal({ nonTerminalName: production[1], idx: production[2] });
        reference.referencedRule = rules.get(production[1])!;
        return reference;
      }
      case 'option':
        return new Option({ definition: production[1].map(made), idx: production[2] });
      case 'many':
        return new Repetition({ definition: production[1].map(made), idx: production[2] });
      case 'or': {
        const alternatives = production[1].map((each) => new Alternative({ definition: each.map(made) }));
        const choice = new Alternation({ definition: alternatives, idx: production[2] });
        // Whether some alternative has a GATE: Chevrotain's published types leave it out.
        return Object.assign(choice, { hasPredicates: production[3] });
      }
    }
  };
  for (const [name, definition] of written) rules.get(name)!.definition = definition.map(made);
  return rules;
}
