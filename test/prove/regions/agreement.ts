import { england } from '../../../dsl/index.ts';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { holdsOf } from '../../../dsl/regions/holds-of.ts';
import { compareConditions } from '../../../dsl/regions/compare-conditions.ts';
import type { RegionComparison, Witness } from '../../../dsl/regions/comparison.ts';
import type { Condition, Policy } from '../../../dsl/resolve/policy.ts';
import { regimeOn } from '../../../dsl/rulebook/regime.ts';
import { isoDay } from '../../../register/day.ts';
import type { Day } from '../../../register/day.ts';
import type { SchoolCalendar } from '../../../register/school-calendar.ts';
import { pupilRegister } from '../../../register/pupil-register.ts';
import { codes as codeTable } from '../../support/code-table.ts';
import { readCase } from '../../../cli/read-case.ts';
import { satisfiable } from './oracle.ts';
import type { Pair } from './pairs.ts';
import { calendarOf, daysOf, pairText } from './pairs.ts';

/** A few letters of each meaning are as good as all. */
const letters = ['/', 'L', 'O', 'G', 'N', 'I', 'D'];
const codes = regimeOn(england, isoDay('2024-09-02')).codes.filter(({ code }) => letters.includes(code));

/** What the analysis claims of a pair, as questions to the prover, each with the answer that it must give. */
export interface Claim {
  readonly pair: Pair;
  readonly asked: string;
  readonly answer: 'sat' | 'unsat';
  readonly claim: string;
}

/** Throws where a witness is none by the evaluator, or the pair cannot be compared. */
export function claimsOf(pair: Pair): readonly Claim[] {
  const policy = policyOf(pair);
  const [left, right] = ['left', 'right'].map(
    (name) => policy.thresholds.find((each) => each.name === name)!.condition,
  );
  const side = (condition: Condition) => ({ condition, policy, codes });
  const calendar = calendarOf(pair.shape);
  const days = daysOf(pair);
  const found = compareConditions(side(left!), side(right!), { day: days[0]!, over: [{ calendar, days }] });
  if (found.kind === 'cannot be compared') {
    if (/days of different codes/.test(found.why)) return [];
    throw new Error(`${pairText(pair)}\ncannot be compared: ${found.why}`);
  }
  return (['onlyLeft', 'onlyRight'] as const).flatMap((way) => {
    const [holds, fails] = way === 'onlyLeft' ? [left!, right!] : [right!, left!];
    const witness = witnessIn(found, way);
    if (witness) checkWitness(pair, policy, holds, fails, witness);
    return claimsFor(pair, { way, holds, fails, calendar, days, witness });
  });
}

interface Direction {
  readonly way: string;
  readonly holds: Condition;
  readonly fails: Condition;
  readonly calendar: SchoolCalendar;
  readonly days: readonly Day[];
  readonly witness: Witness | undefined;
}

/** None at all; or one of so many sessions on one of the days, and of fewer on none. */
function claimsFor(pair: Pair, { way, holds, fails, calendar, days, witness }: Direction): readonly Claim[] {
  const fewer = days.map((day): Claim => {
    const question = { holds, fails, calendar, day, codes };
    const claim = `${way}: none${witness ? ` of fewer than ${witness.sessions}` : ''} on ${day - days[0]!}`;
    return { pair, asked: satisfiable(question, witness && witness.sessions - 1), answer: 'unsat', claim };
  });
  if (!witness) return fewer;
  const question = { holds, fails, calendar, day: witness.asAt, codes };
  const claim = `${way}: one of ${witness.sessions}`;
  return [...fewer, { pair, asked: satisfiable(question, witness.sessions), answer: 'sat', claim }];
}

function witnessIn(found: RegionComparison, way: 'onlyLeft' | 'onlyRight'): Witness | undefined {
  if (way === 'onlyLeft') return 'onlyLeft' in found ? found.onlyLeft : undefined;
  return 'onlyRight' in found ? found.onlyRight : undefined;
}

/** By the evaluator, of the case as a file tells it. */
function checkWitness(pair: Pair, policy: Policy, holds: Condition, fails: Condition, witness: Witness): void {
  const read = readCase(witness.case);
  if (read.kind !== 'case') throw new Error(`${pairText(pair)}\na case does not read: ${read.problems.join('; ')}`);
  const { case: about } = read;
  const register = pupilRegister(about.calendar, codeTable, about.onRoll, about.marks);
  const { school, schoolFacts, pupilFacts, dateOfBirth, onRoll } = about;
  const log = { entries: about.entries((title) => title) };
  const registerTo = about.marks.at(-1)?.session;
  const pupil = { school, schoolFacts, pupil: 'witness', pupilFacts, dateOfBirth, onRoll, register, log, registerTo };
  const answers = holdsOf(policy, [holds, fails], pupil, about.asOf).join(' ');
  if (answers !== 'yes no') throw new Error(`${pairText(pair)}\n${witness.words} is no witness: ${answers}`);
}

function policyOf({ left, right }: Pair): Policy {
  const text = [
    'policy pair "Pair" in force from 1 September 2020',
    'judgement tried "support was tried" by school',
    `threshold left is ${left}`,
    `threshold right is ${right}`,
  ].join('\n');
  const { policies, diagnostics } = readPolicies([{ name: 'pair.att', text }], { rulebook: england });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`${text}\ndoes not read: ${errors.map(({ message }) => message).join('; ')}`);
  return policies.get('pair')!;
}
