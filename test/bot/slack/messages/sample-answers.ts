import type { Offer } from '../../../../bot/answers/action.ts';
import type { Answer, DraftAnswer, FindingAnswer, PupilShown } from '../../../../bot/answers/answer.ts';
import type { Finding } from '../../../../dsl/evaluate/finding.ts';

/** Answers made by hand, one for each way of laying out a message. */

const amira: PupilShown = { id: 'p-1', name: 'Amira Khan', yearGroup: '5', registrationGroup: '5B' };

const finding = { kind: 'finding', ladders: [], reasons: [] } as unknown as Finding;
const about = {
  school: 'widnes',
  pupil: amira,
  asAt: '2024-03-28',
  freshness: 'Register to Thursday 28 March 2024 PM',
  finding,
};
const nothing = { facts: [], lines: [], context: [], offers: [] };

function ask(label: string, question: string): Offer {
  return { label, action: { kind: 'ask', question, about: 'p-1' } };
}

const draftLetter: Offer = {
  label: 'Draft Stage 2 letter',
  action: { kind: 'draft letter', pupil: 'p-1', paper: 'stage-2-letter', asAt: '2024-03-28' },
  style: 'primary',
};

export const findingAnswer: FindingAnswer = {
  ...about,
  kind: 'finding',
  headline: 'Amira Khan (5B) is at Serious concerns',
  facts: [
    { label: 'Since', value: '12 March 2024' },
    { label: 'Days absent', value: '8.5' },
    { label: 'Next', value: 'High risk, 1.5 more days absent' },
  ],
  lines: ['The Stage 2 letter waits: whether parents engage with support is not recorded.'],
  context: ['Attendance Policy, Attendance Support Map (widnes.att, line 40)', 'Register to Thursday 28 March 2024 PM'],
  offers: [ask('Why', 'why'), ask('What next', 'what next'), draftLetter],
};

export const whyAnswer: Answer = {
  ...about,
  kind: 'why',
  headline: 'Why Amira Khan (5B) is at Serious concerns',
  ...nothing,
  lines: [
    '5 days absent this school year (5 sessions)',
    '12 January 2024 AM O; 8 March 2024 I; 11 March 2024 I',
    'The attendance lead judged it so',
    'Cannot be said: whether a penalty notice may be asked for',
  ],
  context: ['Register to Thursday 28 March 2024 PM'],
  offers: [ask('What next', 'what next')],
  reasons: [
    {
      words: '5 days absent this school year (5 sessions)',
      cite: 'Attendance Policy, Attendance Support Map',
      place: 'widnes.att, line 40',
      sessions: [
        { date: '2024-01-12', session: 'AM', code: 'O' },
        { date: '2024-03-08', session: 'AM', code: 'I' },
        { date: '2024-03-08', session: 'PM', code: 'I' },
        { date: '2024-03-11', session: 'AM', code: 'I' },
        { date: '2024-03-11', session: 'PM', code: 'I' },
      ],
    },
    { words: 'The attendance lead judged it so', cite: null, place: 'widnes.att, line 52', sessions: [] },
  ],
};

export const choiceAnswer: Answer = {
  ...nothing,
  kind: 'choice',
  headline: 'Which Khan do you mean?',
  question: 'stage for khan',
  offers: [ask('Amira Khan, 5B', 'stage'), ask('Imran Khan, 2A', 'stage')],
};

export const pingingAnswer: Answer = {
  ...findingAnswer,
  headline: '<!channel> *Khan* & <@U0LEAD> (5B) is at Serious concerns',
  lines: ['<!here> stays away', '<https://example.org|click>'],
  offers: [ask('Ask <!everyone>', 'why')],
};

export function listAnswer(rows: number): Answer {
  return {
    ...nothing,
    kind: 'list',
    school: 'widnes',
    asAt: '2024-03-28',
    freshness: 'Register to Thursday 28 March 2024 PM',
    headline: `${rows} pupils are at Serious concerns`,
    context: ['Register to Thursday 28 March 2024 PM'],
    rows: Array.from({ length: rows }, (_, index) => ({
      pupil: { ...amira, id: `p-${index}`, name: `Amira Khan ${index + 1}` },
      words: 'Serious concerns since 12 March 2024, 8.5 days absent',
      offers: [ask('Stage', 'stage')],
    })),
    more: rows > 50 ? 3 : 0,
  };
}

const letterText = `Meadow Lane Primary

Ms Sana Khan
2 Oak Road
WIDNES
WA8 7TT

28 March 2024

Dear Ms Khan,

Amira has been absent for 8.5 days > 7 this school year.

Yours sincerely

Attendance lead`;

export const draftAnswer: DraftAnswer = {
  kind: 'draft',
  school: 'widnes',
  pupil: amira,
  asAt: '2024-03-28',
  freshness: 'Register to Thursday 28 March 2024 PM',
  headline: 'Stage 2 letter for Amira Khan (5B), a draft',
  facts: [{ label: 'To', value: 'Ms Sana Khan, Mr Adil Khan' }],
  lines: ['Read it, change it if need be, then approve it. Nothing is sent by itself.'],
  context: ['Register to Thursday 28 March 2024 PM'],
  offers: [
    {
      label: 'Approve',
      action: { kind: 'approve letters', letters: [{ id: 'l-1', revision: 1 }] },
      style: 'primary',
    },
    { label: 'Edit', action: { kind: 'edit letters', letters: [{ id: 'l-1', revision: 1 }] } },
  ],
  paper: { id: 'stage-2-letter', title: 'Stage 2 letter' },
  letters: [
    { id: 'l-1', revision: 1, addressee: 'Ms Sana Khan', address: ['2 Oak Road', 'WA8 7TT'], text: letterText },
    { id: 'l-2', revision: 1, addressee: 'Mr Adil Khan', address: ['9 Elm Street', 'WA8 1AA'], text: letterText },
  ],
  text: '# Amira’s attendance\n\nAmira has been absent for [days absent] days.\n\nPlease talk to us.',
  overrideReason: null,
};

export const approvedAnswer: Answer = {
  ...nothing,
  kind: 'approved',
  school: 'widnes',
  pupil: amira,
  headline: 'Stage 2 letter for Amira Khan (5B), approved',
  lines: ['Approved by the attendance lead on 28 March 2024.'],
  paper: { id: 'stage-2-letter', title: 'Stage 2 letter' },
  approved: { by: 'attendance-lead', at: '2024-03-28T10:00:00Z' },
  files: [{ letter: 'l-1', format: 'pdf', name: 'stage-2-letter-ATT-1.pdf', addressee: 'Ms Sana Khan' }],
};

const forms = [
  { form: 'stage for Amira Khan', says: 'where a pupil stands, since when and how far to the next stage' },
  { form: 'why', says: 'the marks and clauses behind the last answer' },
];

export const helpAnswer: Answer = { ...nothing, kind: 'help', headline: 'What you can ask', forms };

export const notUnderstoodAnswer: Answer = {
  ...nothing,
  kind: 'not understood',
  headline: 'I did not understand that',
  nearest: forms.slice(0, 1),
};

export const refusedAnswer: Answer = {
  ...nothing,
  kind: 'refused',
  headline: 'No Stage 3 letter for Amira Khan (5B)',
  reason: 'She is at Serious concerns, and the Stage 3 letter belongs to Enforce.',
  cure: 'Record a reason to write it all the same.',
  lines: ['She is at Serious concerns, and the Stage 3 letter belongs to Enforce.'],
  changed: [],
  offers: [
    {
      label: 'Write it all the same',
      action: { kind: 'give reason', pupil: 'p-1', paper: 'stage-3-letter', asAt: '2024-03-28' },
    },
  ],
};

export const recordedAnswer: Answer = {
  kind: 'recorded',
  headline: 'Recorded for Amira Khan (5B): call made',
  facts: [
    { label: 'On', value: 'Thursday 28 March 2024 at 09:20' },
    { label: 'Note', value: 'no answer' },
    { label: 'By', value: 'Attendance lead' },
  ],
  lines: ['Done: will call parents on absence day 1', 'Stage 2 letter is due since 12 March 2024'],
  context: ['“Unexplained absence” (widnes.att, line 90)'],
  offers: [draftLetter, { label: 'Undo', action: { kind: 'undo entry', pupil: 'p-1', entry: 'e-1' } }],
  school: 'widnes',
  pupil: amira,
  entry: {
    id: 'e-1',
    kind: 'act',
    name: 'call',
    done: 'made',
    holds: null,
    day: '2024-03-28',
    time: '09:20',
    about: null,
    items: [],
    half: null,
    adult: null,
    lasting: null,
    purpose: null,
    note: 'no answer',
    by: 'attendance-lead',
    recordedAt: '2024-03-28T16:00:00.000Z',
    undone: null,
    words: 'call made',
  },
};

/** Two groups, the first longer than is shown. */
export function dueAnswer(pupils: number): Answer {
  const row = (index: number, words: string) => ({
    pupil: { ...amira, id: `p-${index}`, name: `Amira Khan ${index}` },
    words,
    offers: [ask('Show', 'what next')],
  });
  const rows = Array.from({ length: pupils }, (_, index) => row(index + 1, 'Call parents (by 28 March 2024 09:40)'));
  return {
    kind: 'due',
    about: 'duties',
    headline: `To do for ${pupils + 5} pupils: ${pupils + 5} overdue, 1 due`,
    ...nothing,
    lines: ['Overdue'],
    context: ['As at Thursday 28 March 2024 · Register to Thursday 28 March 2024 PM'],
    school: 'widnes',
    asAt: '2024-03-28',
    freshness: 'Register to Thursday 28 March 2024 PM',
    counts: { overdue: pupils + 5, due: 1 },
    sections: [
      {
        title: 'To do, without a day in the policy',
        lines: ['Review the support: Amira Khan 2 (5B)', 'Keep contact: all 41 pupils'],
        place: 'after',
      },
      {
        title: 'The school itself',
        lines: ['Join the forum each term (by 28 March 2024)', '11 standing duties without a day'],
        place: 'after',
      },
    ],
    groups: [
      { title: 'Overdue', pupils: pupils + 5, rows, more: 5 },
      { title: 'Due', pupils: 1, rows: [row(99, 'Send First letter to parents')], more: 0 },
    ],
    remarks: ['For 2 pupils something waits for an answer: “what next for …” says what.'],
  };
}

/** Classes first, then who has earned what by name alone. */
export const rewardsAnswer: Answer = {
  kind: 'due',
  about: 'rewards',
  headline: 'Rewards earned: 2; on track: 1',
  ...nothing,
  lines: ['Classes'],
  school: 'widnes',
  asAt: '2024-03-28',
  freshness: 'Register to Thursday 28 March 2024 PM',
  counts: { earned: 2, 'on track': 1 },
  sections: [
    {
      title: 'Classes',
      lines: ['Best class (week of 25 March 2024): Infants 2A 97%; Juniors 5B 96%'],
      place: 'before',
    },
  ],
  groups: [
    {
      title: 'Full term',
      pupils: 3,
      rows: [amira, { ...amira, name: '*Zoë* Reid' }].map((pupil) => ({
        pupil,
        words: '',
        offers: [ask('Show', 'attendance')],
      })),
      more: 1,
    },
  ],
  remarks: ['Full year: 1 pupil on track'],
};

export const whatIfAnswer: Answer = {
  ...about,
  kind: 'what if',
  headline: 'Amira Khan (5B): it would be High risk of Persistent Absence (now Serious concerns)',
  facts: [
    { label: 'Supposed', value: 'absent: 25 April 2024, 26 April 2024 (4 sessions)' },
    { label: 'Attendance', value: '91.7% (now 93%)' },
  ],
  lines: [],
  remarks: ['Left out: 27 April 2024 (a weekend)'],
  groups: [
    {
      title: 'Whatever the code',
      lines: [
        'Attendance Support Map: High risk of Persistent Absence (now Serious concerns)',
        'Letter due: Stage 3 letter',
      ],
    },
    { title: 'If authorised', lines: ['Nothing more would change'] },
    { title: 'If coded G', lines: ['Met: holidays in term time'] },
  ],
  context: ['Supposed, and not stored: the register is as it was.', 'Register to Tuesday 23 April 2024 PM'],
  offers: [ask('Stage now', 'stage'), ask('What next', 'what next')],
  supposed: { asAt: '2024-04-26', sessions: [], leftOut: [] },
  outcomes: [],
};

export const noticeAnswer: Answer = {
  ...about,
  kind: 'notice',
  headline: 'Amira Khan (5B): Penalty Notice may be considered by local authority, and one thing stands against it',
  ...nothing,
  remarks: [],
  groups: [
    {
      title: 'For local authority to decide',
      lines: [
        'Local authority may issue Penalty Notice: what it needs is shown',
        '– shown, one being enough: 10 or more unauthorised sessions (not shown, 5); late after the register has closed (shown, 1)',
      ],
    },
    {
      title: 'What stands against it',
      lines: [
        'School should not make a referral, unless it is a last resort (not known yet) · “Introduction” (widnes.att, line 395)',
      ],
    },
    { title: 'What it would cost', lines: ['£60 if paid within 21 calendar days of notice received: by 14 May 2024'] },
  ],
  context: ['“Penalty Notice” (widnes.att, line 384)', 'Register to Tuesday 23 April 2024 PM'],
  offers: [
    ask('Thresholds', 'threshold'),
    ...[true, false].map((holds): Offer => ({
      label: `${holds ? 'Yes' : 'No'}: parents engage with support`,
      action: { kind: 'record judgement', pupil: 'p-1', judgement: 'engaged', holds, asAt: '2024-04-23' },
    })),
  ],
  notices: [],
};

export const thresholdAnswer: Answer = {
  ...about,
  kind: 'threshold',
  headline: 'Amira Khan (5B): 1 of 2 thresholds met',
  ...nothing,
  remarks: ['Nobody is called exactly that; this is Amira Khan (5B).'],
  groups: [
    {
      title: '10 sessions in 10 weeks: met since 7 March 2024',
      lines: [
        'At least 10 unauthorised sessions in a rolling 10 school weeks: 10 unauthorised sessions (8 January 2024 to 28 March 2024)',
        'Counted: 12 January 2024 O; 4–7 March 2024 O',
        'Leaving the window: 2 on 15 April 2024 (8 left); 8 on 3 June 2024 (none left)',
        'No longer met from 15 April 2024, if every session from here is attended and nothing more is counted',
      ],
    },
    { title: 'Nothing counts towards', lines: ['Holidays in term time'] },
  ],
  context: ['Register to Thursday 28 March 2024 PM'],
  offers: [ask('Stage', 'stage'), ask('Notice', 'notice')],
  details: [],
};

export const schoolDutiesAnswer: Answer = {
  kind: 'school duties',
  headline: 'Widnes Academy itself: 1 due, 1 standing without a day',
  ...nothing,
  lines: ['Due (1)'],
  context: ['As at Thursday 28 March 2024', 'Attendance Policy'],
  offers: [
    {
      label: 'Done: Forum joined',
      action: { kind: 'record school act', school: 'widnes', name: 'forum', done: 'joined', asAt: '2024-03-28' },
    },
  ],
  school: 'widnes',
  asAt: '2024-03-28',
  duties: [],
  remarks: [],
  groups: [
    { title: 'Due (1)', lines: ['Join the forum each term (by 28 March 2024)'] },
    { title: 'Standing, without a day (1)', lines: ['Promote good attendance'] },
  ],
};
