import { EmbeddedActionsParser, EOF } from 'chevrotain';
import type { IToken, ParserMethod, TokenType } from 'chevrotain';
import type { Asked } from './question.ts';
import * as t from './read-question-tokens.ts';

interface Form {
  readonly rule: ParserMethod<[], Read>;
  /** Which keywords must stand before the first “for”: what follows it is a name, whatever its words. */
  readonly when?: (has: (...types: readonly TokenType[]) => boolean) => boolean;
}

/** `arrival` is for the caller to complete: the time stands somewhere among the words. */
type Read = Asked | 'arrival';

/**
 * The forms of question, tried in order; the first that reads to the end is taken. A keyword may also be part of a
 * name, so after “for” every word is the name.
 */
export class QuestionForms extends EmbeddedActionsParser {
  private text = '';

  constructor() {
    super([...t.vocabulary], { maxLookahead: 2, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  read(tokens: readonly IToken[], text: string): Read {
    if (tokens.length === 0) return { kind: 'help' };
    this.text = text;
    const end = tokens.findIndex((token) => token.tokenType === t.For);
    const before = end === -1 ? tokens : tokens.slice(0, end);
    const has = (...types: readonly TokenType[]) => before.some((token) => types.includes(token.tokenType));
    for (const { rule, when } of this.forms) {
      if (when && !when(has)) continue;
      this.input = [...tokens];
      const read = rule.call(this);
      if (this.errors.length === 0) return read;
    }
    return { kind: 'not understood' };
  }

  // help · what can I ask
  private help = this.RULE('help', (): Read => {
    this.CONSUME(t.Help);
    this.SUBRULE(this.anything);
    return { kind: 'help' };
  });

  // mark for an arrival at 09:10
  private arrival = this.RULE('arrival', (): Read => {
    this.SUBRULE(this.anything);
    return 'arrival';
  });

  // when do registers close · register times
  private registerTimes = this.RULE('registerTimes', (): Read => {
    this.OPTION(() => this.CONSUME(t.At));
    this.OR([
      { ALT: () => this.CONSUME(t.When) },
      { ALT: () => this.CONSUME(t.Register) },
      { ALT: () => this.CONSUME(t.What) },
    ]);
    this.SUBRULE(this.anything);
    return { kind: 'register times' };
  });

  // due today · what is outstanding
  private dueToday = this.RULE('dueToday', (): Read => {
    return { kind: 'due today', scope: this.SUBRULE(this.scoped) };
  });

  // letters due · who is due a letter
  private lettersDue = this.RULE('lettersDue', (): Read => {
    return { kind: 'letters due', scope: this.SUBRULE(this.scoped) };
  });

  // rewards due · who has earned a certificate
  private rewardsDue = this.RULE('rewardsDue', (): Read => {
    return { kind: 'rewards due', scope: this.SUBRULE(this.scoped) };
  });

  // returns due · what referrals are due in 5B
  private returnsDue = this.RULE('returnsDue', (): Read => {
    return { kind: 'returns due', scope: this.SUBRULE(this.scoped) };
  });

  // reviews due · overdue reviews at stage 2
  private reviewsDue = this.RULE('reviewsDue', (): Read => {
    return { kind: 'reviews due', scope: this.SUBRULE(this.scoped) };
  });

  /** Words, then what a list is held to: `in 5B`, `at stage 2`, `for year 4`. */
  private scoped = this.RULE('scoped', (): string | undefined => {
    this.SUBRULE(this.words, { ARGS: [[t.At, t.For]] });
    return this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(t.At) }, { ALT: () => this.CONSUME(t.For) }]);
      return this.SUBRULE(this.name, { ARGS: [[]] });
    });
  });

  // threshold for Amira Khan · threshold warning-level for Amira Khan · is the 10 sessions threshold met for Amira
  private threshold = this.RULE('threshold', (): Read => {
    this.SUBRULE(this.preamble);
    const before = this.SUBRULE(this.words, { ARGS: [[t.Threshold]] });
    this.CONSUME(t.Threshold);
    const after = this.SUBRULE2(this.words, { ARGS: [[t.For]] });
    const who = this.OPTION(() => this.SUBRULE(this.forName));
    return { kind: 'threshold', which: whichOf(before, after), who };
  });

  // notice for Amira Khan · may a penalty notice be considered for Amira Khan · notice to improve for Amira Khan
  private notice = this.RULE('notice', (): Read => {
    this.SUBRULE(this.preamble);
    const before = this.SUBRULE(this.words, { ARGS: [[t.Notice]] });
    const notice = this.CONSUME(t.Notice);
    const after = this.SUBRULE2(this.words, { ARGS: [[t.For]] });
    const who = this.OPTION(() => this.SUBRULE(this.forName));
    const which = /improve/i.test(notice.image) ? 'improve' : /penalt/i.test(notice.image) ? 'penalty' : '';
    return { kind: 'notice', which: whichOf(before, which, after), who };
  });

  // what does the school owe · school duties
  private schoolDuties = this.RULE('schoolDuties', (): Read => {
    this.SUBRULE(this.anything);
    return { kind: 'school duties' };
  });

  // school log · log of the school
  private schoolLog = this.RULE('schoolLog', (): Read => {
    this.SUBRULE(this.anything);
    return { kind: 'school log' };
  });

  // what is due for Amira Khan
  private dueFor = this.RULE('dueFor', (): Read => {
    this.SUBRULE(this.words, { ARGS: [[t.For]] });
    return { kind: 'what next', who: this.SUBRULE(this.forName) };
  });

  // undo · undo that · undo for Amira Khan
  private undo = this.RULE('undo', (): Read => {
    this.CONSUME(t.Undo);
    const words = this.SUBRULE(this.words, { ARGS: [[t.For]] });
    const who = this.OPTION(() => this.SUBRULE(this.forName));
    return {
      kind: 'undo',
      who: who ?? (/^(?:that|it|this|the last(?: one| entry)?)?$/i.test(words) ? undefined : words),
    };
  });

  // log for Amira Khan
  private log = this.RULE('log', (): Read => {
    this.SUBRULE(this.preamble);
    this.CONSUME(t.Log);
    return { kind: 'log', who: this.OPTION(() => this.SUBRULE(this.forName)) };
  });

  // letter stage 1 for Amira Khan · draft the formal warning to Amira Khan · letter
  private letter = this.RULE('letter', (): Read => {
    this.SUBRULE(this.preamble);
    const before = this.SUBRULE(this.words, { ARGS: [[t.Letter, t.For]] });
    this.OPTION(() => this.CONSUME(t.Letter));
    const after = this.SUBRULE2(this.words, { ARGS: [[t.For]] });
    const who = this.OPTION2(() => this.SUBRULE(this.forName));
    return { kind: 'letter', paper: [before, after].filter((part) => part !== '').join(' '), who };
  });

  // what next for Amira Khan · what's next
  private whatNext = this.RULE('whatNext', (): Read => {
    this.CONSUME(t.WhatNext);
    return { kind: 'what next', who: this.SUBRULE(this.whom) };
  });

  // why · why Amira Khan · why is Amira Khan at serious concerns
  private why = this.RULE('why', (): Read => {
    this.CONSUME(t.Why);
    const who = this.SUBRULE(this.whom);
    this.OPTION(() => {
      this.CONSUME(t.At);
      this.SUBRULE(this.anything);
    });
    return { kind: 'why', who };
  });

  // how many days has Amira Khan missed
  private howMany = this.RULE('howMany', (): Read => {
    this.CONSUME(t.HowMany);
    const who = this.SUBRULE(this.name, { ARGS: [[t.Missed]] });
    this.CONSUME(t.Missed);
    this.SUBRULE(this.anything);
    return { kind: 'attendance', who };
  });

  // stage for Amira Khan · what stage is Amira Khan at · how is Amira Khan doing · attendance for Amira Khan
  private about = this.RULE('about', (): Read => {
    this.SUBRULE(this.preamble);
    const kind = this.SUBRULE(this.subject);
    const who = this.SUBRULE(this.whom);
    this.SUBRULE(this.ending);
    return { kind, who };
  });

  private subject = this.RULE('subject', (): 'stage' | 'attendance' | 'band' => {
    let subject: 'stage' | 'attendance' | 'band' = 'stage';
    this.OR([
      { ALT: () => this.CONSUME(t.Stage) },
      { ALT: () => this.CONSUME(t.How) },
      {
        ALT: () => {
          subject = 'attendance';
          return this.CONSUME(t.Attendance);
        },
      },
      {
        ALT: () => {
          subject = 'band';
          return this.CONSUME(t.Band);
        },
      },
    ]);
    return subject;
  });

  // Amira Khan stage · what is Amira Khan's attendance · Amira Khan why
  private nameFirst = this.RULE('nameFirst', (): Read => {
    this.MANY(() => this.OR([{ ALT: () => this.CONSUME(t.What) }, { ALT: () => this.CONSUME(t.Is) }]));
    const who = this.SUBRULE(this.name, { ARGS: [lastWords] });
    const last = this.CONSUME(t.Word);
    const kind = lastKinds.get(last.tokenType);
    if (kind === 'letter') return { kind, paper: '', who };
    return kind === undefined ? { kind: 'not understood' } : { kind, who };
  });

  // what are the stages
  private stages = this.RULE('stages', (): Read => {
    this.SUBRULE(this.preamble);
    this.CONSUME(t.Stages);
    this.SUBRULE(this.anything);
    return { kind: 'stages' };
  });

  // who is at serious concerns · list serious concerns · pupils at stage 2
  private list = this.RULE('list', (): Read => {
    this.AT_LEAST_ONE(() => this.OR([{ ALT: () => this.CONSUME(t.Who) }, { ALT: () => this.CONSUME(t.Listing) }]));
    this.OPTION(() => this.CONSUME(t.Is));
    this.OPTION2(() => this.CONSUME(t.At));
    this.OPTION3(() => this.CONSUME(t.Article));
    const stage = this.SUBRULE(this.name, { ARGS: [[t.Now]] }) ?? '';
    this.SUBRULE(this.ending);
    return { kind: 'list', stage };
  });

  // engaged no for Amira Khan · formal warning for Amira Khan
  private named = this.RULE('named', (): Read => {
    const words = this.SUBRULE(this.name, { ARGS: [[t.For]] }) ?? '';
    return { kind: 'named', words, who: this.SUBRULE(this.forName) };
  });

  // Amira Khan
  private bare = this.RULE('bare', (): Read => {
    const words = this.SUBRULE(this.name, { ARGS: [[]] });
    return { kind: 'bare', words: words ?? '' };
  });

  private preamble = this.RULE('preamble', (): void => {
    this.MANY({
      GATE: () => this.LA(2).tokenType !== EOF,
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(t.What) },
          { ALT: () => this.CONSUME(t.Is) },
          { ALT: () => this.CONSUME(t.Article) },
          { ALT: () => this.CONSUME(t.Listing) },
          { ALT: () => this.CONSUME(t.Draft) },
        ]),
    });
  });

  /** Words between a keyword and a name, then the name, if there is one. */
  private whom = this.RULE('whom', (): string | undefined => {
    this.OPTION(() => this.CONSUME(t.Is));
    return this.OPTION2(() =>
      this.OR({
        IGNORE_AMBIGUITIES: true,
        DEF: [
          { ALT: () => this.SUBRULE(this.forName) },
          {
            GATE: () => this.LA(1).tokenType !== t.At,
            ALT: () => this.SUBRULE(this.name, { ARGS: [trailing] }),
          },
        ],
      }),
    );
  });

  private forName = this.RULE('forName', (): string | undefined => {
    this.CONSUME(t.For);
    return this.SUBRULE(this.name, { ARGS: [[]] });
  });

  /** As typed; undefined for “her” and the like. It ends at one of the words given, unless it begins with it. */
  private name = this.RULE('name', (end: readonly TokenType[] = []): string | undefined => {
    const taken: IToken[] = [];
    this.AT_LEAST_ONE({
      GATE: () => taken.length === 0 || !end.includes(this.LA(1).tokenType),
      DEF: () => {
        taken.push(this.SUBRULE(this.word));
      },
    });
    return this.ACTION(() =>
      taken.length === 1 && taken[0]!.tokenType === t.Pronoun ? undefined : this.textOf(taken),
    );
  });

  private words = this.RULE('words', (end: readonly TokenType[] = []): string => {
    const taken: IToken[] = [];
    this.MANY({
      GATE: () => !end.includes(this.LA(1).tokenType),
      DEF: () => {
        taken.push(this.SUBRULE(this.word));
      },
    });
    return this.ACTION(() => this.textOf(taken));
  });

  private ending = this.RULE('ending', (): void => {
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(t.At) },
        { ALT: () => this.CONSUME(t.Now) },
        { ALT: () => this.CONSUME(t.Doing) },
      ]),
    );
  });

  private anything = this.RULE('anything', (): void => {
    this.MANY(() => this.SUBRULE(this.word));
  });

  private word = this.RULE('word', (): IToken =>
    this.OR([{ ALT: () => this.CONSUME(t.Word) }, { ALT: () => this.CONSUME(t.Comma) }]),
  );

  private forms: readonly Form[] = [
    { rule: this.help },
    {
      rule: this.arrival,
      when: (has) =>
        (has(t.TimeWords) && has(t.Mark, t.Arrival, t.What, t.Close)) || (has(t.Mark) && /\d[:.]\d\d/.test(this.text)),
    },
    {
      rule: this.registerTimes,
      when: (has) => (has(t.When) && has(t.Register, t.Close)) || (has(t.Register) && has(t.Close, t.When)),
    },
    { rule: this.undo },
    { rule: this.schoolDuties, when: (has) => has(t.Owes) && /\bschool\b/i.test(this.text) },
    {
      rule: this.schoolLog,
      when: (has) =>
        has(t.Log) && /\bschool(?:['’]s)?\s+(?:own\s+)?log\b|\blog\s+(?:for|of)\s+(?:the\s+)?school$/i.test(this.text),
    },
    { rule: this.log },
    { rule: this.rewardsDue, when: (has) => has(t.Reward) },
    { rule: this.returnsDue, when: (has) => has(t.Due) && has(t.Return) },
    { rule: this.reviewsDue, when: (has) => has(t.Due) && has(t.Review) },
    { rule: this.threshold, when: (has) => has(t.Threshold) },
    { rule: this.notice, when: (has) => has(t.Notice) && !has(t.Letter, t.Draft) && asksOfNotice(this.text) },
    { rule: this.dueFor, when: (has) => has(t.Due) },
    { rule: this.lettersDue, when: (has) => has(t.Due) && has(t.Letter) },
    { rule: this.dueToday, when: (has) => has(t.Due) },
    { rule: this.whatNext },
    { rule: this.why },
    { rule: this.howMany },
    { rule: this.letter, when: (has) => has(t.Letter, t.Draft) },
    { rule: this.about },
    { rule: this.nameFirst },
    { rule: this.stages },
    { rule: this.list },
    { rule: this.named },
    { rule: this.bare },
  ];

  private textOf(tokens: readonly IToken[]): string {
    const [first, last] = [tokens[0], tokens.at(-1)];
    return first && last ? this.text.slice(first.startOffset, last.startOffset + last.image.length) : '';
  }
}

/** Words that say which; those that only ask are left out. */
function whichOf(...words: readonly string[]): string {
  return words
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !asking.test(word))
    .join(' ');
}
const asking =
  /^(?:the|a|an|is|are|was|were|be|been|has|have|met|may|might|can|could|should|which|what|how|near|close|considered|asked|issued|given|yet|now|of)$/i;

/** “formal warning notice for …” is a letter by its title. */
function asksOfNotice(text: string): boolean {
  const before = /^(.*?)\b(?:(?:penalty )?notices?|penalt|fine)/i.exec(text)?.[1] ?? '';
  return whichOf(before.replaceAll(/<[^>]*>|\/attendance|please/gi, '')) === '';
}

const trailing: readonly TokenType[] = [t.At, t.Now, t.Doing];

const lastKinds = new Map<TokenType, 'stage' | 'why' | 'what next' | 'attendance' | 'band' | 'log' | 'letter'>([
  [t.Stage, 'stage'],
  [t.Why, 'why'],
  [t.WhatNext, 'what next'],
  [t.Attendance, 'attendance'],
  [t.Band, 'band'],
  [t.Log, 'log'],
  [t.Letter, 'letter'],
]);
const lastWords = [...lastKinds.keys()];
