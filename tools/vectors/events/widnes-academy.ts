import type { Fields } from '../../../cli/case-fields.ts';
import type { Day } from '../../../register/day.ts';
import type { EventWords, SchoolWords, Told } from '../school-words.ts';
import { text } from '../../../cli/case-fields.ts';
import { addDays, parseIsoDay } from '../../../register/day.ts';
import { act, when } from '../told.ts';

// How the vectors' words for what happened at Widnes Academy are said in its policy and in Halton's framework.

const judgement = (name: string, holds: unknown): readonly Told[] =>
  typeof holds === 'boolean' ? [{ kind: 'judgement', name, holds }] : [];
const fact = (name: string, holds: unknown): Told => ({ kind: 'pupil fact', name, holds: holds !== false });

/** The session that an event names, where it names one. */
function half(event: Fields): Partial<Told & { kind: 'act' }> {
  const session = event['session'];
  return session === 'AM' || session === 'PM' ? { half: session } : {};
}

/** Letters of the vectors by a word in their names; Halton's say what they say. */
const letters: readonly (readonly [word: string, letter: string])[] = [
  ['medical evidence', 'halton.s2-letter'],
  ['s1l1', 'halton.s1l1'],
  ['s2l2', 'halton.s2l2'],
  ['failed to attend', 'halton.failed-to-attend-letter'],
  ['stage 1 letter', 'stage-1-letter'],
  ['stage 2 letter', 'stage-2-letter'],
  ['stage 3 letter', 'stage-3-letter'],
  ['formal warning', 'formal-warning'],
  ['early help', 'early-help-offer'],
];

/** How a pupil came to each of Halton's stages. They stood there before the day of what follows. */
const stages: Readonly<Record<string, Told & { kind: 'act' }>> = {
  '1': { kind: 'act', name: 'attendance-concern', done: 'raised' },
  '2': { kind: 'act', name: 'case-for-stage-2', done: 'referred' },
  '3': { kind: 'act', name: 'halton.ews-referral', done: 'accepted' },
};

function cameTo(stage: string, day: Day): readonly Told[] {
  const came = stages[stage];
  return came ? [{ ...came, day: addDays(day, -1) }] : [];
}

/** Items of evidence by the names that Halton's checklists give them. */
export const evidenceItems: Readonly<Record<string, string>> = {
  'contact dates': 'dates of contact made with parents',
  'reasons/barriers': 'reasons for absence and identified barriers',
  'actions and adjustments': 'actions taken and adjustments made',
  'early help evidence or consideration': 'early help involvement, or that it was considered',
  'other support/agencies': 'other support and agencies',
  'stage 1 letters': 'Stage 1 letters, dated, with address, specific to the child',
};

/** What parents give as the reason, by words in it. Another word is a reason given and no more. */
const reasons: readonly (readonly [words: RegExp, told: Told])[] = [
  [/\bill(ness)?\b|sick|unwell/i, act('halton.illness', 'given')],
  [/dentist|dental|doctor|appointment/i, act('appointment', 'given')],
  [/tired|weekend away|unnecessar/i, { kind: 'judgement', name: 'unnecessary', holds: true }],
];

const reported: EventWords = (event) => {
  const reason = text(event['reason']);
  return [
    act('absence', 'reported'),
    ...(reason === '' ? [] : [act('reason', 'given')]),
    ...reasons.filter(([words]) => words.test(reason)).map(([, told]) => told),
  ];
};

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** What a review found of attendance, by words in it: the first that fits. */
const foundOfAttendance: readonly (readonly [words: RegExp, told: readonly Told[]])[] = [
  [
    /\b(?:not?|un\w+)\b|wors|declin|poor|static/i,
    [...judgement('halton.improving', false), ...judgement('halton.satisfactory', false)],
  ],
  [/satisf|improved/i, judgement('halton.satisfactory', true)],
  [/improving/i, [...judgement('halton.improving', true), ...judgement('halton.satisfactory', false)]],
];

/** What a review came to, in the words of either stage. */
function judged(event: Fields): readonly Told[] {
  const attendance = text(event['attendance']);
  return [
    ...(foundOfAttendance.find(([words]) => words.test(attendance))?.[1] ?? []),
    ...judgement('halton.improving', event['someImprovement']),
    ...judgement('halton.engaging', event['engaging'] ?? event['engaged']),
    ...judgement('halton.target-met', event['targetMet']),
  ];
}

export const widnesEvents: SchoolWords['events'] = {
  absent: (event) => [act('absence', 'noted', half(event))],
  allOtherAvenuesExhausted: (event) => judgement('exhausted', event['value'] ?? true),
  apm: (event) => [
    act('halton.apm', 'held'),
    ...when(event['parentAttended'] === false, act('halton.apm', 'missed')),
    ...when(text(event['explanation']) !== '', act('explanation', 'given')),
    ...when(event['newUnaddressedNeedRevealed'], act('new-information', 'revealed')),
  ],
  arrival: (event) => [act('arrival', 'recorded', half(event))],
  callAttempt: (event) => [act('call', 'made'), ...when(event['reached'], act('contact', 'made'))],
  childInNeed: (event) => [fact('halton.child-in-need', event['value'])],
  childProtectionPlan: (event) => [
    fact('halton.child-protection', true),
    ...(typeof event['attendanceActionsIncluded'] === 'boolean'
      ? [fact('halton.attendance-in-plan', event['attendanceActionsIncluded'])]
      : []),
  ],
  contact: () => [act('contact', 'made')],
  earlyHelpDeclined: () => [act('early-help-assessment', 'declined')],
  earlyHelpOffered: () => [act('early-help-assessment', 'offered')],
  evidence: (event) => [
    act(`halton.stage-${String(event['stage'])}-evidence`, 'recorded', {
      items: strings(event['items']).map((item) => evidenceItems[item] ?? item),
    }),
  ],
  // The last day is part of it: on the day after, it has ended.
  excluded: (_event, { day, about }) => [
    act('exclusion', 'started', { day, about }),
    ...(about ? [act('exclusion', 'ended', { day: addDays(about.to, 1), about: undefined })] : []),
  ],
  finalReason: () => [act('reason', 'given')],
  foundInPublicPlace: () => [act('public-place', 'found')],
  haltonStage: (event, { day }) => cameTo(String(event['value']), day),
  homeVisit: (event) => [act('home-visit', 'made'), ...when(event['contact'], act('contact', 'made'))],
  lackOfEngagement: () => judgement('engaged', false),
  leadProfessionalConsulted: (event) => when(event['value'] ?? true, act('halton.lead-professional', 'consulted')),
  // The vectors have no other word for telling parents the outcome.
  leaveDecision: (event) => [
    act('term-time-leave', 'decided'),
    act('term-time-leave.tell-parents', 'done'),
    ...when(event['granted'], act('term-time-leave', 'granted')),
    ...when(event['granted'] === false, act('term-time-leave', 'refused')),
  ],
  leaveRequest: () => [act('term-time-leave', 'asked')],
  leaveTaken: () => [act('term-time-leave', 'taken')],
  leftArea: (event) => [
    act('left-area', 'noted'),
    ...when(text(event['destination']) !== '', act('destination', 'given')),
  ],
  letterSent: (event) => {
    const template = text(event['template']).toLowerCase();
    const letter = letters.find(([word]) => template.includes(word))?.[1];
    if (letter === undefined) throw new Error(`no letter of the policy is called “${template}”`);
    return [act(letter, 'sent')];
  },
  medicalAppointment: (event) => [
    act('reason', 'given'),
    act('appointment', 'given'),
    ...when(event['verified'], act('appointment-evidence', 'given')),
  ],
  medicalEvidence: (event) => when(event['provided'], act('medical-evidence', 'given')),
  newSchoolConfirmsArrival: (event) => when(event['value'] ?? true, act('arrival-at-new-school', 'confirmed')),
  // The school need not wait for it: when it is turns nothing.
  nextTargetedSupportMeeting: () => [],
  noContactSince: () => [],
  parentReport: reported,
  penaltyNoticeReceived: (event, { day }) => [
    act('penalty-notice', 'issued', { day: parseIsoDay(text(event['issued']).slice(0, 10)) ?? day }),
    act('penalty-notice', 'received'),
  ],
  policyReviewed: (event) => when(event['value'] ?? true, act('policy', 'reviewed')),
  plannedReview: (event, { day }) => [
    ...cameTo('2', day),
    ...when(event['parentAttended'] === false, act('halton.stage-2-review', 'missed')),
    ...when(event['noticeGiven'], act('explanation', 'given')),
  ],
  referralToEWS: (event) => [
    act('halton.stage-2-referral', 'made'),
    { kind: 'school fact', name: 'halton.traded', holds: event['traded'] !== false },
  ],
  return: () => [],
  reviewDateSet: () => [],
  safeguardingConcern: () => [act('safeguarding-concern', 'raised')],
  schoolAttendanceMeeting: (event) => [
    ...when(event['held'] ?? true, act('halton.sam', 'held')),
    ...(typeof event['multiAgencyPlan'] === 'boolean' ? [fact('halton.map', event['multiAgencyPlan'])] : []),
  ],
  stage12ProcessFollowed: (event) => when(event['evidenced'], act('staged-process', 'evidenced')),
  stage1Outcome: (event, { day }) => [
    ...cameTo('1', day),
    act('halton.stage-1-review', 'held'),
    ...when(event['planInPlace'], act('support-plan', 'agreed')),
    ...judged(event),
  ],
  stage2Review: (event, { day }) => [...cameTo('2', day), act('halton.stage-2-review', 'held'), ...judged(event)],
  supportNotEngagedWith: (event) => judgement('engaged', event['value'] === false),
  supportNotWorking: (event) => judgement('support-working', event['value'] === false),
  tradedSLA: (event) => [{ kind: 'school fact', name: 'halton.traded', holds: event['value'] === true }],
  urgentSafeguardingConcern: () => [act('urgent-concern', 'raised')],
  voluntarySupport: (event) => judgement('engaged', event['engagedWith']),
};

/** Flags of the vectors' pupils by the policies' facts: a flag that is absent is no. */
export const widnesFacts: SchoolWords['facts'] = (pupil) => ({
  'halton.in-care': pupil['inCare'] === true,
  'halton.social-worker-allocated': text(pupil['socialWorker']) !== '' || pupil['socialWorker'] === true,
  'halton.lives-in-widnes': pupil['area'] === 'Widnes',
  'halton.lives-in-runcorn': pupil['area'] === 'Runcorn',
  'halton.map': false,
  'halton.child-in-need': false,
  'halton.child-protection': false,
  'halton.open-to-ews': false,
});

/** A vector that says nothing of a traded agreement is of a school without one. */
export const widnesUnsaid: readonly Told[] = [{ kind: 'school fact', name: 'halton.traded', holds: false }];
