import type { Fields } from '../../../cli/case-fields.ts';
import type { EventWords, SchoolWords, Told } from '../school-words.ts';
import { text } from '../../../cli/case-fields.ts';
import { parseIsoDay } from '../../../register/day.ts';
import { letterCalled } from '../paper-called.ts';
import { act, when } from '../told.ts';

// How the vectors' words for what happened at Church of the Ascension are said in its policy and in its trust's.

const judgement = (name: string, holds: unknown): readonly Told[] =>
  typeof holds === 'boolean' ? [{ kind: 'judgement', name: `elements.${name}`, holds }] : [];

/** What leave is asked for, by a word in it, and the trust's question about it. A request for one is for none of the others. */
const purposes: readonly (readonly [words: RegExp, judgement: string])[] = [
  [/performance|employment abroad/i, 'regulated-performance'],
  [/interview/i, 'interview'],
  [/study/i, 'study-leave'],
  [/part-time/i, 'part-time-timetable'],
  [/protest/i, 'protest'],
  [/holiday/i, 'family-holiday'],
];

const leaveRequested: EventWords = (event) => {
  const reason = text(event['reason']);
  const named = purposes.find(([words]) => words.test(reason))?.[1];
  // Whether a holiday, or a reason that is not named, is in exceptional circumstances is not said where the event does not say it.
  const exceptional =
    event['exceptional'] ?? (/exceptional/i.test(reason) ? true : named === 'family-holiday' ? undefined : false);
  return [
    act('elements.leave-of-absence', 'asked'),
    ...purposes.flatMap(([, name]) => judgement(name, name === named)),
    ...judgement('exceptional', exceptional),
  ];
};

/** Reasons that parents give, by a word in them. Another word is a reason given and no more. */
const reported: EventWords = (event) => {
  const reason = text(event['reason']);
  return [
    act('absence', 'reported'),
    ...(reason === '' ? [] : [act('reason', 'given')]),
    ...(/\b(ill|illness|sick|unwell)\b/i.test(reason) ? [act('elements.illness', 'given')] : []),
  ];
};

/** What an amendment of the register holds, by the key it stands under. */
const amended: readonly (readonly [keys: readonly string[], item: string])[] = [
  [['original'], 'original entry'],
  [['amended'], 'amended entry'],
  [['reason'], 'reason for the amendment'],
  [['date'], 'date of the amendment'],
  [['by', 'position'], 'name and position of the person who made it'],
];

function amendedItems(event: Fields): readonly string[] {
  const holds = (key: string): boolean => text(event[key]) !== '';
  return amended.filter(([keys]) => keys.every(holds)).map(([, item]) => item);
}

export const ascensionEvents: SchoolWords['events'] = {
  amendment: (event) => [act('elements.register-amendment', 'made', { items: amendedItems(event) })],
  appointmentNotified: (event, { day }) => {
    const of = parseIsoDay(text(event['for']).slice(0, 10)) ?? day;
    return [act('elements.medical-appointment', 'given', { about: { from: of, to: of } })];
  },
  arrival: () => [act('arrival', 'recorded')],
  attendanceConcern: () => [act('attendance-concern', 'noted')],
  attendanceFallNoted: () => [act('attendance-fall', 'noted')],
  authenticityDoubt: () => [act('authenticity-doubt', 'raised')],
  callEmergencyContacts: (event) => [
    act('elements.emergency-contacts', 'consulted'),
    answered(event, 'emergency-calls'),
  ],
  callPrimary: (event) => [act('elements.primary-contact', 'consulted'), answered(event, 'primary-call')],
  concernNoted: () => [act('attendance-concern', 'noted')],
  contactAttempt: (event) => [act('call', 'made'), ...when(event['answered'], act('contact', 'made'))],
  engagement: (event) => judgement('engaged', event['engaged']),
  leaveRequested,
  letterSent: (event, { policy }) => [act(letterCalled(policy, text(event['letter'])), 'sent')],
  parentContacted: () => [act('contact', 'made')],
  parentReported: reported,
  parentsNotifiedNotSatisfied: () => [act('elements.illness', 'refused'), act('elements.illness.tell-parents', 'done')],
  penaltyNoticeIssued: (event) => {
    if ((event['pupil'] ?? 'this') !== 'this') return [];
    const adult = text(event['parent']) || undefined;
    const received = parseIsoDay(text(event['received']).slice(0, 10));
    return [
      act('elements.penalty-notice', 'issued', { adult }),
      ...(received === undefined ? [] : [act('elements.penalty-notice', 'received', { adult, day: received })]),
    ];
  },
  pnConsidered: (event) => when(event['checklistComplete'], act('elements.penalty-consideration', 'complete')),
  publicPlaceNoticeGiven: (event) => when(event['given'] ?? true, act('public-place-notice', 'given')),
  registerClosed: () => [],
  registerSubmitted: () => [],
  returned: () => [act('pupil', 'returned')],
  review: (event) => [
    ...judgement('improved', event['improved']),
    ...judgement('legitimate-reason', event['legitimateReason']),
  ],
  schoolContact: () => [act('contact', 'made')],
  seenInPublicPlace: (event) => [
    act('public-place', 'found'),
    ...judgement('justified', event['reasonableJustification'] ?? false),
  ],
  supportOffered: (event) => [act('support', 'offered'), ...judgement('support-appropriate', event['appropriate'])],
  suspensionStart: () => [act('suspension', 'started')],
};

/** A call that is answered is contact made. */
function answered(event: Fields, call: string): Told {
  return event['answered'] === true ? act('contact', 'made') : act(call, 'failed');
}

/** Flags of the vectors' pupils by the trust's facts. A pupil is of compulsory school age where nothing else is said. */
export const ascensionFacts: SchoolWords['facts'] = (pupil) => ({
  'elements.compulsory-school-age': pupil['compulsorySchoolAge'] !== false,
  'elements.ehc-plan': pupil['ehcp'] === true,
  'elements.has-yot-officer': pupil['youthOffendingTeamOfficer'] === true,
  'elements.social-worker': pupil['socialWorker'] === true || pupil['childInCare'] === true,
  'elements.vulnerable': false,
  'elements.send': pupil['ehcp'] === true,
  'elements.medical-condition': false,
  'elements.pupil-premium': false,
});
