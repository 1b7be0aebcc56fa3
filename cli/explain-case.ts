import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import {
  arrivalMark,
  askedOf,
  codeTableOf,
  compilePolicy,
  england,
  evaluate,
  explain,
  explainNeed,
  headOf,
  policyPapers,
  readPolicies,
} from '../dsl/index.ts';
import type { Asked, Policy, PupilCase } from '../dsl/index.ts';
import { formatClockTime } from '../register/clock-time.ts';
import { formatLongDay } from '../register/day.ts';
import type { Day } from '../register/day.ts';
import { pupilRegister } from '../register/pupil-register.ts';
import { CommandFailure, printJson, whyOf } from './context.ts';
import type { Context, ExitCode } from './context.ts';
import { packagedPolicies } from '../bot/packaged-policies.ts';
import { findPolicy } from './comply/find-policy.ts';
import { readCase } from './read-case.ts';
import type { CaseFile } from './read-case.ts';
import { whichPolicy } from './which-policy.ts';

/** Evaluates a policy over a case that stands in a file, and says why. A file may hold a list of cases. */
export async function explainCase(
  context: Context,
  path: string,
  options: { readonly policy: string | undefined; readonly asAt: Day | undefined },
): Promise<ExitCode> {
  const cases = await casesIn(context, path);
  const policyNamed = policyFinder(context);
  const packaged = (await packagedPolicies()).policies;
  const results = cases.map((each) => {
    const named = options.policy ?? each.policy;
    const policy = named === undefined ? whichPolicy(packaged.values(), each.school, named).policy : policyNamed(named);
    return { about: each, policy, ...resultOf(each, policy, options.asAt ?? each.asOf) };
  });
  if (context.format === 'json') {
    const data = results.map(({ about, finding, arrivals, asked }) => ({
      id: about.id,
      ...finding,
      arrivals,
      ...(about.asks && { asked }),
    }));
    printJson(context, data.length === 1 ? data[0] : data);
  } else {
    for (const { about, policy, finding, arrivals, asked, asAt } of results) {
      const { sentence, paragraphs } = explain(finding);
      const missing = [...new Set(finding.undetermined.flatMap(({ needs }) => needs.map(explainNeed)))];
      const lines = [
        `${about.id === '' ? 'The case' : about.id}: ${sentence}`,
        ...paragraphs.filter((paragraph) => paragraph !== sentence).map((paragraph) => `  ${paragraph}`),
        ...arrivals.map(({ words }) => `  ${words}`),
        ...asked.flatMap((each) => askedLines(each)),
        ...(missing.length === 0 ? [] : [`  Not known yet: ${missing.join('; ')}`]),
        `  As at ${formatLongDay(asAt)} · ${policy.title}`,
      ];
      context.out(`${lines.join('\n')}\n`);
    }
  }
  return 0;
}

function resultOf(about: CaseFile, policy: Policy, asAt: Day) {
  const codes = codeTableOf(england);
  const marks = about.marks.filter(({ session }) => session.day <= asAt);
  const last = marks.at(-1);
  const papers = new Map(policyPapers(policy).map(({ id, title }) => [title.toLowerCase(), id]));
  const pupil: PupilCase = {
    school: about.school,
    schoolFacts: about.schoolFacts,
    pupil: about.id === '' ? 'case' : about.id,
    pupilFacts: about.pupilFacts,
    dateOfBirth: about.dateOfBirth,
    onRoll: about.onRoll,
    register: pupilRegister(about.calendar, codes, about.onRoll, about.marks),
    log: { entries: about.entries((title) => papers.get(title.toLowerCase()) ?? title) },
    registerTo: last?.session,
    ...about.family,
  };
  const finding = evaluate(compilePolicy(policy), pupil, asAt);
  const asked = about.asks ? askedOf(policy, england, about.asks, pupil, asAt) : [];
  const arrivals = about.arrivals.map(({ time, half }) => {
    const mark = arrivalMark(policy, time, half);
    const found =
      mark.kind === 'code' ? mark.code : mark.kind === 'class' ? mark.class : mark.needs.map(explainNeed).join('; ');
    return {
      at: formatClockTime(time),
      session: half,
      mark,
      words: `Arriving at ${formatClockTime(time)} (${half}): ${found}`,
    };
  });
  return { finding, arrivals, asked, asAt };
}

/** What the clause says of the pupil, and what the provision does. */
function askedLines({ clause, policyText, byPolicy, provision, provisionText, byProvision }: Asked): readonly string[] {
  return [
    `  By the policy: ${byPolicy}. ${policyText} [${clause.policy} line ${clause.line}]`,
    `  By ${provision}: ${byProvision}. ${provisionText}`,
  ];
}

/** The policy that is meant: a file, or an id among the policies here, then among those that come with Att; each read once. */
function policyFinder(context: Context): (named: string) => Policy {
  const found = new Map<string, Policy>();
  return (named) => {
    const known = found.get(named);
    if (known) return known;
    const { asked, beside } = findPolicy(context, named);
    const { policies } = readPolicies([...asked, ...beside], { rulebook: england });
    const { policy } = whichPolicy(policies.values(), '', headOf(asked[0]!).id);
    found.set(named, policy);
    return policy;
  };
}

async function casesIn({ folder }: Context, path: string): Promise<readonly CaseFile[]> {
  let text: string;
  try {
    text = await readFile(resolve(folder, path), 'utf8');
  } catch (error) {
    throw new CommandFailure(3, `cannot read ${path}: ${whyOf(error)}`, error);
  }
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new CommandFailure(
      1,
      `${path} is neither YAML nor JSON: ${error instanceof Error ? error.message : ''}`,
      error,
    );
  }
  const cases = (Array.isArray(content) ? content : [content]).filter((each) => !isHeader(each));
  if (cases.length === 0) throw new CommandFailure(1, `${path} holds no case.`);
  return cases.map((each: unknown, index) => {
    const read = readCase(each);
    if (read.kind === 'case') return read.case;
    const which = cases.length === 1 ? path : `${path}, case ${index + 1}`;
    throw new CommandFailure(
      1,
      [`${which} does not read:`, ...read.problems.map((problem) => `  ${problem}`)].join('\n'),
    );
  });
}

/** A file of cases may begin with an element that explains its form. */
function isHeader(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'header' in value && value.header === true;
}
