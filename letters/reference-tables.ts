import { letterHelpers } from './helpers.ts';
import type { Field, FieldKind } from './letter-fields.ts';
import { letterFieldList } from './letter-fields.ts';
import { tags } from './markup.ts';

/** The tables of README.md, made from what the check of templates reads: `fields`, `helpers` and `tags`. */
export const referenceTables: Readonly<Record<string, () => string>> = {
  fields: () =>
    table(
      ['field', 'what it is', 'kind', 'for example'],
      letterFieldList.flatMap((field) => [row(field, ''), ...(field.columns ?? []).map((column) => row(column, '… '))]),
    ),
  helpers: () =>
    table(
      ['helper', 'takes', 'gives'],
      Object.entries(letterHelpers).map(([name, { takes, says }]) => [`\`{{${name} …}}\``, takes.join(', '), says]),
    ),
  tags: () =>
    table(
      ['tag', 'what it is', 'stands in'],
      tags.map(({ name, says, within }) => [
        `\`<${name}>\``,
        says,
        within.map((each) => (each === undefined ? 'the letter' : `\`<${each}>\``)).join(', '),
      ]),
    ),
};

/** A text with the part between `<!-- NAME -->` and `<!-- end of NAME -->` written anew, for each table. */
export function withTables(readme: string): string {
  return Object.entries(referenceTables).reduce((text, [name, write]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`README.md has no ${begin} … ${end}`);
    return `${text.slice(0, from + begin.length)}\n${write()}\n${text.slice(to)}`;
  }, readme);
}

function row(field: Field, indent: string): string[] {
  const empty = field.mayBeEmpty ? ', may be empty' : '';
  return [`${indent}\`${field.name}\``, field.says, kinds[field.kind] + empty, exampleOf(field)];
}

function exampleOf({ example }: Field): string {
  if (typeof example === 'string') return example;
  return example.map((each) => (typeof each === 'string' ? each : 'see its columns')).join(' / ');
}

const kinds: Readonly<Record<FieldKind, string>> = {
  text: 'words',
  date: 'date',
  count: 'count',
  percentage: 'percentage',
  lines: 'list of words',
  rows: 'list of rows',
};

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
