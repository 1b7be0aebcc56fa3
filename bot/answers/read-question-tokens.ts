import { createToken, Lexer } from 'chevrotain';
import type { TokenType } from 'chevrotain';

/** Part of a name, or of anything else that the school’s own data decides. Every keyword may stand in a name too. */
export const Word = createToken({
  name: 'Word',
  pattern: {
    exec: (text: string, offset: number) => at(/[\p{L}\p{M}\p{N}'_.-]*[\p{L}\p{M}\p{N}]['.]?/uy, text, offset),
  },
  line_breaks: false,
});

const keywords: TokenType[] = [];

function keyword(name: string, words: string): TokenType {
  // A phrase is a keyword only where a word ends: “whyte” is no “why”. A hyphen does not end a word.
  const pattern = new RegExp(`(?:${words})(?![\\p{L}\\p{M}\\p{N}'_-])`, 'iuy');
  const type = createToken({
    name,
    pattern: { exec: (text: string, offset: number) => at(pattern, text, offset) },
    line_breaks: false,
    categories: [Word],
  });
  keywords.push(type);
  return type;
}

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?,?\\s+)?';
const beforeDay = '(?:(?:on|as\\s+at|as\\s+of|at)\\s+)';
const spoken = `${weekday}\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?:${month})`;

const anyDate = `${weekday}(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{4})|${spoken}(?:,?\\s+\\d{4})?`;

export const WhatIf = keyword('WhatIf', 'what\\s+(?:if|happens\\s+if|would\\s+happen\\s+if)|suppose(?:\\s+that)?|if');
/** `as known on 12 March`. */
export const AsKnown = keyword(
  'AsKnown',
  `(?:as\\s+)?(?:it\\s+was\\s+|we\\s+)?(?:known|knew(?:\\s+it)?)\\s+(?:(?:on|at|by|to)\\s+)?(?:the\\s+end\\s+of\\s+)?(?:${anyDate})`,
);
/** A date with a year, or one after “on” or “as at”. */
export const DayWords = keyword(
  'DayWords',
  `${beforeDay}?${weekday}(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{4})|${beforeDay}?${spoken},?\\s+\\d{4}|${beforeDay}${spoken}`,
);
export const TimeWords = keyword('TimeWords', '\\d{1,2}[:.]\\d{2}\\s*(?:am|pm)?');
export const Because = keyword('Because', 'because');
export const WhatNext = keyword(
  'WhatNext',
  "what(?:'?s)?\\s+(?:(?:is|are|comes?|happens?|should\\s+happen)\\s+)?(?:the\\s+)?next(?:\\s+steps?)?|next\\s+steps?|what\\s+now|next",
);
export const HowMany = keyword(
  'HowMany',
  'how\\s+(?:many|much)\\s+(?:days?|sessions?|school|time)(?:\\s+of\\s+school)?(?:\\s+(?:has|have|did|was|is))?|how\\s+often\\s+(?:has|was|is)',
);
export const Missed = keyword('Missed', '(?:been\\s+)?(?:missed|absent|off|away|miss)');
export const Attendance = keyword('Attendance', 'attendance|absences?|days\\s+absent');
export const Band = keyword('Band', 'bands?|colou?r');
export const Reward = keyword('Reward', 'rewards?|awards?|certificates?');
export const Undo = keyword('Undo', 'undo|take\\s+(?:that|it)\\s+back');
export const Log = keyword('Log', '(?:case\\s+)?log|history');
export const Threshold = keyword('Threshold', 'thresholds?');
export const Notice = keyword('Notice', '(?:penalty\\s+)?notices?(?:\\s+to\\s+improve)?|penalt(?:y|ies)|fines?|fined');
export const Return = keyword('Return', 'returns?|referrals?');
export const Review = keyword('Review', 'reviews?');
export const Stages = keyword('Stages', 'stages|ladders?|steps');
export const Stage = keyword('Stage', 'stage|status|standing|where\\s+does|where');
export const How = keyword('How', "how(?:'s|\\s+is)");
export const Doing = keyword('Doing', 'doing|getting\\s+on|stands?');
export const Why = keyword('Why', 'why|explain|how\\s+come|reasons?');
export const Due = keyword('Due', 'due|outstanding|overdue');
export const Owes = keyword('Owes', 'owes?|owed|duty|duties');
export const Letter = keyword('Letter', 'letters?');
export const Draft = keyword('Draft', 'draft|write|prepare|make');
keyword('Record', 'record|note|judge');
export const Who = keyword('Who', "who(?:'s|\\s+is|\\s+are)?|whom");
export const Listing = keyword('Listing', 'list|show(?:\\s+me)?|everyone|everybody|pupils|children|all');
export const When = keyword('When', 'when|what\\s+times?|times?');
export const Register = keyword('Register', 'registers?|registration');
export const Close = keyword('Close', 'closes?|closed|closing|opens?|opening|late|lateness');
export const Arrival = keyword('Arrival', 'arrivals?|arrived?|arrives|arriving|comes?\\s+in|came\\s+in');
export const Mark = keyword('Mark', 'marks?|codes?');
keyword('Half', 'am|pm|morning|afternoon');
export const Help = keyword(
  'Help',
  'help|commands?|usage|what\\s+can\\s+(?:i\\s+ask|you\\s+do|i\\s+say)|how\\s+does\\s+this\\s+work',
);
export const What = keyword('What', "what(?:'s|\\s+is|\\s+are)?|which|tell\\s+me|give\\s+me");
export const Is = keyword('Is', 'is|are|was|has|do|does');
export const Article = keyword('Article', 'the|a|an|current');
export const Pronoun = keyword('Pronoun', 'her|him|them|she|he|they|(?:this|that|the)\\s+(?:pupil|child|one)');
export const For = keyword('For', 'for|of|about|to|with');
export const At = keyword('At', 'at|on|in');
export const Now = keyword('Now', 'now|today|currently');

export const Comma = createToken({ name: 'Comma', pattern: /,/ });
const Mention = createToken({ name: 'Mention', pattern: /<[@!#][^>]*>/, group: Lexer.SKIPPED });
const Courtesy = createToken({
  name: 'Courtesy',
  pattern: {
    exec: (text: string, offset: number) =>
      at(
        /(?:please|pls|thanks|thank you|kindly|hello|could you|can you)(?![\p{L}\p{N}'-])|\/attendance(?=\s|$)/iuy,
        text,
        offset,
      ),
  },
  line_breaks: false,
  group: Lexer.SKIPPED,
});
const Space = createToken({ name: 'Space', pattern: /\s+/, line_breaks: true, group: Lexer.SKIPPED });
const Other = createToken({
  name: 'Other',
  pattern: { exec: (text: string, offset: number) => at(/[^\s]/uy, text, offset) },
  line_breaks: false,
  group: Lexer.SKIPPED,
});

export const vocabulary: readonly TokenType[] = [Space, Mention, Courtesy, ...keywords, Word, Comma, Other];

export const questionLexer = new Lexer([...vocabulary], { positionTracking: 'onlyOffset' });

function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}
