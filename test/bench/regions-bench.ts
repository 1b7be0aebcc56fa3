import { england, compareConditions } from '../../dsl/index.ts';
import type { Side } from '../../dsl/index.ts';
import { readPolicies } from '../../dsl/check/read-policies.ts';
import { regimeOn } from '../../dsl/rulebook/regime.ts';
import { isoDay } from '../../register/day.ts';
import type { Line } from './timing.ts';
import { least, line } from './timing.ts';

const day = isoDay('2024-09-02');
const law = 'at least 10 unauthorised sessions in a rolling 10 school weeks';
const asked = [
  'at least 10 unauthorised sessions in a rolling 12 calendar weeks',
  'at least 10 unauthorised sessions this school year and attendance this school year below 90%',
  'at least 5 school days in a row coded G',
];

/** Two thresholds compared over all registers, each with its smallest witness. */
export function regionsBench(): readonly Line[] {
  const right = sideOf(law);
  return asked.map((test) => {
    const left = sideOf(test);
    const found = least(() => compareConditions(left, right, { day }), 20);
    return line('one comparison over all registers, ms', found, `${test}, beside ${law}`, 10);
  });
}

function sideOf(test: string): Side {
  const text = `policy bench "Bench" in force from 1 September 2020\nthreshold level is ${test}\n`;
  const policy = readPolicies([{ name: 'bench.att', text }], { rulebook: england }).policies.get('bench')!;
  return { condition: policy.thresholds[0]!.condition, policy, codes: regimeOn(england, day).codes };
}
