/**
 * The vocabulary: every phrase of the language, in one table. Lexing, parsing, colouring, completion, did-you-mean and
 * the reference page all read it. A phrase is one token whatever space stands between its words, longest match first.
 *
 * Hard phrases are the language's own. Soft ones (heads of declarations, verbs, participles) may also be names:
 * `engaged` can be a judgement, `order` a paper.
 */
export type PhraseRole =
  | 'head'
  | 'structure'
  | 'strength'
  | 'comparator'
  | 'unit'
  | 'class'
  | 'window'
  | 'connective'
  | 'detail'
  | 'doubt'
  | 'move'
  | 'verb'
  | 'participle';

export interface Phrase {
  /** The token type, and the name that messages never show. */
  readonly token: string;
  readonly role: PhraseRole;
  readonly soft: boolean;
  /** The phrase as written by the formatter, then other ways to write it. */
  readonly forms: readonly [string, ...string[]];
  /** A further role the word can play: `report` is a paper and a verb. */
  readonly also?: 'verb' | 'participle';
}

function hard(role: PhraseRole, entries: Readonly<Record<string, string | readonly [string, ...string[]]>>): Phrase[] {
  return table(role, false, entries);
}

function soft(role: PhraseRole, entries: Readonly<Record<string, string | readonly [string, ...string[]]>>): Phrase[] {
  return table(role, true, entries);
}

function table(
  role: PhraseRole,
  isSoft: boolean,
  entries: Readonly<Record<string, string | readonly [string, ...string[]]>>,
): Phrase[] {
  return Object.entries(entries).map(([token, forms]) => ({
    token,
    role,
    soft: isSoft,
    forms: typeof forms === 'string' ? [forms] : forms,
  }));
}

/** One soft phrase for each word, its token named for it: `sent` is `Done_sent`. */
function words(role: 'verb' | 'participle', prefix: string, list: string): Phrase[] {
  return list
    .trim()
    .split(/\s+/)
    .map((word) => ({ token: `${prefix}_${word}`, role, soft: true, forms: [word] as const }));
}

export const paperHeads = [
  'letter',
  'notice',
  'plan',
  'contract',
  'order',
  'referral',
  'return',
  'report',
  'meeting',
  'reason',
  'leave',
] as const;
export type PaperKind = (typeof paperHeads)[number];

export const vocabulary: readonly Phrase[] = [
  ...soft('head', {
    Policy: 'policy',
    Trust: 'trust',
    Framework: 'framework',
    Cluster: 'cluster',
    Judgement: 'judgement',
    Fact: 'fact',
    Measure: 'measure',
    Threshold: 'threshold',
    Group: 'group',
    Period: 'period',
    Ladder: 'ladder',
    Stage: 'stage',
    Role: 'role',
    Service: 'service',
    Bands: 'bands',
    Band: 'band',
    Reward: 'reward',
    Note: 'note',
    Example: 'example',
    Suppose: 'suppose',
    Expect: 'expect',
    Review: 'review',
    Outcome: 'outcome',
    Time: 'time',
  }),
  ...paperHeads.map((word): Phrase => {
    const phrase: Phrase = { token: `Paper_${word}`, role: 'head', soft: true, forms: [word] };
    return word === 'report' || word === 'order' || word === 'plan' ? { ...phrase, also: 'verb' } : phrase;
  }),
  ...hard('structure', {
    ContradictionBetween: 'contradiction between',
    ParticularAttentionTo: 'particular attention to',
    ActsOn: 'acts on',
    DepartsFrom: 'departs from',
    Because: 'because',
    When: 'when',
    While: 'while',
    Where: 'where',
    ForEachSchool: 'for each school',
    ForSchoolsTogether: 'for the schools together',
    Arriving: 'arriving',
    Morning: ['morning', 'in the morning'],
    Afternoon: ['afternoon', 'in the afternoon'],
    Marked: 'marked',
    MayMark: 'may mark',
    Otherwise: 'otherwise',
    EnteredWhen: 'entered when',
    KeptToEndOf: ['kept to the end of the', 'kept to the end of this'],
    ActionsApplyIf: 'actions apply if',
    BySteps: 'by steps',
    ByGroups: 'by groups',
    FirstFine: 'first fine',
    SecondFine: 'second fine',
    AnyFine: 'any fine',
    IfPaidWithin: 'if paid within',
    Is: 'is',
    Named: 'named',
    OutsideSchool: 'outside school',
    Every: 'every',
    Some: 'some',
    SomeButNotEvery: 'some but not every',
    SchoolIn: 'school in',
    SchoolIs: 'school is',
    PupilsWith: 'pupils with',
    ClassesWith: 'classes with',
    BestClassWith: 'the class in each phase with the highest',
    BestClassOfAll: 'the class with the highest',
    FromTheFirst: 'from the first',
    Birthday: 'birthday',
    Born: 'born',
  }),
  ...hard('strength', {
    Will: 'will',
    Must: 'must',
    Should: 'should',
    May: 'may',
    Consider: 'consider',
    WillNot: 'will not',
    MustNot: 'must not',
    ShouldNot: 'should not',
    MayNot: 'may not',
    Cannot: ['cannot', 'can not'],
    IsUnlikelyTo: ['is unlikely to', 'are unlikely to'],
  }),
  ...hard('comparator', {
    AtLeast: 'at least',
    AtMost: 'at most',
    MoreThan: 'more than',
    FewerThan: ['fewer than', 'less than'],
    Below: 'below',
    Above: 'above',
    Exactly: 'exactly',
    Any: 'any',
    No: 'no',
  }),
  ...hard('unit', {
    Sessions: ['sessions', 'session'],
    DaysAbsent: ['days absent', 'day absent'],
    DaysAttended: ['days attended', 'day attended'],
    SchoolDays: ['school days', 'school day'],
    WorkingDays: ['working days', 'working day'],
    CalendarDays: ['calendar days', 'calendar day'],
    SchoolWeeks: ['school weeks', 'school week'],
    CalendarWeeks: ['calendar weeks', 'calendar week'],
    HalfTerms: ['half terms', 'half term'],
    Terms: ['terms', 'term'],
    SchoolYears: ['school years', 'school year'],
    Months: ['months', 'month'],
    Years: ['years', 'year'],
    BareDays: ['days', 'day'],
    BareWeeks: ['weeks', 'week'],
  }),
  ...hard('class', {
    Absent: 'absent',
    Attended: 'attended',
    Present: 'present',
    Late: 'late',
    Authorised: 'authorised',
    Unauthorised: 'unauthorised',
    Possible: 'possible',
    Attendance: 'attendance',
    Absence: 'absence',
    Coded: 'coded',
  }),
  ...hard('window', {
    This: 'this',
    Last: 'last',
    InARolling: ['in a rolling', 'in any rolling'],
    InARow: 'in a row',
    InWhich: 'in which',
    During: 'during',
    Since: 'since',
    AtHighest: ['at the highest', 'at its highest', 'at their highest'],
    WithThoseExpected: 'with those expected',
    OutOf: 'out of',
    AsSetIn: 'as set in',
  }),
  ...hard('connective', {
    And: 'and',
    Or: 'or',
    OrPerhaps: 'or perhaps',
    Not: 'not',
    But: 'but',
    If: 'if',
    Unless: 'unless',
    InEveryCase: 'in every case',
    To: 'to',
    With: 'with',
    By: 'by',
    From: 'from',
    For: 'for',
    Of: 'of',
    In: 'in',
    InAdvance: 'in advance',
    InSchoolHours: 'in school hours',
    At: 'at',
    About: 'about',
    On: 'on',
    OnTheSameSchoolDay: 'on the same school day',
    ThatMorning: 'that morning',
    OnAbsenceDay: 'on absence day',
    Between: 'between',
    Before: 'before',
    After: 'after',
    Until: 'until',
    Within: 'within',
    OnOrAfter: 'on or after',
    NoLaterThan: 'no later than',
    OnceEach: 'once each',
    Each: 'each',
  }),
  ...hard('detail', {
    GoesTo: 'goes to',
    IssuedBy: 'issued by',
    LedBy: 'led by',
    ArrangedBy: 'arranged by',
    AttendedBy: 'attended by',
    Includes: 'includes',
    Needs: 'needs',
    AlsoCalled: 'also called',
    CountedPer: 'counted per',
    Telephone: 'telephone',
    Ages: 'ages',
    Serves: 'serves',
    Under: 'under',
    Document: 'document',
    Ratified: 'ratified',
    ReviewDue: 'review due',
    AsAgreed: 'as agreed',
    AndAgainAfterEach: 'and again after each',
    NotBankHolidays: 'not bank holidays',
  }),
  ...soft('detail', { Due: 'due' }),
  { token: 'Open', role: 'detail', soft: false, forms: ['open'], also: 'participle' },
  ...hard('doubt', {
    NotStated: 'not stated',
    Assumed: 'assumed',
    Unclear: 'unclear',
    Cite: 'cite',
    InForce: 'in force',
    Refines: 'refines',
    Replaces: 'replaces',
  }),
  ...hard('move', {
    MovesTo: 'moves to',
    Moves: 'moves',
    Leaves: 'leaves',
    StaysHere: 'stays here',
  }),
  ...words(
    'verb',
    'Verb',
    `send call visit hold offer refer tell ask record agree decide issue make give arrange grant invite contact notify
     complete start extend take discuss set explore meet mark enforce write use inform establish monitor support
     award keep share follow attend refuse join`,
  ),
  { token: 'Verb_treat', role: 'verb', soft: true, forms: ['treat alike', 'treat'] },
  ...words(
    'participle',
    'Done',
    `sent held missed issued received paid withdrawn agreed refused made accepted extended breached given asked granted
     decided started ended met logged noted raised consulted recorded known taken revealed considered declined explored
     incurred judged done complete completed reported offered left evidenced approved found confirmed seen joined reviewed
     accompanied unaccompanied returned failed tried referred expected chosen`,
  ),
];

/** Words that name a party or thing without being declared: everyone's school has them. */
export const builtInNames: ReadonlySet<string> = new Set([
  'pupil',
  'pupils',
  'parents',
  'parent',
  'school',
  'home',
  'local-authority',
  'family',
  'copy',
  'adult',
  'reason',
  'absence',
  'arrival',
  'detention',
]);
