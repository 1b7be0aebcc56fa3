import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../../dsl/syntax/parse.ts';
import { printSyntax } from '../../support/print-syntax.ts';

// test/conformance/parse: a text for each construct beside the tree it means. UPDATE=1 rewrites the trees: the
// difference is to be read.
const folder = new URL('../../conformance/parse/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.att'))
  .map((name) => name.replace(/\.att$/, ''));

test.each(names)('%s', (name) => {
  const text = readFileSync(new URL(`${name}.att`, folder), 'utf8');
  const { file, diagnostics } = parse({ name: `${name}.att`, text });
  expect(diagnostics.map((each) => each.message)).toEqual([]);
  const tree = new URL(`${name}.tree.txt`, folder);
  if (process.env['UPDATE'] === '1') writeFileSync(tree, printSyntax(file));
  expect(printSyntax(file)).toBe(readFileSync(tree, 'utf8'));
});

test('every text has its tree, and no tree is left over', () => {
  const trees = readdirSync(folder).filter((name) => name.endsWith('.tree.txt'));
  expect(trees.map((name) => name.replace(/\.tree\.txt$/, '')).sort()).toEqual(names.toSorted());
});
