import type { Day } from '../../../register/day.ts';
import type * as n from '../tree.ts';
import type { PaperKind } from '../vocabulary.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { SentenceRules } from './sentences.ts';
import { clockOf, tokenName, tokenSpan } from './terminals.ts';

interface Named {
  readonly name: n.NameNode;
  readonly title: n.TextNode | undefined;
}

/** Declarations: a head, a name, a title, what it is, marks, and a body in braces. */
export abstract class DeclarationRules extends SentenceRules {
  abstract body: (idxInCallingRule?: number, ...args: unknown[]) => n.Item[];

  private named = this.RULE('named', (): Named => {
    const name = this.SUBRULE(this.name);
    const title = this.OPTION(() => this.SUBRULE(this.text));
    return { name, title };
  });

  protected marks = this.RULE('marks', (): n.Mark[] => {
    const marks: n.Mark[] = [];
    this.MANY(() => marks.push(this.SUBRULE(this.mark)));
    return marks;
  });

  private mark = this.RULE('mark', (): n.Mark => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): n.Mark => {
          const kind = this.word2({ Cite: 'cite', Assumed: 'assumed', Unclear: 'unclear' });
          const { text } = this.SUBRULE(this.text);
          return { kind, text, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): n.Mark => {
          this.CONSUME(phrase('InForce'));
          this.CONSUME(phrase('From'));
          const from = this.SUBRULE(this.day);
          const to = this.OPTION(() => {
            this.CONSUME(phrase('To'));
            return this.SUBRULE2(this.day);
          });
          return { kind: 'in force', from, to, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): n.Mark => {
          const kind = this.word3({ Refines: 'refines', Replaces: 'replaces' });
          const name = this.SUBRULE(this.name);
          return { kind, name, span: this.spanFrom(first) };
        },
      },
    ]);
  });

  protected header = this.RULE('header', (): n.Header => {
    const first = this.LA(1);
    const level = this.word({ Policy: 'policy', Trust: 'trust', Framework: 'framework', Cluster: 'cluster' });
    const named = this.SUBRULE(this.named);
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.optionalBody);
    return { kind: 'header', level, ...named, marks, body, span: this.spanFrom(first) };
  });

  protected optionalBody = this.RULE('optionalBody', (): n.Item[] => this.OPTION(() => this.SUBRULE(this.body)) ?? []);

  protected testDeclaration = this.RULE('testDeclaration', (): n.TestDeclaration => {
    const first = this.LA(1);
    const kind = this.word({ Threshold: 'threshold', Group: 'group' });
    const named = this.SUBRULE(this.named);
    this.CONSUME(phrase('Is'));
    const test = this.OR2([
      { ALT: () => (this.CONSUME(phrase('NotStated')), undefined) },
      { ALT: () => this.SUBRULE(this.test) },
    ]);
    const marks = this.SUBRULE(this.marks);
    return { kind, ...named, test, marks, span: this.spanFrom(first) };
  });

  protected measureDeclaration = this.RULE('measureDeclaration', (): n.MeasureDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Measure'));
    const named = this.SUBRULE(this.named);
    this.CONSUME(phrase('Is'));
    const measures = this.OR([
      { ALT: (): readonly n.MeasureNode[] => (this.CONSUME(phrase('NotStated')), []) },
      {
        ALT: () => {
          const readings = [this.SUBRULE(this.measure)];
          this.MANY(() => {
            this.CONSUME(phrase('OrPerhaps'));
            readings.push(this.SUBRULE2(this.measure));
          });
          return readings;
        },
      },
    ]);
    const marks = this.SUBRULE(this.marks);
    return { kind: 'measure', ...named, measures, marks, span: this.spanFrom(first) };
  });

  protected judgementDeclaration = this.RULE('judgementDeclaration', (): n.JudgementDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Judgement'));
    const named = this.SUBRULE(this.named);
    let about: n.NameNode | undefined;
    let by: n.Parties | undefined;
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(phrase('By'));
            by = this.SUBRULE(this.parties);
          },
        },
        {
          ALT: () => {
            this.CONSUME(phrase('About'));
            about = this.SUBRULE(this.event).name;
          },
        },
      ]);
    });
    const marks = this.SUBRULE(this.marks);
    return { kind: 'judgement', ...named, by, about, marks, span: this.spanFrom(first) };
  });

  protected factDeclaration = this.RULE('factDeclaration', (): n.FactDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Fact'));
    const named = this.SUBRULE(this.named);
    this.CONSUME(phrase('For'));
    const of = this.SUBRULE(this.name);
    const marks = this.SUBRULE(this.marks);
    return { kind: 'fact', ...named, of, marks, span: this.spanFrom(first) };
  });

  /** `role carers is every adult with parental-responsibility or day-to-day-care`. */
  protected roleDeclaration = this.RULE('roleDeclaration', (): n.RoleDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Role'));
    const named = this.SUBRULE(this.named);
    const who = this.OPTION(() => {
      this.CONSUME(phrase('Is'));
      this.CONSUME(phrase('Every'));
      const of = this.SUBRULE(this.name);
      const test = this.OPTION2(() => {
        this.CONSUME(phrase('With'));
        return this.SUBRULE(this.test);
      });
      return { of, test };
    });
    let isNamed = false;
    this.OPTION3(() => {
      this.CONSUME(phrase('Named'));
      isNamed = true;
    });
    const marks = this.SUBRULE(this.marks);
    return { kind: 'role', ...named, who, named: isNamed, marks, span: this.spanFrom(first) };
  });

  protected serviceDeclaration = this.RULE('serviceDeclaration', (): n.ServiceDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Service'));
    const named = this.SUBRULE(this.named);
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.optionalBody);
    return { kind: 'service', ...named, marks, body, span: this.spanFrom(first) };
  });

  protected periodDeclaration = this.RULE('periodDeclaration', (): n.PeriodDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Period'));
    const named = this.SUBRULE(this.named);
    this.CONSUME(phrase('Is'));
    const stretches: n.Stretch[] = [];
    this.OR([
      { ALT: () => void this.CONSUME(phrase('NotStated')) },
      {
        ALT: () => {
          stretches.push(this.SUBRULE(this.stretch));
          this.MANY(() => {
            this.CONSUME(phrase('OrPerhaps'));
            stretches.push(this.SUBRULE2(this.stretch));
          });
        },
      },
    ]);
    const marks = this.SUBRULE(this.marks);
    return { kind: 'period', ...named, stretches, marks, span: this.spanFrom(first) };
  });

  /** `15 school days after notice issued`, `from 3 to 6 calendar weeks after X`, `last 3 months of P`, `D to D`. */
  protected stretch = this.RULE('stretch', (): n.Stretch => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): n.Stretch => {
          const range = this.SUBRULE(this.lengthOfTime);
          const kind = this.word2({ After: 'after', From: 'from' });
          const event = this.SUBRULE(this.event);
          return { kind, quantity: range, event, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): n.Stretch => {
          this.CONSUME(phrase('Last'));
          const quantity = this.SUBRULE(this.quantity);
          this.CONSUME(phrase('Of'));
          const name = this.SUBRULE(this.name);
          return { kind: 'last of', quantity, name, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): n.Stretch => {
          const from = this.SUBRULE(this.day);
          this.CONSUME(phrase('To'));
          const to = this.SUBRULE2(this.day);
          return { kind: 'dates', from, to, span: this.spanFrom(first) };
        },
      },
      { ALT: () => this.SUBRULE(this.birthdayStretch) },
    ]);
  });

  /** `from the first 31 March or 31 August on or after birthday 5`, `from the first term after birthday 5`. */
  private birthdayStretch = this.RULE('birthdayStretch', (): n.Stretch => {
    const start = this.LA(1);
    this.CONSUME(phrase('FromTheFirst'));
    const first = this.OR([
      { ALT: (): n.UnitName | readonly n.DayOfYear[] => this.SUBRULE(this.unit) },
      { ALT: () => this.SUBRULE(this.daysOfYear) },
    ]);
    const orOn = this.OR2([
      { ALT: () => (this.CONSUME(phrase('OnOrAfter')), true) },
      { ALT: () => (this.CONSUME(phrase('After')), false) },
    ]);
    this.CONSUME(phrase('Birthday'));
    const birthday = Number(this.CONSUME(t.NumberLiteral).image);
    return { kind: 'from birthday', first, orOn, birthday, span: this.spanFrom(start) };
  });

  private daysOfYear = this.RULE('daysOfYear', (): n.DayOfYear[] => {
    const days = [this.SUBRULE(this.dayOfYear)];
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(t.Comma) }, { ALT: () => this.CONSUME(phrase('Or')) }]);
      days.push(this.SUBRULE2(this.dayOfYear));
    });
    return days;
  });

  private lengthOfTime = this.RULE('lengthOfTime', (): n.Quantity => {
    const first = this.LA(1);
    const from = this.OPTION(() => {
      this.CONSUME(phrase('From'));
      const number = Number(this.CONSUME(t.NumberLiteral).image);
      this.CONSUME(phrase('To'));
      return number;
    });
    const quantity = this.SUBRULE(this.quantity);
    return this.ACTION(() => ({ ...quantity, from, span: this.spanFrom(first) }));
  });

  protected ladderDeclaration = this.RULE('ladderDeclaration', (): n.LadderDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Ladder'));
    const named = this.SUBRULE(this.named);
    const by = this.OR([
      {
        ALT: (): n.LadderDeclaration['by'] => {
          this.CONSUME(phrase('By'));
          return { kind: 'measure', measure: this.SUBRULE(this.measure) };
        },
      },
      { ALT: (): n.LadderDeclaration['by'] => (this.CONSUME(phrase('BySteps')), { kind: 'steps' }) },
      { ALT: (): n.LadderDeclaration['by'] => (this.CONSUME(phrase('ByGroups')), { kind: 'groups' }) },
    ]);
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.body);
    return { kind: 'ladder', ...named, by, marks, body, span: this.spanFrom(first) };
  });

  protected stageDeclaration = this.RULE('stageDeclaration', (): n.StageDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Stage'));
    const named = this.SUBRULE(this.named);
    const entry = this.OPTION(() =>
      this.OR([
        {
          ALT: (): n.StageDeclaration['entry'] => {
            this.CONSUME(phrase('From'));
            return { kind: 'from', amount: this.SUBRULE(this.amount) };
          },
        },
        {
          ALT: (): n.StageDeclaration['entry'] => {
            this.CONSUME(phrase('Below'));
            return { kind: 'below', amount: this.SUBRULE2(this.amount) };
          },
        },
        {
          ALT: (): n.StageDeclaration['entry'] => {
            this.CONSUME(phrase('EnteredWhen'));
            return { kind: 'when', test: this.SUBRULE(this.test) };
          },
        },
        {
          ALT: (): n.StageDeclaration['entry'] => {
            this.CONSUME(phrase('For'));
            return { kind: 'for', test: this.SUBRULE2(this.test) };
          },
        },
      ]),
    );
    const keptToEndOf = this.OPTION2(() => {
      this.CONSUME(phrase('KeptToEndOf'));
      return this.SUBRULE(this.unit);
    });
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.optionalBody);
    return { kind: 'stage', ...named, entry, keptToEndOf, marks, body, span: this.spanFrom(first) };
  });

  protected schoolDay = this.RULE('schoolDay', (): n.SchoolDayDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('SchoolDays'));
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.body);
    return { kind: 'school day', marks, body, span: this.spanFrom(first) };
  });

  protected halfDay = this.RULE('halfDay', (): n.HalfDayDeclaration => {
    const first = this.LA(1);
    const half = this.word({ Morning: 'AM', Afternoon: 'PM' });
    let stated = true;
    const from = this.OR2([
      {
        ALT: () => {
          this.CONSUME(phrase('NotStated'));
          stated = false;
          return undefined;
        },
      },
      {
        ALT: () =>
          this.OPTION(() => {
            this.CONSUME(phrase('From'));
            return this.SUBRULE(this.clock);
          }),
      },
    ]);
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.optionalBody);
    return { kind: 'half day', half, from, stated, marks, body, span: this.spanFrom(first) };
  });

  protected arrivingRow = this.RULE('arrivingRow', (): n.ArrivingRow => {
    const first = this.LA(1);
    this.CONSUME(phrase('Arriving'));
    const range = this.SUBRULE(this.timeRange);
    this.CONSUME(phrase('Is'));
    const enters = this.SUBRULE(this.entered);
    const marks = this.SUBRULE(this.marks);
    return { kind: 'arriving row', range, enters, marks, span: this.spanFrom(first) };
  });

  protected entered = this.RULE('entered', (): n.Entered => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): n.Entered => {
          const token = this.CONSUME(t.Code);
          return { kind: 'code', code: token.image, span: tokenSpan(token) };
        },
      },
      {
        ALT: (): n.Entered => {
          const found = this.word2({
            Present: 'present',
            Late: 'late',
            Authorised: 'authorised',
            Unauthorised: 'unauthorised',
          });
          return { kind: 'class', class: found, span: this.spanFrom(first) };
        },
      },
      { ALT: (): n.Entered => (this.CONSUME(phrase('NotStated')), { kind: 'not stated', span: this.spanFrom(first) }) },
    ]);
  });

  protected timeDeclaration = this.RULE('timeDeclaration', (): n.TimeDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Time'));
    const named = this.SUBRULE(this.named);
    const time = this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.ClockLiteral);
          return this.ACTION(() => clockOf(token));
        },
      },
      { ALT: () => (this.CONSUME(phrase('NotStated')), undefined) },
    ]);
    const marks = this.SUBRULE(this.marks);
    return { kind: 'time', ...named, time, marks, span: this.spanFrom(first) };
  });

  protected block = this.RULE('block', (): n.Block => {
    const first = this.LA(1);
    const kind = this.word({ When: 'when', While: 'while', Where: 'where' });
    const test = this.SUBRULE(this.test);
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.body);
    return { kind, test, marks, body, span: this.spanFrom(first) };
  });

  protected schoolBlock = this.RULE('schoolBlock', (): n.SchoolBlock => {
    const first = this.LA(1);
    const of = this.word({ ForEachSchool: 'each school', ForSchoolsTogether: 'the schools together' });
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.body);
    return { kind: 'for schools', of, marks, body, span: this.spanFrom(first) };
  });

  protected paper = this.RULE('paper', (): n.Paper => {
    const first = this.LA(1);
    const paper = this.CONSUME(t.PaperHead).image as PaperKind;
    const named = this.SUBRULE(this.named);
    const atMost = this.OPTION(() => {
      this.CONSUME(phrase('AtMost'));
      const number = Number(this.CONSUME(t.NumberLiteral).image);
      this.CONSUME(phrase('Each'));
      return { number, each: this.SUBRULE(this.name) };
    });
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.optionalBody);
    return { kind: 'paper', paper, ...named, atMost, marks, body, span: this.spanFrom(first) };
  });

  protected bands = this.RULE('bands', (): n.BandsDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Bands'));
    const named = this.SUBRULE(this.named);
    this.CONSUME(phrase('Of'));
    const measure = this.SUBRULE(this.measure);
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.body);
    return { kind: 'bands', ...named, measure, marks, body, span: this.spanFrom(first) };
  });

  protected band = this.RULE('band', (): n.BandDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Band'));
    const named = this.SUBRULE(this.named);
    const range = this.OR([
      {
        ALT: (): n.BandDeclaration['range'] => {
          const low = this.SUBRULE(this.amount);
          this.CONSUME(phrase('To'));
          return { kind: 'between', low, high: this.SUBRULE2(this.amount) };
        },
      },
      {
        ALT: (): n.BandDeclaration['range'] => {
          this.CONSUME(phrase('From'));
          return { kind: 'compared', comparator: 'from', amount: this.SUBRULE3(this.amount) };
        },
      },
      {
        ALT: (): n.BandDeclaration['range'] => {
          const comparator = this.SUBRULE(this.comparator);
          return { kind: 'compared', comparator, amount: this.SUBRULE4(this.amount) };
        },
      },
    ]);
    const marks = this.SUBRULE(this.marks);
    return { kind: 'band', ...named, range, marks, span: this.spanFrom(first) };
  });

  /** `reward N each term to pupils with TEST`, `… to the class in each phase with the highest MEASURE`. */
  protected reward = this.RULE('reward', (): n.RewardDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Reward'));
    const named = this.SUBRULE(this.named);
    this.CONSUME(phrase('Each'));
    const each = this.SUBRULE(this.unit);
    this.CONSUME(phrase('To'));
    const to = this.OR([
      {
        ALT: (): n.RewardDeclaration['to'] => {
          const kind = this.OR3([
            { ALT: () => (this.CONSUME(phrase('BestClassWith')), 'best class in each phase' as const) },
            { ALT: () => (this.CONSUME(phrase('BestClassOfAll')), 'best class' as const) },
          ]);
          return { kind, measure: this.SUBRULE(this.measure) };
        },
      },
      {
        ALT: (): n.RewardDeclaration['to'] => {
          const kind = this.word2({ PupilsWith: 'pupils', ClassesWith: 'classes' });
          return { kind, test: this.SUBRULE(this.test) };
        },
      },
    ]);
    const marks = this.SUBRULE(this.marks);
    return { kind: 'reward', ...named, each, to, marks, span: this.spanFrom(first) };
  });

  protected contradiction = this.RULE('contradiction', (): n.ContradictionDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('ContradictionBetween'));
    const between = this.SUBRULE(this.parties).names;
    const text = this.OPTION(() => this.SUBRULE(this.text));
    const actsOn = this.OPTION2(() => {
      this.CONSUME(phrase('ActsOn'));
      return this.SUBRULE(this.name);
    });
    const marks = this.SUBRULE(this.marks);
    return { kind: 'contradiction', between, text, actsOn, marks, span: this.spanFrom(first) };
  });

  protected attention = this.RULE('attention', (): n.AttentionItem => {
    const first = this.LA(1);
    this.CONSUME(phrase('ParticularAttentionTo'));
    const groups = this.SUBRULE(this.parties).names;
    const marks = this.SUBRULE(this.marks);
    return { kind: 'attention', groups, marks, span: this.spanFrom(first) };
  });

  protected note = this.RULE('note', (): n.NoteItem => {
    const first = this.LA(1);
    this.CONSUME(phrase('Note'));
    const text = this.SUBRULE(this.text);
    const marks = this.SUBRULE(this.marks);
    return { kind: 'note', text, marks, span: this.spanFrom(first) };
  });

  protected example = this.RULE('example', (): n.ExampleItem => {
    const first = this.LA(1);
    this.CONSUME(phrase('Example'));
    const title = this.SUBRULE(this.text);
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.body);
    return { kind: 'example', title, marks, body, span: this.spanFrom(first) };
  });

  protected suppose = this.RULE('suppose', (): n.SupposeItem => {
    const first = this.LA(1);
    this.CONSUME(phrase('Suppose'));
    const what = this.OR([
      { ALT: () => this.SUBRULE(this.supposedMarks) },
      { ALT: () => this.SUBRULE(this.supposedTerm) },
      { ALT: () => this.SUBRULE(this.supposedEvent) },
      {
        ALT: (): n.SupposeItem['what'] => {
          this.CONSUME(phrase('Born'));
          this.CONSUME(phrase('On'));
          return { kind: 'born', on: this.SUBRULE(this.day) };
        },
      },
    ]);
    return { kind: 'suppose', what, marks: [], span: this.spanFrom(first) };
  });

  /** `I from D to D`, `U on D in the morning`: days not mentioned are attended. */
  private supposedMarks = this.RULE('supposedMarks', (): n.SupposeItem['what'] => {
    const code = this.CONSUME(t.Code).image;
    const half = this.OPTION(() => this.word({ Morning: 'AM', Afternoon: 'PM' }));
    const { from, to } = this.SUBRULE(this.days);
    return { kind: 'marks', code, half, from, to };
  });

  /** `term from D to D`: of the school year supposed. */
  private supposedTerm = this.RULE('supposedTerm', (): n.SupposeItem['what'] => {
    const kind = this.word({ Terms: 'term', HalfTerms: 'half term' });
    const { from, to } = this.SUBRULE(this.days);
    return { kind, from, to };
  });

  private days = this.RULE('days', (): { readonly from: Day; readonly to: Day } => {
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(phrase('On'));
          const day = this.SUBRULE(this.day);
          return { from: day, to: day };
        },
      },
      {
        ALT: () => {
          this.CONSUME(phrase('From'));
          const from = this.SUBRULE2(this.day);
          const to = this.OPTION(() => {
            this.CONSUME(phrase('To'));
            return this.SUBRULE3(this.day);
          });
          return { from, to: to ?? from };
        },
      },
    ]);
  });

  private supposedEvent = this.RULE('supposedEvent', (): n.SupposeItem['what'] => {
    const name = this.OR3([
      { ALT: () => this.SUBRULE(this.name) },
      { ALT: () => tokenName(this.CONSUME(phrase('Absence'))) },
    ]);
    return this.OR([
      {
        ALT: (): n.SupposeItem['what'] => {
          this.CONSUME(phrase('Is'));
          let holds = true;
          this.OPTION(() => {
            this.CONSUME(phrase('Not'));
            holds = false;
          });
          this.SUBRULE2(this.name);
          const on = this.OPTION2(() => {
            this.CONSUME(phrase('On'));
            return this.SUBRULE(this.day);
          });
          return { kind: 'judgement', name, holds, on };
        },
      },
      {
        ALT: (): n.SupposeItem['what'] => {
          const done = this.CONSUME(t.Done).image;
          this.CONSUME2(phrase('On'));
          const on = this.SUBRULE2(this.day);
          const time = this.OPTION3(() => {
            this.CONSUME(phrase('At'));
            const token = this.CONSUME(t.ClockLiteral);
            return this.ACTION(() => clockOf(token));
          });
          const whom = this.OPTION7(() => {
            this.CONSUME(phrase('For'));
            return this.SUBRULE(this.supposedFor);
          });
          const about = this.OPTION4(() => {
            this.CONSUME(phrase('About'));
            const from = this.SUBRULE3(this.day);
            const to = this.OPTION5(() => {
              this.CONSUME(phrase('To'));
              return this.SUBRULE4(this.day);
            });
            return { from, to: to ?? from };
          });
          const items = this.OPTION6(() => {
            this.CONSUME(phrase('With'));
            return this.SUBRULE(this.texts);
          });
          const { adult, lasting } = whom ?? { adult: undefined, lasting: undefined };
          return { kind: 'act', name, done, on, time, adult, lasting, about, items: items ?? [] };
        },
      },
      {
        ALT: (): n.SupposeItem['what'] => {
          this.CONSUME(phrase('In'));
          const number = Number(this.CONSUME(t.NumberLiteral).image);
          return { kind: 'family', number, noun: this.SUBRULE3(this.name) };
        },
      },
      {
        ALT: (): n.SupposeItem['what'] => {
          const { from, to } = this.SUBRULE(this.days);
          return this.ACTION(() => supposedSpan(name.name, from, to));
        },
      },
    ]);
  });

  /** `for mother`, `for 4 weeks`. */
  private supposedFor = this.RULE(
    'supposedFor',
    (): Pick<Extract<n.SupposeItem['what'], { kind: 'act' }>, 'adult' | 'lasting'> => {
      return this.OR([
        { ALT: () => ({ adult: this.SUBRULE(this.name), lasting: undefined }) },
        {
          ALT: () => {
            const { number, unit } = this.SUBRULE(this.quantity);
            return { adult: undefined, lasting: { number, unit } };
          },
        },
      ]);
    },
  );

  protected expect = this.RULE('expect', (): n.ExpectItem => {
    const first = this.LA(1);
    this.CONSUME(phrase('Expect'));
    const test = this.SUBRULE(this.expected);
    const on = this.OPTION(() => {
      this.CONSUME(phrase('On'));
      return this.SUBRULE(this.day);
    });
    const at = this.OPTION2(() => {
      this.CONSUME(phrase('At'));
      const token = this.CONSUME(t.ClockLiteral);
      return this.ACTION(() => clockOf(token));
    });
    const adult = this.OPTION3(() => {
      this.CONSUME(phrase('For'));
      return this.SUBRULE(this.name);
    });
    return { kind: 'expect', test, on, at, adult, marks: [], span: this.spanFrom(first) };
  });

  private expected = this.RULE('expected', (): n.ExpectItem['test'] => {
    if (this.RECORDING_PHASE) {
      const either = [
        { ALT: (): n.ExpectItem['test'] => this.SUBRULE(this.told) },
        { ALT: (): n.ExpectItem['test'] => this.SUBRULE(this.test) },
      ];
      return this.OR({ DEF: either, IGNORE_AMBIGUITIES: true });
    }
    return this.toldFollows() ? this.SUBRULE(this.told) : this.SUBRULE(this.test);
  });

  /** A condition says what is so; a time, an amount or a date of an answer is said by these alone. */
  private toldFollows(): boolean {
    const [first, second, third, fourth] = [1, 2, 3, 4].map((ahead) => this.LA(ahead).tokenType);
    if (first === phrase('Arriving')) return second === phrase('At');
    if (first === phrase('InForce') || (first === phrase('Not') && second === phrase('InForce'))) return true;
    if (second === phrase('MayMark') || (first === phrase('Not') && third === phrase('MayMark'))) return true;
    if (second !== phrase('Is')) return false;
    if (third === t.Money || third === t.ClockLiteral) return true;
    return (
      (third === phrase('Due') || third === phrase('Open')) && (fourth === phrase('From') || fourth === phrase('By'))
    );
  }

  private told = this.RULE('told', (): n.ToldTest => {
    const first = this.LA(1);
    const what = this.OR([
      { ALT: () => this.SUBRULE(this.toldArrival) },
      { ALT: () => this.SUBRULE(this.toldInForce) },
      { ALT: () => this.SUBRULE(this.toldNot) },
      { ALT: () => this.SUBRULE(this.toldOfName) },
    ]);
    return { kind: 'told', what, span: this.spanFrom(first) };
  });

  private toldArrival = this.RULE('toldArrival', (): n.ToldTest['what'] => {
    this.CONSUME(phrase('Arriving'));
    this.CONSUME(phrase('At'));
    const token = this.CONSUME(t.ClockLiteral);
    const half = this.OPTION(() => (this.CONSUME(phrase('Afternoon')), 'PM' as const)) ?? 'AM';
    this.CONSUME(phrase('Is'));
    const enters = this.SUBRULE(this.entered);
    return this.ACTION(() => ({ kind: 'arrival', time: clockOf(token), half, enters }));
  });

  private toldInForce = this.RULE('toldInForce', (): n.ToldTest['what'] => {
    this.CONSUME(phrase('InForce'));
    return { kind: 'in force', holds: true };
  });

  private toldNot = this.RULE('toldNot', (): n.ToldTest['what'] => {
    this.CONSUME(phrase('Not'));
    return this.OR([
      { ALT: () => ({ ...this.SUBRULE(this.toldInForce), holds: false }) as n.ToldTest['what'] },
      {
        ALT: (): n.ToldTest['what'] => {
          const name = this.SUBRULE(this.name);
          this.CONSUME(phrase('MayMark'));
          return { kind: 'may mark', name, enters: this.SUBRULE(this.entered), holds: false };
        },
      },
    ]);
  });

  private toldOfName = this.RULE('toldOfName', (): n.ToldTest['what'] => {
    const name = this.OR([
      { ALT: () => this.SUBRULE(this.name) },
      { ALT: () => tokenName(this.CONSUME(phrase('Morning'))) },
      { ALT: () => tokenName(this.CONSUME(phrase('Afternoon'))) },
    ]);
    return this.OR4([
      {
        ALT: (): n.ToldTest['what'] => {
          this.CONSUME(phrase('MayMark'));
          return { kind: 'may mark', name, enters: this.SUBRULE(this.entered), holds: true };
        },
      },
      { ALT: () => this.SUBRULE(this.toldValue, { ARGS: [name] }) },
    ]);
  });

  private toldValue = this.RULE('toldValue', (name: n.NameNode): n.ToldTest['what'] => {
    this.CONSUME(phrase('Is'));
    return this.OR2([
      { ALT: (): n.ToldTest['what'] => ({ kind: 'fine', name, pounds: this.CONSUME(t.Money).image.slice(1) }) },
      {
        ALT: (): n.ToldTest['what'] => {
          const token = this.CONSUME(t.ClockLiteral);
          return this.ACTION(() => ({ kind: 'time', name, time: clockOf(token) }));
        },
      },
      {
        ALT: (): n.ToldTest['what'] => {
          const kind = this.OR3([
            { ALT: () => (this.CONSUME(phrase('Due')), 'due' as const) },
            { ALT: () => (this.CONSUME(phrase('Open')), 'open' as const) },
          ]);
          const from = this.OPTION(() => {
            this.CONSUME(phrase('From'));
            const token = this.CONSUME2(t.ClockLiteral);
            return this.ACTION(() => clockOf(token));
          });
          const until = this.OPTION2(() => {
            this.CONSUME(phrase('By'));
            const token = this.CONSUME3(t.ClockLiteral);
            return this.ACTION(() => clockOf(token));
          });
          return { kind, name, from, until };
        },
      },
    ]);
  });

  protected marked = this.RULE('marked', (): n.MarkedRow => {
    const first = this.LA(1);
    const word = this.word({ Otherwise: 'otherwise', Marked: 'marked', MayMark: 'may mark' });
    const enters = this.SUBRULE(this.entered);
    const test = this.OPTION(() => {
      this.CONSUME(phrase('If'));
      return this.SUBRULE(this.test);
    });
    const marks = this.SUBRULE(this.marks);
    return { kind: 'marked', enters, test, word, marks, span: this.spanFrom(first) };
  });

  protected review = this.RULE('review', (): n.ReviewDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Review'));
    const named = this.SUBRULE(this.named);
    const due = this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(phrase('Due'));
            return this.OR2([
              { ALT: () => this.SUBRULE(this.stretch) },
              {
                ALT: () => {
                  this.CONSUME(phrase('AsAgreed'));
                  return 'as agreed' as const;
                },
              },
            ]);
          },
        },
        {
          ALT: () => {
            this.CONSUME2(phrase('AsAgreed'));
            return 'as agreed' as const;
          },
        },
      ]),
    );
    const by = this.OPTION2(() => {
      this.CONSUME(phrase('By'));
      return this.SUBRULE(this.parties);
    });
    let again = false;
    this.OPTION3(() => {
      this.CONSUME(phrase('AndAgainAfterEach'));
      again = true;
    });
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.optionalBody);
    return { kind: 'review', ...named, due, by, again, marks, body, span: this.spanFrom(first) };
  });

  protected outcome = this.RULE('outcome', (): n.OutcomeDeclaration => {
    const first = this.LA(1);
    this.CONSUME(phrase('Outcome'));
    const named = this.SUBRULE(this.named);
    const test = this.OPTION(() => {
      this.CONSUME(phrase('If'));
      return this.SUBRULE(this.test);
    });
    const marks = this.SUBRULE(this.marks);
    const body = this.SUBRULE(this.optionalBody);
    return { kind: 'outcome', ...named, test, marks, body, span: this.spanFrom(first) };
  });

  protected move = this.RULE('move', (): n.Move => {
    const first = this.LA(1);
    let ladder: n.NameNode | undefined;
    let to: n.NameNode | undefined;
    const move = this.OR([
      {
        ALT: () => {
          this.CONSUME(phrase('MovesTo'));
          to = this.SUBRULE(this.name);
          return 'to' as const;
        },
      },
      {
        ALT: () => {
          this.CONSUME(phrase('Moves'));
          ladder = this.SUBRULE2(this.name);
          this.CONSUME(phrase('To'));
          to = this.SUBRULE3(this.name);
          return 'to' as const;
        },
      },
      { ALT: () => (this.CONSUME(phrase('Leaves')), 'leaves' as const) },
      {
        ALT: () => {
          this.CONSUME(phrase('StaysHere'));
          this.OPTION(() => this.CONSUME(phrase('AsAgreed')));
          return 'stays' as const;
        },
      },
    ]);
    const guard = this.OPTION2(() =>
      this.OR2([
        { ALT: () => this.SUBRULE(this.guard) },
        {
          ALT: (): n.Guard => {
            this.CONSUME(phrase('While'));
            const test = this.SUBRULE(this.test);
            return { kind: 'if', test, span: test.span };
          },
        },
      ]),
    );
    const marks = this.SUBRULE(this.marks);
    return { kind: 'move', move, ladder, to, guard, marks, span: this.spanFrom(first) };
  });

  /** `first fine £80 if paid within 21 calendar days of notice received, £160 if paid within …`. */
  protected fine = this.RULE('fine', (): n.Fine => {
    const first = this.LA(1);
    const which = this.word({ FirstFine: 'first', SecondFine: 'second', AnyFine: 'any' });
    const amounts = [this.SUBRULE(this.fineAmount)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      amounts.push(this.SUBRULE2(this.fineAmount));
    });
    const marks = this.SUBRULE(this.marks);
    return { kind: 'fine', which, amounts, marks, span: this.spanFrom(first) };
  });

  private fineAmount = this.RULE('fineAmount', (): n.Fine['amounts'][number] => {
    const first = this.LA(1);
    const pounds = this.CONSUME(t.Money).image.slice(1);
    this.CONSUME(phrase('IfPaidWithin'));
    const within = this.SUBRULE(this.quantity);
    const of = [this.SUBRULE(this.countedFrom)];
    this.MANY(() => {
      this.CONSUME(phrase('OrPerhaps'));
      of.push(this.SUBRULE2(this.countedFrom));
    });
    return { pounds, within, of, span: this.spanFrom(first) };
  });

  private countedFrom = this.RULE('countedFrom', (): n.Fine['amounts'][number]['of'][number] => {
    const kind = this.word({ Of: 'of', From: 'from' });
    return { kind, event: this.SUBRULE(this.event) };
  });

  protected sentenceItem = this.RULE('sentenceItem', (): n.Item => {
    const sentence = this.SUBRULE(this.sentence);
    const marks = this.SUBRULE(this.marks);
    return this.ACTION(() => ({
      ...sentence,
      marks,
      span: { start: sentence.span.start, end: endOf(marks, sentence.span.end) },
    }));
  });
}

function endOf(marks: readonly n.Mark[], otherwise: number): number {
  return marks.at(-1)?.span.end ?? otherwise;
}

function supposedSpan(word: string, from: Day, to: Day): n.SupposeItem['what'] {
  if (word === 'on-roll') return { kind: 'on roll', from };
  if (word === 'school-year') return { kind: 'school year', from, to };
  return { kind: 'closed', from, to, why: word === 'bank-holiday' ? 'bank holiday' : 'closed' };
}
