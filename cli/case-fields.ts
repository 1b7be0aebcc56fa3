import { parseIsoDay } from '../register/day.ts';
import type { Day } from '../register/day.ts';

/** Pieces of a case file, read one by one; what is wrong is added to the problems with its place. */
export type Fields = Readonly<Record<string, unknown>>;

export function dayIn(value: string, where: string, problems: string[]): Day | undefined {
  const day = parseIsoDay(value);
  if (day === undefined) problems.push(`${where} is “${value}”; expected a day as 2024-03-28`);
  return day;
}

export function optionalDay(value: unknown, where: string, problems: string[]): Day | undefined {
  return value === undefined || value === null ? undefined : dayIn(text(value), where, problems);
}

/** YAML reads a bare date as text under the core schema; anything else that is no text is empty. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function record(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function list(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(record) : [];
}
