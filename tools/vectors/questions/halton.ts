import type { Asked } from '../asked.ts';
import type { SchoolWords } from '../school-words.ts';
import { text } from '../../../cli/case-fields.ts';
import { meetingOf, recipientsOf, reviewDayInRange, servicesFor } from '../../../dsl/index.ts';
import { parseIsoDay } from '../../../register/day.ts';
import { isBarred, isDue, isOpen, isToBeDone, met, one, ruleNamed, stage, toBeDone } from '../asked.ts';
import { evidenceItems } from '../events/widnes-academy.ts';

// Questions about the framework that Widnes Academy attaches to its policy.

type Answer = Readonly<Record<string, unknown>>;

// ── the stages ──────────────────────────────────────────────────────────────────────────────────────────────

/** What Halton asks for after a review, in the words of the vectors. */
const actions: Readonly<Record<string, string>> = {
  'halton.stages.stage-1.end-staged-process-and-monitor-attendance': 'end staged process and monitor',
  'halton.stages.stage-2.hold-further-review': 'further review',
};

function haltonStage(of: Asked): Answer {
  const at = stage(of, 'halton.stages');
  const action = Object.keys(actions).find((id) => isToBeDone(of, id) === true);
  return {
    stage: at === null ? null : Number(at.split('-').at(-1)),
    action: action && actions[action],
    considerEnforcement: isOpen(of, 'halton.stages.stage-2.enforcement-actions'),
    recordDecision: isDue(of, 'halton.stages.stage-2.record-formal-process'),
    informParentsInWriting: isDue(of, 'halton.stages.stage-2.tell-parents-2'),
    investigation: isDue(of, 'halton.cease-the-investigation') ? 'ceases' : undefined,
  };
}

function reviewDateValid({ compiled, about, asAt, vector }: Asked): Answer {
  const set = vector.events.findLast((event) => event['type'] === 'reviewDateSet');
  const day = parseIsoDay(text(set?.['date']));
  if (day === undefined) return {};
  const inRange = reviewDayInRange(compiled, about, 'halton.stage-2-review', day, asAt);
  return { withinPermittedRange: inRange === 'undetermined' ? undefined : inRange === 'yes' };
}

/** A meeting that is to come before the plan is looked at again. */
const beforePlanReview = 'halton.stages.stage-2.hold-sam-2';

function samRequired(of: Asked): Answer {
  const isBefore = isToBeDone(of, beforePlanReview) === true;
  return {
    separateMeetingRequired: isBefore || isToBeDone(of, 'halton.stages.stage-2.hold-sam'),
    before: isBefore ? 'any planned review of the plan' : undefined,
  };
}

function samChair(of: Asked): Answer {
  const { compiled, about, asAt } = of;
  const meeting = meetingOf(compiled, about, 'halton.sam', asAt);
  const surely = (parties: NonNullable<typeof meeting>['ledBy'] = []) =>
    parties.find(({ holds }) => holds === 'yes')?.anyOf[0]?.title;
  const [arranges, leads] = [surely(meeting?.arrangedBy), surely(meeting?.ledBy)];
  return {
    arranges,
    arrangesAndChairs: arranges === leads ? arranges : undefined,
    stage2ReferralForm: isToBeDone(of, 'halton.stages.stage-2.make-stage-2-referral'),
  };
}

/** What is offered, in the words of the vectors. */
const offered: Readonly<Record<string, string>> = {
  'another-meeting-date': 'another suitable meeting date',
  'home-visit': 'a home visit',
};

function afterMissedReview(of: Asked): Answer {
  const id = 'halton.stages.stage-2.offer-another-meeting-date-home-visit';
  ruleNamed(of, id);
  const offer = of.finding().duties.find((duty) => duty.id === id);
  if (offer?.state === 'open question') return {};
  const stands = offer !== undefined && toBeDone.includes(offer.state);
  return { offerOneOf: stands ? offer.act.objects.map((each) => offered[each.id] ?? each.title) : [] };
}

function stage1EvidenceComplete(of: Asked): Answer {
  const { complete, missing } = one(of.finding().evidence, 'halton.stage-1-evidence');
  const words = (item: string) => Object.keys(evidenceItems).find((each) => evidenceItems[each] === item) ?? item;
  return { complete: complete === 'undetermined' ? undefined : complete === 'yes', missing: missing.map(words) };
}

function furtherApmAllowed(of: Asked): Answer {
  return { allowed: one(of.finding().bars, 'halton.apm.at-most').state === 'lifted' };
}

/** What Halton says of a meeting that a parent missed; of others it says nothing. */
function apmProceeds(of: Asked): Answer {
  return {
    goesAhead: isDue(of, 'halton.apm.go-ahead-with-the-meeting-in') || undefined,
    planPrepared: isDue(of, 'halton.apm.prepare-a-plan') || undefined,
    recordFailureToAttend: isDue(of, 'halton.apm.record-failure-to-attend'),
  };
}

// ── whom to ring or write to ─────────────────────────────────────────────────────────────────────────────────────

/** Services by the vectors' words for them. */
const services: Readonly<Record<string, string>> = { 'halton.icart': 'iCART', 'halton.edt': 'EDT' };

function whomToCall(of: Asked): Answer {
  const { compiled, about, asAt, time } = of;
  const call = of
    .finding()
    .duties.find(
      ({ act, state }) =>
        act.verb === 'call' && toBeDone.includes(state) && act.objects.some(({ id }) => id in services),
    );
  const service = servicesFor(compiled, about, asAt, time).find(({ id }) => id === call?.act.objects[0]?.id);
  return { call: service && services[service.id], phone: service?.telephone[0] };
}

function earlyHelpContact({ compiled, about, asAt, time }: Asked): Answer {
  const found = servicesFor(compiled, about, asAt, time).filter(({ id }) => id.startsWith('halton.early-help-'));
  return { role: found.find(({ serves }) => serves === 'yes')?.title };
}

/** The letter that Halton has for each stage. */
const letterOfStage: Readonly<Record<string, string>> = {
  'stage-1': 'halton.s1l1',
  'stage-2': 'halton.s2-letter',
  'stage-3': 'halton.acceptance-letter',
};

function letterRecipients(of: Asked): Answer {
  const { compiled, about, asAt, vector } = of;
  const held = Array.isArray(vector.pupil['adults']) ? (vector.pupil['adults'] as readonly Answer[]) : [];
  const adults = held.map((adult) => ({
    id: text(adult['who']),
    parentalResponsibility: adult['pr'] === true,
    dayToDayCare: adult['dayToDayCare'] === true,
    doNotSend: false,
  }));
  const letter = letterOfStage[stage(of, 'halton.stages') ?? 'stage-1']!;
  return { recipients: recipientsOf(compiled, { ...about, adults }, letter, asAt)?.adults ?? undefined };
}

/** Letters that no ladder brings: each has a cause of its own. */
function letterDue(of: Asked): Answer {
  const due = of.finding().letters.find(({ stage: brought, state }) => brought === null && state === 'due');
  return { letterDue: due !== undefined, template: due?.title };
}

function statutorySchoolAge(of: Asked): Answer {
  const { holds, from } = one(of.finding().periods, 'halton.statutory-school-age');
  const isOf = holds === 'undetermined' ? undefined : holds === 'yes';
  return { statutorySchoolAge: isOf, compulsorySchoolAge: isOf, csaFrom: from ?? undefined };
}

export const haltonQuestions: SchoolWords['questions'] = {
  afterMissedReview,
  apmProceeds,
  compulsorySchoolAge: statutorySchoolAge,
  earlyHelpContact,
  enforcementReferralAllowed: (of) => ({ allowed: !isBarred(of, 'halton.ews-referral.make-ews-referral-4') }),
  furtherApmAllowed,
  haltonStage,
  letterDue,
  letterRecipients,
  medicalEvidenceConditionMet: (of) => ({ conditionMet: met(of, 'halton.medical-evidence-met') }),
  referralTiming: (of) => ({
    mustWaitForMeeting: isOpen(of, 'halton.ews-referral.make-ews-referral-2') ? false : undefined,
  }),
  reviewDateValid,
  samChair,
  samRequired,
  stage1EvidenceComplete,
  whomToCall,
};
