import type { Arbitrary } from 'fast-check';
import { array, option, record, uniqueArray } from 'fast-check';
import { bands, periods, rewards, schoolDays, thresholds } from './declarations.ts';
import { byGroups, byMeasure, bySteps } from './ladders.ts';
import type { LadderText } from './ladders.ts';
import { measures } from './measures.ts';
import type { Known } from './names.ts';
import { bind, declared } from './names.ts';
import { papers } from './papers.ts';
import { rules } from './sentences.ts';

const parts = record({
  measures: array(measures, { maxLength: 3 }),
  periods: array(periods, { maxLength: 2 }),
  thresholds: array(thresholds, { maxLength: 4 }),
  climb: option(byMeasure),
  steps: option(bySteps),
  tiers: option(byGroups, { freq: 2 }),
  rules: array(rules, { maxLength: 4 }),
  papers: uniqueArray(papers, { maxLength: 2, selector: (text) => text.split(' ')[0]! }),
  day: option(schoolDays, { freq: 2 }),
  bands: option(bands, { freq: 2 }),
  rewards,
});
type Parts = typeof parts extends Arbitrary<infer Value> ? Value : never;

/** The clauses of a policy that reads without a mistake, by every construct of the language, in no school's words. */
export const clauses: Arbitrary<readonly string[]> = parts.map(assembled);

/** A policy of its own. */
export const policyTexts: Arbitrary<string> = clauses.map((each) => policyText('example', each));

export function policyText(name: string, each: readonly string[], under?: string): string {
  const layer = under === undefined ? '' : ` { school in "England" under ${under} }`;
  return `policy ${name} "Policy ${name}" in force from 1 September 2020${layer}\n\n${each.join('\n\n')}\n`;
}

/** What is named is declared above it: nothing turns on itself. */
function assembled(part: Parts): readonly string[] {
  const units = part.measures.map(({ unit }) => unit);
  const none: Known = { thresholds: 0, periods: 0, measures: [], stages: [] };
  const allPeriods = { ...none, periods: part.periods.length };
  const counting = { ...allPeriods, measures: units };
  const ladders = [part.climb, part.steps, part.tiers].filter((each): each is LadderText => each !== null);
  const all = { ...counting, thresholds: part.thresholds.length, stages: ladders.flatMap(({ stages }) => stages) };
  return [
    declared,
    ...part.periods.map((text, index) => bind(`period p${index} is ${text}`, none)),
    ...part.measures.map(({ text }, index) => bind(`measure m${index} is ${text}`, allPeriods)),
    ...part.thresholds.map((text, index) => bind(`threshold t${index} is ${text}`, { ...counting, thresholds: index })),
    ...(part.climb === null ? [] : [bind(part.climb.text, all)]),
    ...(part.steps === null ? [] : [bind(part.steps.text, all)]),
    ...(part.tiers === null ? [] : [bind(part.tiers.text, { ...all, stages: part.climb?.stages ?? [] })]),
    ...(part.day === null ? [] : [part.day]),
    ...(part.bands === null ? [] : [bind(part.bands, counting)]),
    bind(part.rewards, counting),
    ...part.papers.map((text) => bind(text, all)),
    ...part.rules.map((text) => bind(text, all)),
  ].filter((text) => text !== '');
}
