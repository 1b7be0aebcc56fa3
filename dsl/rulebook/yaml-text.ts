import { isNode, isMap, isPair, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import type { Path } from './misfit.ts';

/** A file of YAML as a value, and on which line (from 1) each place of it stands. */
export interface YamlText {
  readonly file: string;
  readonly content: unknown;
  readonly errors: readonly { readonly line: number; readonly reason: string }[];
  /** The line of a path; with a key, of that key there. The nearest node above where it is absent. */
  readonly lineOf: (path: Path, key?: string) => number;
}

export function readYaml(file: string, text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const unread = [...document.errors, ...document.warnings, ...unnamedAliases(document)];
  const line = (offset: number): number => lines.linePos(offset).line;
  return {
    file,
    content: unread.length > 0 ? undefined : document.toJS(),
    errors: unread.map((error) => ({ line: line(error.pos[0]), reason: firstLine(error.message) })),
    lineOf: (path, key) => line(offsetOf(document, path, key)),
  };
}

function offsetOf(document: Document.Parsed, path: Path, key?: string): number {
  const node = document.getIn(path, true);
  if (key !== undefined && isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && isNode(item.key) && item.key.toJSON() === key);
    if (pair !== undefined && isNode(pair.key) && pair.key.range) return pair.key.range[0];
  }
  if (isNode(node) && node.range) return node.range[0];
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1));
}

/** An alias of an anchor that nobody set is found by YAML only when it is read: `citation: *table1`. */
function unnamedAliases(document: Document): { pos: [number, number]; message: string }[] {
  const found: { pos: [number, number]; message: string }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined && alias.range) {
        found.push({ pos: [alias.range[0], alias.range[1]], message: `no anchor &${alias.source} before this alias` });
      }
    },
  });
  return found;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}
