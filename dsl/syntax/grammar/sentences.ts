import type { EventNode, Guard, Parties, Quantity, Sentence, StrengthWord, TextNode, Timing } from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { ConditionRules } from './conditions.ts';
import { clockNode, tokenName, tokenSpan } from './terminals.ts';

/** Sentences: who, with what strength, does what, to whom, when, and under which condition. Guards come last. */
export abstract class SentenceRules extends ConditionRules {
  sentence = this.RULE('sentence', (): Sentence => {
    const first = this.LA(1);
    const subject = this.OPTION(() => this.SUBRULE(this.parties));
    const strengthToken = this.CONSUME(t.Strength);
    const strength = t.phraseOf.get(strengthToken.tokenType)?.forms[0] as StrengthWord;
    const act = this.SUBRULE(this.act);
    const timing: Timing[] = [];
    this.MANY(() => timing.push(this.SUBRULE(this.timing)));
    const { guards, inEveryCase } = this.SUBRULE(this.guards);
    return {
      kind: 'sentence',
      subject,
      strength,
      strengthSpan: tokenSpan(strengthToken),
      act,
      timing,
      guards,
      inEveryCase,
      marks: [],
      span: this.spanFrom(first),
    };
  });

  act = this.RULE('act', (): Sentence['act'] => {
    return this.OR([
      { ALT: () => ({ kind: 'words' as const, texts: this.SUBRULE(this.texts) }) },
      {
        ALT: () => {
          const verb = this.OR2([{ ALT: () => this.CONSUME(t.Verb) }, { ALT: () => this.CONSUME(phrase('Consider')) }]);
          const object = this.SUBRULE(this.object);
          return { kind: 'verb' as const, verb: verb.image, object, span: tokenSpan(verb) };
        },
      },
    ]);
  });

  /** What a verb acts on: names, or a text. */
  object = this.RULE('object', (): Parties => {
    return this.OR([
      { ALT: () => this.SUBRULE(this.parties) },
      {
        ALT: (): Parties => {
          const absence = tokenName(this.CONSUME(phrase('Absence')));
          return { join: 'all', every: false, names: [absence], span: absence.span };
        },
      },
      {
        ALT: (): Parties => {
          const texts = this.SUBRULE(this.texts);
          return this.ACTION(() => quotedObject(texts));
        },
      },
    ]);
  });

  guards = this.RULE('guards', (): { readonly guards: readonly Guard[]; readonly inEveryCase: boolean } => {
    const guards: Guard[] = [];
    let inEveryCase = false;
    this.MANY(() => {
      this.OR([
        { ALT: () => guards.push(this.SUBRULE(this.guard)) },
        {
          ALT: () => {
            this.CONSUME(phrase('InEveryCase'));
            inEveryCase = true;
          },
        },
      ]);
    });
    return { guards, inEveryCase };
  });

  guard = this.RULE('guard', (): Guard => {
    const first = this.LA(1);
    const kind = this.word({ If: 'if', Unless: 'unless' });
    const test = this.SUBRULE(this.test);
    return { kind, test, span: this.spanFrom(first) };
  });

  timing = this.RULE('timing', (): Timing => {
    const first = this.LA(1);
    const timing = this.OR([
      { ALT: () => this.SUBRULE(this.byTiming) },
      { ALT: () => this.SUBRULE(this.partyTiming) },
      { ALT: () => this.SUBRULE(this.aboutTiming) },
      { ALT: () => this.SUBRULE(this.beforeTiming) },
      { ALT: () => this.SUBRULE(this.afterTiming) },
      { ALT: () => this.SUBRULE(this.betweenTiming) },
      { ALT: () => this.SUBRULE(this.onTiming) },
      { ALT: () => this.SUBRULE(this.withinTiming) },
      { ALT: () => this.SUBRULE(this.cadenceTiming) },
    ]);
    return this.ACTION(() => ({ ...timing, span: this.spanFrom(first) }));
  });

  partyTiming = this.RULE('partyTiming', (): Timing => {
    const first = this.LA(1);
    const word = this.word({ To: 'to', With: 'with', From: 'from', For: 'for' });
    const parties = this.SUBRULE(this.parties);
    return { kind: 'party', word, parties, span: this.spanFrom(first) };
  });

  byTiming = this.RULE('byTiming', (): Timing => {
    const first = this.LA(1);
    this.CONSUME(phrase('By'));
    return this.OR([
      {
        ALT: (): Timing => {
          const token = this.CONSUME(t.ClockLiteral);
          const time = this.ACTION(() => clockNode(token));
          return { kind: 'by time', time, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): Timing => {
          const parties = this.SUBRULE(this.parties);
          return { kind: 'party', word: 'by', parties, span: this.spanFrom(first) };
        },
      },
    ]);
  });

  aboutTiming = this.RULE('aboutTiming', (): Timing => {
    const first = this.LA(1);
    this.CONSUME(phrase('About'));
    return this.OR([
      {
        ALT: (): Timing => {
          const text = this.SUBRULE(this.text);
          return { kind: 'about', text, name: undefined, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): Timing => {
          const name = this.SUBRULE(this.name);
          return { kind: 'about', text: undefined, name, span: this.spanFrom(first) };
        },
      },
    ]);
  });

  beforeTiming = this.RULE('beforeTiming', (): Timing => {
    const first = this.LA(1);
    this.CONSUME(phrase('Before'));
    return this.OR([
      {
        ALT: (): Timing => {
          const token = this.CONSUME(t.ClockLiteral);
          const time = this.ACTION(() => clockNode(token));
          return { kind: 'before time', time, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): Timing => {
          const event = this.SUBRULE(this.event);
          return { kind: 'before event', event, span: this.spanFrom(first) };
        },
      },
    ]);
  });

  /** `after 09:00`, `after plan agreed`, `after 28 calendar days of notice issued`. */
  afterTiming = this.RULE('afterTiming', (): Timing => {
    const first = this.LA(1);
    this.CONSUME(phrase('After'));
    return this.OR([
      {
        ALT: (): Timing => {
          const token = this.CONSUME(t.ClockLiteral);
          const time = this.ACTION(() => clockNode(token));
          return { kind: 'after time', time, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): Timing => {
          const quantity: Quantity = this.SUBRULE(this.quantity);
          this.CONSUME(phrase('Of'));
          const event = this.SUBRULE(this.event);
          return { kind: 'after event', quantity, event, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): Timing => {
          const event = this.SUBRULE2(this.event);
          return { kind: 'after event', quantity: undefined, event, span: this.spanFrom(first) };
        },
      },
    ]);
  });

  betweenTiming = this.RULE('betweenTiming', (): Timing => {
    const first = this.LA(1);
    this.CONSUME(phrase('Between'));
    const from = this.SUBRULE(this.clock);
    this.CONSUME(phrase('And'));
    const until = this.SUBRULE2(this.clock);
    return { kind: 'between times', from, until, span: this.spanFrom(first) };
  });

  onTiming = this.RULE('onTiming', (): Timing => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Timing => {
          this.CONSUME(phrase('OnAbsenceDay'));
          const numbers = [Number(this.CONSUME(t.NumberLiteral).image)];
          this.MANY(() => {
            this.CONSUME(phrase('And'));
            numbers.push(Number(this.CONSUME2(t.NumberLiteral).image));
          });
          return { kind: 'absence day', numbers, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): Timing => {
          this.CONSUME(phrase('OnTheSameSchoolDay'));
          return { kind: 'same school day', span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): Timing => {
          this.CONSUME(phrase('ThatMorning'));
          return { kind: 'that morning', span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): Timing => {
          this.CONSUME(phrase('On'));
          const day = this.SUBRULE(this.day);
          return { kind: 'on date', day, span: this.spanFrom(first) };
        },
      },
    ]);
  });

  withinTiming = this.RULE('withinTiming', (): Timing => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Timing => {
          this.CONSUME(phrase('Within'));
          const quantity = this.SUBRULE(this.quantity);
          const of: EventNode | undefined = this.OPTION(() => {
            this.CONSUME(phrase('Of'));
            return this.SUBRULE(this.event);
          });
          return { kind: 'within', quantity, of, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): Timing => {
          this.CONSUME(phrase('NoLaterThan'));
          const quantity = this.SUBRULE2(this.quantity);
          this.CONSUME(phrase('Before'));
          const before = this.SUBRULE2(this.event);
          return { kind: 'no later than', quantity, before, span: this.spanFrom(first) };
        },
      },
    ]);
  });

  cadenceTiming = this.RULE('cadenceTiming', (): Timing => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Timing => {
          const kind = this.word2({ OnceEach: 'once each', Each: 'each' });
          return this.OR3([
            {
              ALT: (): Timing => ({ kind, unit: this.SUBRULE(this.unit), name: undefined, span: this.spanFrom(first) }),
            },
            {
              ALT: (): Timing => ({
                kind,
                unit: undefined,
                name: this.SUBRULE2(this.name),
                span: this.spanFrom(first),
              }),
            },
            {
              ALT: (): Timing => {
                const token = this.CONSUME(phrase('Absence'));
                return { kind, unit: undefined, name: tokenName(token), span: this.spanFrom(first) };
              },
            },
          ]);
        },
      },
      {
        ALT: (): Timing => {
          this.CONSUME(phrase('AtMost'));
          const number = Number(this.CONSUME(t.NumberLiteral).image);
          this.CONSUME2(phrase('Each'));
          const each = this.SUBRULE(this.name);
          return { kind: 'at most', number, each, span: this.spanFrom(first) };
        },
      },
    ]);
  });
}

/** A text as the object of a verb: `record "authorised and unauthorised rates"`. */
function quotedObject(texts: readonly TextNode[]): Parties {
  const names = texts.map((each) => ({ name: `“${each.text}”`, span: each.span }));
  const span = { start: texts[0]!.span.start, end: texts.at(-1)!.span.end };
  return { join: 'all', every: false, names, span };
}
