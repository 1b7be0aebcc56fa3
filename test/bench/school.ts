import { readdirSync, readFileSync } from 'node:fs';
import type { Policy } from '../../dsl/index.ts';
import { codeTableOf, england, readPolicies } from '../../dsl/index.ts';
import { benchCalendar } from './registers.ts';

/** What every bench of pupils is asked on: the last school day of a year. */
export const calendar = benchCalendar();
export const days = calendar.schoolDays.length;
export const asAt = calendar.schoolDays.at(-1)!;
export const codes = codeTableOf(england);

/** The policies of the project, in the order of their names. */
export function realPolicies(): readonly Policy[] {
  const folder = new URL('../../policies/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.att'));
  const sources = names.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
  return [...readPolicies(sources, { rulebook: england }).policies.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function tenMeasures(): Policy {
  const name = new URL('ten-measures.att', import.meta.url).pathname;
  return readPolicies([{ name, text: readFileSync(name, 'utf8') }], { rulebook: england }).policies.get(
    'ten-measures',
  )!;
}
