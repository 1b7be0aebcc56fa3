import type { Fields } from '../../../cli/case-fields.ts';
import type { HalfDay } from '../../../register/session.ts';
import type { EventWords, SchoolWords, Told } from '../school-words.ts';
import { text } from '../../../cli/case-fields.ts';
import { addDays, parseIsoDay } from '../../../register/day.ts';
import { letterCalled } from '../paper-called.ts';
import { act, when } from '../told.ts';

// How the vectors' words for what happened at Normanton Common are said in its policy and in its trust's.

const judgement = (name: string, holds: boolean): Told => ({ kind: 'judgement', name: `waterton.${name}`, holds });

/** The session that an event names, where it names one. */
function half(event: Fields): { readonly half?: HalfDay } {
  const session = event['session'];
  return session === 'AM' || session === 'PM' ? { half: session } : {};
}

/** Reasons by a word for them; another word is a reason given and no more. */
const reasons: readonly (readonly [words: RegExp, reason: string])[] = [
  [/appointment|dentist|doctor|hospital/i, 'waterton.medical-appointment'],
  [/\b(ill|illness|sick|sickness|unwell|poorly)\b/i, 'waterton.illness'],
  [/religious/i, 'waterton.religious-observance'],
  [/bereave/i, 'waterton.bereavement'],
  [/family circumstances/i, 'waterton.family-circumstances'],
];

/** The policy's reason that the words name. */
export function reasonIn(words: string): string | undefined {
  return reasons.find(([each]) => each.test(words))?.[1];
}

export function saysNothing(words: string): boolean {
  return /^(|(none|nothing|unknown|unexplained|no (reason|explanation)|not (given|explained))\b.*)$/i.test(
    words.trim(),
  );
}

function reasonGiven(words: string): readonly Told[] {
  const named = reasonIn(words);
  return saysNothing(words) ? [] : [act('reason', 'given'), ...(named === undefined ? [] : [act(named, 'given')])];
}

const leaveAsked: EventWords = (event) => {
  const purpose = text(event['purpose']).toLowerCase();
  if (purpose.includes('flexi')) return [act('waterton.flexi-schooling', 'asked')];
  const said = (word: RegExp): boolean => word.test(purpose);
  const judged = [
    judgement('family-holiday', said(/holiday/)),
    judgement('family-in-crisis', said(/crisis|terminal/)),
    judgement('armed-forces', said(/armed forces|military|operational|deploy/)),
  ];
  return [act('waterton.term-time-leave', 'asked'), ...(purpose === '' ? [] : judged)];
};

export const events: SchoolWords['events'] = {
  absenceCause: (event) => {
    const causes = text(event['value']).split(/[,;]/);
    const is = (words: RegExp): boolean =>
      causes.some((each) => words.test(each) && !/\b(no|not|nothing|without|unknown)\b/i.test(each));
    if (saysNothing(causes.join())) return [];
    return [judgement('known-illness', is(/illness/i)), judgement('exceptional-circumstances', is(/exceptional/i))];
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
  finalReason: (event) => reasonGiven(text(event['value'])),
  homeVisit: (event) => [act('home-visit', 'made'), ...when(event['contact'], act('contact', 'made'))],
  lackOfEngagement: () => [act('lack-of-engagement', 'noted'), judgement('engaged', false)],
  leaveDecision: (event) => [
    act('waterton.term-time-leave', 'decided'),
    ...when(event['granted'], act('waterton.term-time-leave', 'granted')),
    ...when(event['granted'] === false, act('waterton.term-time-leave', 'refused')),
  ],
  leaveRequest: leaveAsked,
  leaveTaken: () => [act('waterton.term-time-leave', 'taken')],
  letterSent: (event, { policy }) => [act(letterCalled(policy, text(event['template'])), 'sent')],
  medicalAppointment: (event) => [
    act('reason', 'given'),
    act('waterton.medical-appointment', 'given'),
    ...when(event['verified'], act('medical-evidence', 'given')),
  ],
  medicalEvidence: (event) => when(event['provided'], act('medical-evidence', 'given')),
  // There was contact until the day before.
  noContactSince: (_event, { day }) => [act('contact', 'made', { day: addDays(day, -1) })],
  parentReport: (event) => {
    const setApart = event['dayExclusivelySetApart'];
    return [
      act('absence', 'reported'),
      act('contact', 'made'),
      ...reasonGiven(text(event['reason'])),
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
