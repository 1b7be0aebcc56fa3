import { readFileSync } from 'node:fs';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { elementsOf } from '../../../dsl/format/elements.ts';
import { formatPolicy } from '../../../dsl/format/format.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { parse } from '../../../dsl/syntax/parse.ts';
import { schoolPolicies } from '../../support/school-policies.ts';

const fixtures = new URL('./', import.meta.url);

export function fixture(name: string): string {
  return readFileSync(new URL(name, fixtures), 'utf8');
}

export const format = (text: string): string => formatPolicy({ name: 'test.att', text });

/** Everything of a text but its layout: tokens by type and spelling, comments, characters that mean nothing. */
export function contentOf(text: string): readonly string[] {
  const elements = elementsOf(parse({ name: 'test.att', text }));
  const kindOf = ({ type }: (typeof elements)[number]): string => (typeof type === 'string' ? type : type.name);
  const content = elements.filter(({ type }) => type !== 'comment').map((each) => `${kindOf(each)} ${each.text}`);
  return [...content, ...elements.filter(({ type }) => type === 'comment').map(({ text: comment }) => comment)];
}

export function complaintsOf(text: string): readonly string[] {
  const { diagnostics } = parse({ name: 'test.att', text });
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

/** What a text means, as data: the resolved policy with no place in it, words with one space between them. */
export function meaningOf(text: string): unknown {
  const source = { name: 'test.att', text };
  const { policies: found } = readPolicies([source, ...schoolPolicies], { rulebook: england });
  return withoutLayout([...found.values()].find((policy) => policy.source === source));
}

/** Resolved policies, or what is told of them, with no place in them. */
export function withoutLayout(meaning: unknown): unknown {
  return JSON.parse(JSON.stringify(meaning, withoutPlaces));
}

function withoutPlaces(key: string, value: unknown): unknown {
  if (key === 'span' || key === 'source' || key === 'under') return undefined;
  return typeof value === 'string' ? plainWords(value) : value;
}

/** Words as a reader would say them, however the author spaced and spelt them. */
function plainWords(words: string): string {
  return words
    .replace(/\s*([(),])\s*/g, '$1')
    .replace(/ ?per ?cent\b| %/g, '%')
    .replace(/\s+/g, ' ');
}
