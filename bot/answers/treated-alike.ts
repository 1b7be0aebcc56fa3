import { checkFamily } from '../../dsl/index.ts';
import type { FamilyFinding, PupilCase } from '../../dsl/index.ts';
import { isOnRoll } from '../../register/pupil-register.ts';
import { pupilName } from '../../register/pupil.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { School } from '../store/store.ts';
import type { Asking } from './asking.ts';
import { caseOf } from './examine.ts';
import { membersOf } from './family-of.ts';
import { logUnder } from './log-under.ts';
import { maySee, rightsOf } from './may-see.ts';
import { policyOf } from './services.ts';
import { runWords } from './words.ts';

type Alike = FamilyFinding['alike'][number];

/**
 * What was decided differently for this pupil and a brother or sister at a member school, where the policy has them
 * treated alike. What another school decided about another child is that child's: it is told to those alone who may see
 * both pupils and read what is recorded of them. Nobody else learns that there is anything to tell, and no child whom the
 * asker may not see has any part in what is compared.
 */
export async function notAlikeLines(asking: Asking, pupil: Pupil): Promise<readonly string[]> {
  if (pupil.family === undefined || !rightsOf[asking.actor.role].recordsActs) return [];
  const children = await visibleChildren(asking, pupil, pupil.family);
  if (children.length < 2) return [];
  const { policy, asAt } = asking;
  const family = children.map(({ child, school }) => ({ pupil: child.id, school: school.id }));
  const cases = await Promise.all(children.map(async (each) => ({ ...(await caseUnder(asking, each)), family })));
  const { alike } = checkFamily(policy.compiled, cases, asAt);
  return alike
    .filter(({ state, parts }) => state !== 'alike' && parts.some((part) => part.pupil === pupil.id))
    .map((each) => lineOf(each, pupil, children));
}

interface Child {
  readonly school: School;
  readonly child: Pupil;
}

/** The pupil first, then the others of the family on roll whom the asker may see, over the member schools. */
async function visibleChildren(asking: Asking, pupil: Pupil, family: string): Promise<readonly Child[]> {
  const { services, actor, asAt, school: own } = asking;
  const members = (await membersOf(asking)) ?? [];
  const found = await Promise.all(
    members
      .filter(({ id }) => actor.schools.includes(id))
      .map(async (school) =>
        (await services.store.pupilsOfFamily(school.id, family)).map((child) => ({ school, child })),
      ),
  );
  const others = found.flat().filter(({ child }) => child.id !== pupil.id && maySee(actor, child));
  return [{ school: own, child: pupil }, ...others.filter(({ child }) => isOnRoll(child, asAt))];
}

/** A child as the policy asked about knows them, whichever policy their own school follows under the same statement. */
async function caseUnder(asking: Asking, { school, child }: Child): Promise<PupilCase> {
  const policy = policyOf(asking.services, school) ?? asking.policy;
  const about = await caseOf({ ...asking, school, policy }, child);
  return { ...about, log: logUnder(asking.policy, policy, about.log) };
}

/** `Flag: leave decided differently at …: granted for Freya Whitlock, refused here (20 to 24 April 2026, a wedding)`. */
function lineOf({ what, circumstances, state, parts }: Alike, pupil: Pupil, children: readonly Child[]): string {
  const here = parts.find((part) => part.pupil === pupil.id);
  const there = parts.find((part) => part.pupil !== pupil.id);
  const other = children.find(({ child }) => child.id === there?.pupil);
  const { days, purpose, stage } = circumstances;
  const isDecision = parts.every(({ found }) => found?.id === 'granted' || found?.id === 'refused');
  const about = [
    ...(days === null ? [] : [runWords(days)]),
    ...(purpose === null ? [] : [purpose]),
    ...(stage === null ? [] : [`both at ${stage.title}`]),
    ...(state === 'open question' ? [isDecision ? 'perhaps not in the same circumstances' : 'not settled yet'] : []),
  ];
  const head = isDecision ? `${what.title} decided differently` : 'another stage';
  const words = `${there?.found?.title ?? 'no stage'} for ${other ? pupilName(other.child) : 'another child'}`;
  const where = other && other.school.id !== here?.school ? ` at ${other.school.name}` : '';
  return `Flag: ${head}${where}: ${words}, ${here?.found?.title ?? 'no stage'} here (${about.join(', ')})`;
}
