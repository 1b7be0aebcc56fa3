import * as fc from 'fast-check';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { compilePolicy } from '../../../dsl/compile/compile.ts';
import { evaluate } from '../../../dsl/evaluate/evaluate.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { schoolPolicies } from '../../support/school-policies.ts';
import { asAtOf, caseOf, cases } from '../generate/pupil-case.ts';
import { subjects } from '../generate/subjects.ts';
import type { Property } from './property.ts';

/** A policy with words lost or put in: what is told of it is data, and what can be read of it still answers. */
export const damage: Property = {
  name: 'damage',
  holds: 'a damaged policy is read, compiled and asked without an exception',
  prove: (tries) => {
    const slips = fc.array(
      fc.tuple(fc.nat(), fc.constantFrom('', '}', '{', 'if', 'stage', 'at most', '12', ',', 'not', 'is', '"words"')),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(subjects, slips, cases, (subject, slip, choice) => {
        const whole = schoolPolicies.find(({ name }) => name === subject)?.text ?? subject;
        const { policies } = readPolicies([{ name: 'damaged.att', text: damaged(whole, slip) }], { rulebook: england });
        for (const policy of policies.values()) evaluate(compilePolicy(policy), caseOf(choice, []), asAtOf(choice));
      }),
      tries,
    );
  },
};

/** The nth word lost, or another in its place. */
function damaged(text: string, slips: readonly (readonly [number, string])[]): string {
  const parts = text.match(/"[^"\n]*"|\s+|[^\s"]+/g) ?? [];
  const words = parts.flatMap((part, index) => (/^\s/.test(part) ? [] : [index]));
  for (const [number, word] of slips) parts[words[number % words.length]!] = word;
  return parts.join('');
}
