import { checkFamily } from '../../dsl/index.ts';
import type { FamilyFinding } from '../../dsl/index.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { School } from '../store/store.ts';
import type { Asking } from './asking.ts';
import { caseOf } from './examine.ts';
import type { Examined } from './examine.ts';
import { rightsOf } from './may-see.ts';
import { dayWords } from './words.ts';

type Alike = FamilyFinding['alike'][number];

/**
 * What was decided differently for children of one family at several schools, where the policy has them treated alike: a
 * line each, of the schools and what each decided, without a name. For those who see a whole school; others are told
 * nothing.
 */
export async function notAlikeLines(asking: Asking, { pupil, finding }: Examined): Promise<readonly string[]> {
  const { services, actor, asAt, policy } = asking;
  if (rightsOf[actor.role].sees !== 'whole schools') return [];
  const family = finding.family?.memberSchools ?? [];
  if (pupil.family === undefined || family.length < 2) return [];
  const schools = (await services.store.schools()).filter(
    ({ id, policy: followed }) => family.includes(id) && followed === policy.policy.id,
  );
  const children = await Promise.all(schools.map((school) => childrenAt(asking, school, pupil.family!)));
  const cases = await Promise.all(children.flat().map(({ school, child }) => caseOf({ ...asking, school }, child)));
  const nameOf = new Map(schools.map(({ id, name }) => [id, name]));
  const { alike } = checkFamily(policy.compiled, cases, asAt);
  // What another two children met with is told at theirs.
  const own = alike.filter(
    ({ state, parts }) => state === 'not alike' && parts.some((part) => part.pupil === pupil.id),
  );
  return [...new Set(own.map((each) => lineOf(each, nameOf)))];
}

async function childrenAt(
  { services }: Asking,
  school: School,
  family: string,
): Promise<readonly { readonly school: School; readonly child: Pupil }[]> {
  return (await services.store.pupilsOfFamily(school.id, family)).map((child) => ({ school, child }));
}

/** `Not treated alike: requests for leave during term-time, 20 to 24 April 2026, a family wedding (granted at …; refused at …)`. */
function lineOf(
  { what, circumstances: { days, purpose, stage }, parts }: Alike,
  names: ReadonlyMap<string, string>,
): string {
  const about = [
    what.title,
    ...(days === null ? [] : [`${dayWords(days.from)} to ${dayWords(days.to)}`]),
    ...(purpose === null ? [] : [purpose]),
    ...(stage === null ? [] : [`both at ${stage.title}`]),
  ];
  const found = parts.map(({ school, found: what }) => `${what?.title ?? 'nothing'} at ${names.get(school) ?? school}`);
  return `Not treated alike in one family: ${about.join(', ')} (${found.join('; ')})`;
}
