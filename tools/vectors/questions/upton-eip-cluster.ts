import type { CaseEntry } from '../../../register/case-log.ts';
import type { DutyFinding, Need, PupilCase, SchoolFinding } from '../../../dsl/index.ts';
import { checkFamily, evaluateSchool } from '../../../dsl/index.ts';
import type { Fields } from '../../../cli/case-fields.ts';
import { text } from '../../../cli/case-fields.ts';
import type { Asked } from '../asked.ts';
import { asked, count, isOpen, met, one, ruleNamed } from '../asked.ts';
import type { SchoolWords } from '../school-words.ts';
import { familyIn } from '../events/upton-eip-cluster.ts';

/** Questions of the cluster's vectors. */
export const uptonQuestions: SchoolWords['questions'] = {
  familyCoordination: (of) => {
    const family = withFamily(of);
    return {
      familyInMultipleEipSchools: met(family, 'shared-family'),
      eipSchools: family.finding().family?.memberSchools ?? undefined,
      coordinate: asksForAny(of, 'collaborate-to-coordinate-relevant-and-timely'),
    };
  },
  formalise: (of) => {
    const family = withFamily(of);
    return {
      formaliseGuardMet: met(family, 'to-formalise'),
      explainConsequences: asksFor(family, 'explain-the-consequences-clearly-and-consistently'),
      familyConsistencyTask: asksFor(family, 'collaborate-to-ensure-that-consistent-information'),
      jointParentingContractMay: isOpen(family, 'agree-joint-parenting-contract'),
    };
  },
  enforce: (of) => {
    const family = withFamily(of);
    return {
      enforce: asksFor(family, 'enforce-attendance-through-statutory-intervention'),
      collaborative: asksFor(family, 'adopt-a-collaborative-approach-to-enforcement'),
    };
  },
  attendanceDutyApplies: (of) => ({ csaDutyApplies: met(of, 'parents-duty') }),
  priorityGroups: (of) => {
    const { state, groups } = one(of.finding().attention, 'attention');
    return {
      particularAttention: state === 'undetermined' ? undefined : state === 'yes',
      groups: groups.filter(({ holds }) => holds === 'yes').map(({ title }) => title),
    };
  },
  eipTier: (of) => {
    const tiers = one(of.finding().ladders, 'tiers');
    const open = of.finding().undetermined.find(({ about }) => about === 'tiers')?.needs ?? [];
    return {
      tier: isSettled(of, open) ? tiers.stage?.title : undefined,
      agreeActionPlan: asksFor(of, 'tiers.early.agree-action-plan'),
      additionalTargetedSupport: asksFor(of, 'tiers.targeted.put-additional-targeted-support-in-place'),
      jointApproachWithLaRequired: asksFor(of, 'tiers.targeted.agree-joint-approach'),
    };
  },
  full190Days: (of) => ({ daysAttended: count(of, 'full-190'), full190: met(of, 'full-190') }),
  policyReview: (of) => ({ status: one(schoolFinding(of).policyReviews, 'policy-review').state }),
  termlyForum: (of) => {
    const forum = one(schoolFinding(of).duties, 'join-best-practice-forum');
    return { met: forum.state === 'open question' ? undefined : forum.state === 'done' };
  },
  siblingConsistency: (of) => {
    const { alike } = checkFamily(of.compiled, childrenOf(of), of.asAt);
    const isFlagged = alike.some(({ state }) => state === 'not alike');
    return {
      flagInconsistent: isFlagged || !alike.some(({ state }) => state === 'open question') ? isFlagged : undefined,
    };
  },
  clusterReviewComplete: (of) => {
    const { complete, missing } = one(schoolFinding(of).evidence, 'cluster-review');
    return { complete: complete === 'undetermined' ? undefined : complete === 'yes', missing };
  },
};

/** Whether a duty stands; undefined where that is an open question. */
function asksFor(of: Asked, id: string): boolean | undefined {
  ruleNamed(of, id);
  const duty = of.finding().duties.find((each) => each.id === id);
  if (!duty) return false;
  if (!isOpenQuestion(duty)) return duty.state !== 'done';
  return isSettled(of, duty.needs) ? false : undefined;
}

/** Whether it stands for a child of the family: what is for the family arises with any of them. */
function asksForAny(of: Asked, id: string): boolean | undefined {
  const asks = childrenOf(of).map((about) => asksFor(asked({ ...of, about }), id));
  return asks.includes(true) || (asks.includes(undefined) ? undefined : false);
}

function isOpenQuestion({ state }: DutyFinding): boolean {
  return state === 'open question' || state === 'decide today';
}

/** Nothing is open, or only what a register would tell in a vector that needs none. */
function isSettled({ vector }: Asked, needs: readonly Need[]): boolean {
  return vector.calendar === null ? needs.every(({ kind }) => kind === 'possible sessions') : needs.length === 0;
}

/** The same of the vector's child, in the family and cluster that the vector gives. */
function withFamily(of: Asked): Asked {
  return asked({ ...of, about: childCase(of, text(of.vector.pupil['child'])) });
}

function childrenOf(of: Asked): readonly PupilCase[] {
  return (familyIn(of.vector.pupil) ?? []).map(({ pupil }) => childCase(of, pupil));
}

function childCase(of: Asked, child: string): PupilCase {
  const { pupil } = of.vector;
  const family = familyIn(pupil);
  const members = pupil['eipSchools'];
  return {
    ...of.about,
    pupil: child,
    school: family?.find((each) => each.pupil === child)?.school ?? of.about.school,
    log: { entries: entriesOf(of, (event) => !('child' in event) || event['child'] === child) },
    ...(family && { family }),
    ...(Array.isArray(members) && { memberSchools: members.map(text) }),
  };
}

/** What the vector's school owes: its own acts, and what the schools did together. */
function schoolFinding(of: Asked): SchoolFinding {
  const { schoolFacts, register } = of.about;
  const school = text(of.vector.pupil['school']);
  const entries = entriesOf(of, (event) => !('school' in event) || event['school'] === school);
  const log = { entries };
  return evaluateSchool(
    of.compiled,
    { school, schoolFacts, calendar: register.calendar, log, sharedLog: log },
    of.asAt,
  );
}

/** The entries that the events give of which this holds: an entry's id tells its event. */
function entriesOf({ vector, about }: Asked, holds: (event: Fields) => boolean): readonly CaseEntry[] {
  return about.log.entries.filter(({ id }) => {
    const event = vector.events[Number(/^event-(\d+)-/.exec(id)?.[1])];
    return event === undefined || holds(event);
  });
}
