import { Ajv2020 } from 'ajv/dist/2020.js';
import { isNode, isMap, isPair, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { parseIsoDay } from '../../register/day.ts';
import { buildRulebook } from './build-rulebook.ts';
import { checkRulebook } from './check-rulebook.ts';
import type { Path } from './misfit.ts';
import type { RulebookFile } from './rulebook-file.ts';
import schema from './rulebook.schema.json' with { type: 'json' };
import type { Rulebook } from './rulebook.ts';
import { pathOf, reasonOf } from './schema-reason.ts';

/** What is wrong with a rulebook file, and on which line (from 1). */
export interface RulebookProblem {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export type LoadedRulebook =
  | { readonly kind: 'rulebook'; readonly rulebook: Rulebook }
  | { readonly kind: 'problems'; readonly problems: readonly RulebookProblem[] };

/**
 * YAML text → Rulebook, or everything found wrong with it in line order. First that it is YAML, then its shape, then
 * what the shape cannot say (dates that cross, ids and codes given twice, instruments nobody listed).
 */
export function loadRulebook(text: string, file: string): LoadedRulebook {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problem = (offset: number, reason: string): RulebookProblem => ({
    file,
    line: lines.linePos(offset).line,
    reason,
  });
  const unread = [...document.errors, ...document.warnings, ...unnamedAliases(document)];
  if (unread.length > 0) return refused(unread.map((error) => problem(error.pos[0], firstLine(error.message))));
  const at = (path: Path, key?: string): number => offsetOf(document, path, key);
  const content: unknown = document.toJS();
  if (!fitsSchema(content)) {
    const errors = (fitsSchema.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    return refused(
      errors.map((error) =>
        problem(at(pathOf(error), error.params['additionalProperty'] as string | undefined), reasonOf(error)),
      ),
    );
  }
  const checked = checkRulebook(content);
  if (checked.length > 0) return refused(checked.map(({ path, reason }) => problem(at(path), reason)));
  return { kind: 'rulebook', rulebook: buildRulebook(content) };
}

const ajv = new Ajv2020({ allErrors: true, verbose: true, discriminator: true, allowUnionTypes: true });
ajv.addFormat('day', (text) => parseIsoDay(text) !== undefined);
const fitsSchema = ajv.compile<RulebookFile>(schema);

function refused(problems: readonly RulebookProblem[]): LoadedRulebook {
  return { kind: 'problems', problems: problems.toSorted((a, b) => a.line - b.line) };
}

/** Where the node at a path begins; with a key, where that key of it stands. The nearest node above where it is absent. */
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
function unnamedAliases(document: Document.Parsed): { pos: [number, number]; message: string }[] {
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
