import { readFileSync } from 'node:fs';
import type { Policy } from '../../../dsl/index.ts';
import type { StandingRow } from '../../../dsl/compliance/standing.ts';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { checkProvision } from '../../../dsl/compliance/compliance.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { isoDay } from '../../../register/day.ts';

/** How a policy of these lines stands to a provision on a day; `above` is the text of a framework that it is under. */
export function standingOf(lines: string, provision: string, day: string, above?: string): StandingRow {
  const under = above === undefined ? '' : ' { under council }';
  const sources = [
    { name: 'school.att', text: `policy school "A school" in force from 1 September 2020${under}\n${lines}` },
  ];
  if (above !== undefined)
    sources.push({
      name: 'council.att',
      text: `framework council "A council" in force from 1 September 2020\n${above}`,
    });
  return rowOf(read(sources, 'school'), provision, day);
}

/** The same of a policy of the repository, with the layers it names. */
export function standingOfFile(id: string, provision: string, day: string): StandingRow {
  return rowOf(repositoryPolicy(id), provision, day);
}

export function repositoryPolicy(id: string): Policy {
  return read(repositoryTexts, id);
}

const repositoryTexts = ['widnes', 'halton'].map((each) => {
  const name = `policies/${each}.att`;
  return { name, text: readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8') };
});

/** A text that does not read is a mistake of the test. */
function read(sources: readonly { readonly name: string; readonly text: string }[], id: string): Policy {
  const { policies, diagnostics } = readPolicies(sources, { rulebook: england });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  if (errors.length > 0) throw new Error(`the policy does not read: ${errors.join('; ')}`);
  return policies.get(id)!;
}

function rowOf(policy: Policy, provision: string, day: string): StandingRow {
  const row = checkProvision(policy, england, isoDay(day), provision);
  if (!row) throw new Error(`no row for ${provision} on ${day}`);
  return row;
}
