import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vocabulary } from '../../dsl/syntax/vocabulary.ts';
import { colours } from '../../tools/colours.ts';
import { root } from './editor.ts';

const { patterns } = colours();

test('the committed colours are those of the vocabulary', () => {
  const committed: unknown = JSON.parse(readFileSync(join(root, 'editors/vscode/att.tmLanguage.json'), 'utf8'));
  expect(committed).toEqual(JSON.parse(JSON.stringify(colours())));
});

/** What an editor would colour in a line: at each place the pattern that matches there first, in their order. */
function coloured(line: string): string {
  const found: string[] = [];
  for (let at = 0; at < line.length;) {
    const matches = patterns.flatMap((pattern) => {
      const match = new RegExp(pattern.match, 'dg');
      match.lastIndex = at;
      const result = match.exec(line);
      return result && result[0] !== '' ? [{ pattern, result }] : [];
    });
    const first = matches.reduce<(typeof matches)[number] | undefined>(
      (best, each) => (!best || each.result.index < best.result.index ? each : best),
      undefined,
    );
    if (!first) break;
    const { pattern, result } = first;
    if (pattern.name !== undefined) found.push(`${result[0].trim()}:${short(pattern.name)}`);
    for (const [number, { name }] of Object.entries(pattern.captures ?? {})) {
      if (result[Number(number)] !== undefined) found.push(`${result[Number(number)]}:${short(name)}`);
    }
    at = result.index + result[0].length;
  }
  return found.join(' ');
}

function short(name: string): string {
  return name
    .replace(/\.att$/, '')
    .split('.')
    .slice(0, 3)
    .join('.');
}

test.each([
  [
    'stage serious "Serious" from 7 days absent   cite "Map"  // so',
    'stage:keyword.other.declaration serious:entity.name.type "Serious":string.quoted.double from:keyword.operator 7:constant.numeric days absent:support.type.unit cite:keyword.other.doubt "Map":string.quoted.double // so:comment.line.double-slash',
  ],
  [
    'attendance-lead will send stage-2-letter to parents',
    'attendance-lead:variable.other will:keyword.control.strength send:support.function stage-2-letter:variable.other to:keyword.operator parents:variable.other',
  ],
  [
    'marked U if order not sent on 4 September 2023 by 08:55',
    'marked:keyword.control U:constant.language.code if:keyword.operator order:variable.other not:keyword.operator sent:support.constant.participle on:keyword.operator 4 September 2023:constant.numeric.date by:keyword.operator 08:55:constant.numeric.time',
  ],
])('the colours of %s', (line, wanted) => {
  expect(coloured(line)).toBe(wanted);
});

test('every hard phrase has one colour, all of it', () => {
  const hard = vocabulary.filter(({ soft }) => !soft).flatMap(({ forms }) => forms);
  expect(hard.filter((form) => !coloured(form).startsWith(`${form}:`))).toEqual([]);
});
