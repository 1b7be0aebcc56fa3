import type { School, Store } from '../bot/store/store.ts';
import { CommandFailure } from './context.ts';
import type { Context } from './context.ts';
import type { ImportFlags } from './flags.ts';
import { schoolMeant } from './open-answers.ts';
import type { StaffFile } from './open-answers.ts';
import { packagedPolicies } from '../bot/packaged-policies.ts';
import { whichPolicy } from './which-policy.ts';

export interface SchoolToImport {
  readonly school: School;
  readonly isNew: boolean;
  /** Which policy a new school follows, and how to change it. */
  readonly note: string | undefined;
}

/** The school in the store, or a new one that follows the policy named or the one that fits. */
export async function schoolToImport(
  context: Context,
  store: Store,
  { school: given, policy: named }: ImportFlags,
  { schoolDetails }: StaffFile,
): Promise<SchoolToImport> {
  const schools = await store.schools();
  const known =
    schools.find(({ id }) => id === given) ?? (named === undefined ? nearly(context, schools, given) : undefined);
  if (known && named === undefined) return { school: known, isNew: false, note: undefined };
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(given)) {
    throw new CommandFailure(
      2,
      `--school is “${given}”. Write an id of letters, digits and hyphens: --school widnes-academy`,
    );
  }
  const { policy, why } = whichPolicy((await packagedPolicies()).policies.values(), given, named);
  const school = known ?? { id: given, name: schoolDetails.get(given)?.name ?? given, policy: policy.id, facts: {} };
  const because = why === 'named' ? '' : why === 'same name' ? ' (by its name)' : ' (the only one there is)';
  return {
    school: { ...school, policy: policy.id },
    isNew: !known,
    note: `${given} follows the policy ${policy.id}${because}: ${policy.title}. To change it, import with --policy ID.`,
  };
}

/** A known school by another form of its name; a new id is a new school. */
function nearly(context: Context, schools: readonly School[], given: string): School | undefined {
  const asked = given.toLowerCase();
  const alike = schools.filter(({ id }) => asked.startsWith(`${id}-`) || id.startsWith(`${asked}-`));
  return alike.length === 1 ? schools.find(({ id }) => id === schoolMeant(context, alike, given)) : undefined;
}
