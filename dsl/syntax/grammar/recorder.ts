import { Option, Repetition } from 'chevrotain';
import type { IProduction, ParserMethod, TokenType } from 'chevrotain';
import type { Choice, Rule, Words } from './choices.ts';
import type { ReadyParser } from './ready-parser.ts';
import { typeNamed } from './choices.ts';

/** Chevrotain's own recording, by the parts of it that its published types leave to the parser itself. */
interface Chevrotain {
  RULE(name: string, record: () => void): ParserMethod<[], unknown>;
  consume(occurrence: number, type: TokenType): void;
  subrule(occurrence: number, rule: unknown): void;
  or(
    occurrence: number,
    choice: { readonly DEF: readonly { readonly ALT: () => void }[]; readonly IGNORE_AMBIGUITIES: boolean },
  ): void;
  readonly recordingProdStack: { readonly definition: IProduction[] }[];
}

/** Has Chevrotain record what the rules would read, in place of reading it: for the generator, and for tests of the grammar. */
export function record(parser: ReadyParser): void {
  const chevrotain = parser as unknown as Chevrotain;
  let occurrence = 0;
  const open: IProduction[] = [];
  const read = (rule: unknown): unknown => (chevrotain.subrule(occurrence++, rule), anything);
  const take = (type: TokenType): unknown => (chevrotain.consume(occurrence++, type), anything);
  const within = (made: Option | Repetition, part: () => void): void => {
    chevrotain.recordingProdStack.at(-1)!.definition.push(made);
    chevrotain.recordingProdStack.push(made);
    part();
    chevrotain.recordingProdStack.pop();
  };
  const option = (part: () => void): unknown => {
    within(new Option({ definition: [], idx: occurrence++ }), part);
    return anything;
  };
  const oneOf = (choice: Choice<unknown, never>): unknown => {
    const alternatives = choice.rules.map((rule) => ({ ALT: () => void read(rule) }));
    chevrotain.or(occurrence++, { DEF: alternatives, IGNORE_AMBIGUITIES: choice.settled === true });
    return anything;
  };
  const word = ({ names }: Words<string>): unknown => {
    const alternatives = names.map((name) => ({ ALT: () => void take(typeNamed(name)) }));
    chevrotain.or(occurrence++, { DEF: alternatives, IGNORE_AMBIGUITIES: false });
    return anything;
  };
  const recorded: Record<string, unknown> = {
    rule: (name: string, body: (given: unknown) => unknown) =>
      chevrotain.RULE(name, () => {
        occurrence = 0;
        body(anything);
      }),
    read,
    take,
    maybeTake: (type: TokenType) => option(() => take(type)),
    has: (type: TokenType) => (option(() => take(type)), false),
    maybe: (rule: Rule<unknown>) => option(() => read(rule)),
    all: (rule: Rule<unknown>) => {
      within(new Repetition({ definition: [], idx: occurrence++ }), () => read(rule));
      return [];
    },
    /** The body of the `while` is gone through once. */
    again: () => {
      const last = open.at(-1);
      const stack = chevrotain.recordingProdStack;
      if (last !== undefined && stack.at(-1) === (last as unknown)) {
        stack.pop();
        open.pop();
        return false;
      }
      const made = new Repetition({ definition: [], idx: occurrence++ });
      stack.at(-1)!.definition.push(made);
      stack.push(made);
      open.push(made);
      return true;
    },
    oneOf,
    maybeOneOf: (choice: Choice<unknown, never>) => option(() => oneOf(choice)),
    word,
    spanFrom: () => anything,
    spanSince: () => anything,
  };
  Object.assign(parser, recorded);
}

/** Stands for whatever a rule would have read: it has every property, can be called, and holds nothing. */
const anything: object = new Proxy(() => anything, {
  get: (_, key) => {
    if (key === Symbol.toPrimitive) return () => '';
    if (key === Symbol.iterator) return [][Symbol.iterator].bind([]);
    return anything;
  },
});
