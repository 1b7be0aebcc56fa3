import type { Fields } from '../../../cli/case-fields.ts';
import type { EventWords, SchoolWords, Told } from '../school-words.ts';
import { text } from '../../../cli/case-fields.ts';
import { addDays, parseIsoDay } from '../../../register/day.ts';
import { act, when } from '../told.ts';

// How the vectors' words for what happened at Bramhall High School are said in its policy and in Stockport's process.

const judged = (name: string, holds: unknown): readonly Told[] =>
  typeof holds === 'boolean' ? [{ kind: 'judgement', name, holds }] : [];
const unless = (holds: unknown, ...told: readonly Told[]): readonly Told[] => (holds === false ? told : []);

/** Its letters by what the vectors call them. */
function letterSent(event: Fields): readonly Told[] {
  const called = text(event['letter']);
  const number = /\d/.exec(called)?.[0];
  if (number !== '1' && number !== '2') throw new Error(`no letter of the policy is called “${called}”`);
  return [act(`stockport.stage-${number}-letter`, 'sent')];
}

/** What a review found, by words in what it came to. Another word is a review held and no more. */
const found: readonly (readonly [words: RegExp, told: readonly Told[]])[] = [
  [
    /\bnot?\b|un|worse|sporadic/i,
    [...judged('stockport.improving', false), ...judged('stockport.significantly-improved', false)],
  ],
  [/significant/i, [...judged('stockport.improving', true), ...judged('stockport.significantly-improved', true)]],
  [/improv/i, [...judged('stockport.improving', true), ...judged('stockport.significantly-improved', false)]],
];

/** The contract of Stage 2 is the school's plan; any other is the one with the local authority. */
function contractAgreed(event: Fields): readonly Told[] {
  const ofSchool = /school|stage ?2/i.test(text(event['kind']));
  return [act(ofSchool ? 'stockport.attendance-plan' : 'stockport.la-contract', 'agreed')];
}

function days(from: unknown, to: unknown) {
  const [first, last] = [parseIsoDay(text(from)), parseIsoDay(text(to))];
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
}

const leaveRequested: EventWords = (event) => [
  act('leave-of-absence', 'asked', { purpose: text(event['reason']) }),
  ...when(event['written'], act('leave-form', 'received')),
  ...judged('exceptional', event['exceptional']),
  ...judged('is-holiday', /holiday/i.test(text(event['reason']))),
];

export const bramhallEvents: SchoolWords['events'] = {
  actionRecorded: (event) => [act(`stage-${String(event['stage'])}-actions`, 'recorded')],
  arrival: () => [act('arrival', 'recorded')],
  attendanceConcern: () => [act('attendance-concern', 'raised')],
  concernNoted: () => [act('attendance-concern', 'raised')],
  contactAttempt: (event) => [
    act('call', 'made'),
    ...when(event['answered'], act('contact', 'made')),
    ...unless(event['answered'], act('contact', 'failed')),
  ],
  contractAgreed,
  contractExplored: () => [act('stockport.la-contract', 'explored')],
  contractMeeting: (event) => [
    act('stockport.parent-contract-meeting', event['parentsPresent'] === false ? 'missed' : 'held'),
  ],
  detention: (event) => [act('break-detention', event['attended'] === false ? 'missed' : 'held')],
  ehaOffered: (event) => [
    act('early-help-assessment', 'offered'),
    ...when(event['accepted'], act('early-help-assessment', 'agreed')),
    ...unless(event['accepted'], act('early-help-assessment', 'declined')),
  ],
  engagement: (event) => [
    ...judged('stockport.engaged', event['engaged']),
    ...unless(event['engaged'], act('contract-non-engagement', 'noted')),
  ],
  epnIssued: (event) =>
    isOfThisPupil(event)
      ? [act(epn, 'issued', { about: days(event['absenceFrom'], event['absenceTo']), ...adultOf(event) })]
      : [],
  // Nothing more is expected from the day after.
  expectedNoFurtherAbsence: (_event, { day }) => [back(addDays(day, 1))],
  leadProfessionalConsulted: () => [act('stockport.lead-professional', 'consulted')],
  leaveRequested,
  letterDue: () => [],
  letterSent,
  medicalActionPlan: () => [act('stockport.medical-action-plan', 'agreed')],
  medicalAgreement: (event) => [
    ...unless(event['justified'], act('medical-agreement', 'given')),
    ...when(event['justified'], act('medical-agreement', 'withdrawn')),
  ],
  medicalCaseIdentified: (event) => [
    event['stage'] === 2 ? act('medical-reasons', 'raised') : act('medical-case', 'known'),
  ],
  medicalReport: (event) => {
    const expected = parseIsoDay(text(event['expectedReturn']));
    const dated = expected === undefined ? [] : [act('expected-return-date', 'given'), back(expected)];
    return [act('medical-report', 'given'), ...dated];
  },
  meetingHeld: (event) => [
    act(
      event['stage'] === 1 ? 'stockport.attendance-meeting' : `stockport.stage-${String(event['stage'])}-meeting`,
      'held',
    ),
  ],
  noticeToImproveServed: (event) => [act('stockport.notice-to-improve', 'issued', adultOf(event))],
  parentContacted: () => [act('contact', 'made')],
  parentReported: () => [act('absence-report', 'received'), act('reason', 'given')],
  registerClosed: (event) => when(event['session'] !== 'PM', act('registers-close', 'recorded')),
  returned: () => [act('pupil', 'returned')],
  reviewHeld: (event) => [
    act('stockport.plan-review', 'held'),
    ...(found.find(([words]) => words.test(text(event['outcome'])))?.[1] ?? []),
  ],
  schoolContact: () => [act('contact', 'made')],
  sicknessReturnMade: () => [act('sickness-return', 'made')],
  // Who has agreed a plan of Stage 2 stands there.
  stage2PlanAgreed: () => [act('case-for-stage-2', 'decided'), act('stockport.attendance-plan', 'agreed')],
  stage3ReferralMade: () => [act('stockport.enforcement-referral', 'made')],
  supportOffered: (event) => [
    act('support', 'offered'),
    ...judged('stockport.support-appropriate', event['appropriate']),
  ],
  suspensionStart: () => [act('suspension', 'given')],
  tasConsent: (event) => [
    ...when(event['given'], act('tas-consent', 'given')),
    ...unless(event['given'], act('tas-consent', 'withdrawn')),
  ],
};

const epn = 'stockport.penalty-notice';

/** A notice for a brother or sister is in that pupil's log. */
function isOfThisPupil(event: Fields): boolean {
  const pupil = text(event['pupil']);
  return pupil === '' || pupil === 'this';
}

function adultOf(event: Fields): { readonly adult?: string } {
  const adult = text(event['parent']);
  return adult === '' ? {} : { adult };
}

function back(day: ReturnType<typeof addDays>): Told {
  return act('return', 'expected', { about: { from: day, to: day } });
}

/** Flags of the vectors' pupils by the policies' facts: a flag that is absent is no. */
export const bramhallFacts: SchoolWords['facts'] = (pupil) => {
  const is = (key: string): boolean => pupil[key] === true;
  return {
    'has-social-worker': is('socialWorker'),
    'stockport.has-social-worker': is('socialWorker'),
    'in-care': is('childInCare'),
    'stockport.tac-taf': is('tacTaf'),
    'stockport.child-protection': is('childProtection'),
    'welfare-concern': is('welfareConcern'),
    'year-11': pupil['year'] === 11,
    send: is('ehcp'),
    'stockport.send': is('ehcp'),
    'health-need': false,
    'stockport.long-term-health': false,
    'young-carer': false,
  };
};
