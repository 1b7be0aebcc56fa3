import type { Day } from '../register/day.ts';
import { formatIsoDay } from '../register/day.ts';
import type { Rulebook } from '../dsl/rulebook/rulebook.ts';

/** A rulebook as the text of a TypeScript module of plain data. Days are written as numbers with the date beside them. */
export function printRulebook(rulebook: Rulebook, source: string): string {
  return [
    `// Generated from ${source} by tools/generate-rulebook.ts: change those files and run \`npm run generate\`.`,
    `import type { Day } from '../../register/day.ts';`,
    `import type { Rulebook } from './rulebook.ts';`,
    '',
    `export const england: Rulebook = ${print(rulebook, '', undefined)};`,
    '',
  ].join('\n');
}

const dayKeys: readonly (string | undefined)[] = ['compiled', 'from', 'to', 'on'];

function print(value: unknown, indent: string, key: string | undefined): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'number' && dayKeys.includes(key)) return `${value} as Day /* ${formatIsoDay(value as Day)} */`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close, parts] = Array.isArray(value)
    ? ['[', ']', value.map((item) => print(item, inner, undefined))]
    : ['{', '}', Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${print(item, inner, name)}`)];
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}
