import type { Fields } from '../../../cli/case-fields.ts';
import type { HalfDay } from '../../../register/session.ts';
import type { EventWords, SchoolWords, Told } from '../school-words.ts';
import { text } from '../../../cli/case-fields.ts';
import { parseIsoDay } from '../../../register/day.ts';

// How the vectors' words for what happened at Normanton Common are said in its policy and in its trust's.

const act = (name: string, done: string, more: Partial<Told & { kind: 'act' }> = {}): Told => ({
  kind: 'act',
  name,
  done,
  ...more,
});
const judgement = (name: string, holds: boolean): Told => ({ kind: 'judgement', name: `waterton.${name}`, holds });
const when = (holds: unknown, ...told: readonly Told[]): readonly Told[] => (holds === true ? told : []);

/** The session that an event names, where it names one. */
function half(event: Fields): { readonly half?: HalfDay } {
  const session = event['session'];
  return session === 'AM' || session === 'PM' ? { half: session } : {};
}

/** What parents give as the reason, by the policy's reasons; another word is a reason given and no more. */
export const reasons: Readonly<Record<string, string>> = {
  illness: 'waterton.illness',
  ill: 'waterton.illness',
  sickness: 'waterton.illness',
  'medical appointment': 'waterton.medical-appointment',
  'dental appointment': 'waterton.medical-appointment',
  'religious observance': 'waterton.religious-observance',
  bereavement: 'waterton.bereavement',
  'exceptional family circumstances': 'waterton.family-circumstances',
};

/** Letters of the vectors by a word in their names. */
const letters: readonly (readonly [word: string, letter: string])[] = [
  ['late', 'lateness-warning'],
  ['nearing', 'waterton.nearing-pa-letter'],
  ['decision', 'waterton.leave-decision'],
  ['outcome', 'waterton.outcome-letter'],
  ['warning', 'waterton.written-warning'],
  ['summary', 'waterton.termly-summary'],
];

const leaveAsked: EventWords = (event) => {
  const purpose = text(event['purpose']).toLowerCase();
  if (purpose.includes('flexi')) return [act('waterton.flexi-schooling', 'asked')];
  const said = (word: RegExp): boolean => word.test(purpose);
  const judged = [
    judgement('family-holiday', said(/holiday/)),
    judgement('family-in-crisis', said(/crisis|terminal/)),
    judgement('armed-forces', said(/armed forces|operational/)),
  ];
  return [act('waterton.term-time-leave', 'asked'), ...(purpose === '' ? [] : judged)];
};

export const events: SchoolWords['events'] = {
  absenceCause: (event) => {
    const value = text(event['value']).toLowerCase();
    const cause = (name: string, words: string): readonly Told[] =>
      value.includes(words) ? [judgement(name, !value.includes(`no ${words}`))] : [];
    return [
      ...cause('known-illness', 'known illness'),
      ...cause('exceptional-circumstances', 'exceptional circumstances'),
    ];
  },
  absencePersists: (event) => when(event['value'] ?? true, act('persistence', 'noted')),
  absent: (event) => [act('absence', 'noted', half(event))],
  allOtherAvenuesExhausted: (event) => when(event['value'] ?? true, act('avenues-exhausted', 'noted')),
  arrival: (event) => [
    act('arrival', 'recorded', half(event)),
    ...when(event['accompanied'], act('arrival', 'accompanied', half(event))),
    ...when(event['accompanied'] === false, act('arrival', 'unaccompanied', half(event))),
  ],
  callAttempt: (event) => [act('call', 'made'), ...when(event['reached'], act('contact', 'made'))],
  classWeek: () => [],
  contact: () => [act('contact', 'made')],
  evidenceFinallyRefused: () => [act('medical-evidence', 'refused')],
  finalReason: () => [act('reason', 'given')],
  homeVisit: (event) => [act('home-visit', 'made'), ...when(event['contact'], act('contact', 'made'))],
  lackOfEngagement: () => [act('lack-of-engagement', 'noted'), judgement('engaged', false)],
  leaveDecision: (event) => [
    act('waterton.term-time-leave', 'decided'),
    ...when(event['granted'], act('waterton.term-time-leave', 'granted')),
    ...when(event['granted'] === false, act('waterton.term-time-leave', 'refused')),
  ],
  leaveRequest: leaveAsked,
  leaveTaken: () => [act('waterton.term-time-leave', 'taken')],
  letterSent: (event) => {
    const template = text(event['template']).toLowerCase();
    const letter = letters.find(([word]) => template.includes(word))?.[1];
    if (letter === undefined) throw new Error(`no letter of the policy is called “${template}”`);
    return [act(letter, 'sent')];
  },
  medicalAppointment: (event) => [
    act('reason', 'given'),
    act('waterton.medical-appointment', 'given'),
    ...when(event['verified'], act('medical-evidence', 'given')),
  ],
  medicalEvidence: (event) => when(event['provided'], act('medical-evidence', 'given')),
  // Contact that was not logged was not made.
  noContactSince: () => [],
  parentReport: (event) => {
    const reason = text(event['reason']).toLowerCase();
    const setApart = event['dayExclusivelySetApart'];
    return [
      act('absence', 'reported'),
      act('contact', 'made'),
      ...(reason === '' ? [] : [act('reason', 'given')]),
      ...(reasons[reason] === undefined ? [] : [act(reasons[reason], 'given')]),
      ...(typeof setApart === 'boolean' ? [judgement('set-apart', setApart)] : []),
    ];
  },
  penaltyNoticeReceived: (event, { day }) => [
    act('waterton.penalty-notice', 'issued', { day: parseIsoDay(text(event['issued']).slice(0, 10)) ?? day }),
    act('waterton.penalty-notice', 'received'),
  ],
  persistentAbsence: (event) => when(event['value'] ?? true, act('pa-category', 'noted')),
  policyReviewed: (event) => when(event['value'] ?? true, act('policy', 'reviewed')),
  return: (event) => [act('pupil', 'returned', half(event))],
  reviewOutcome: (event) => [
    act(`waterton.stage-${String(event['stage'])}-review`, 'held'),
    ...(typeof event['improved'] === 'boolean' ? [judgement('improved', event['improved'])] : []),
  ],
  safeguardingConcern: () => [act('safeguarding-concern', 'raised')],
  stage1Meeting: () => [act('waterton.stage-1-meeting', 'held')],
  stage2Meeting: (event) => [
    act('waterton.stage-2-meeting', 'held'),
    ...when(event['planAgreed'], act('waterton.improvement-plan', 'agreed')),
  ],
  supportNotEngagedWith: (event) => [judgement('engaged', event['value'] === false)],
  supportNotWorking: (event) => [judgement('support-working', event['value'] === false)],
  urgentSafeguardingConcern: () => [act('safeguarding-concern', 'raised')],
  voluntarySupport: (event) => [
    ...(typeof event['engagedWith'] === 'boolean' ? [judgement('engaged', event['engagedWith'])] : []),
    ...(typeof event['working'] === 'boolean' ? [judgement('support-working', event['working'])] : []),
  ],
};
