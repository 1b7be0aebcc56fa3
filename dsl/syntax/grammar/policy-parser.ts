import { EOF } from 'chevrotain';
import type { IToken } from 'chevrotain';
import type { Span } from '../../text/span.ts';
import type * as n from '../tree.ts';
import type { Rule } from './choices.ts';
import type { Layout } from './layout.ts';
import type { Recorder } from './ready-parser.ts';
import type { SyntaxComplaint } from './recovery.ts';
import type { StatementRule } from './statement-heads.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { isEnd } from './braces.ts';
import { RecoveringRules } from './recovery.ts';
import { statementRule } from './statement-heads.ts';

const ContradictionBetween = phrase('ContradictionBetween');
const ActsOn = phrase('ActsOn');
const ParticularAttentionTo = phrase('ParticularAttentionTo');
const Note = phrase('Note');

const blocks = words({ When: 'when', While: 'while', Where: 'where' });
const schoolBlocks = words({ ForEachSchool: 'each school', ForSchoolsTogether: 'the schools together' });

/** What came of a text. */
export interface PolicyRead {
  readonly items: readonly n.Item[];
  /** One for each statement that does not parse. */
  readonly complaints: readonly SyntaxComplaint[];
  /** The names that such statements hold. */
  readonly doubtfulNames: ReadonlySet<string>;
  /** Statements that parse, and after which something on the same line does not. */
  readonly cutShort: readonly Span[];
}

/** The whole policy: items, their bodies, and the blocks that stand among them. */
export class PolicyParser extends RecoveringRules {
  /** With a recorder Chevrotain records the grammar and looks it over; otherwise it is taken as it was written down. */
  constructor(recorder?: Recorder) {
    super(recorder);
    this.makeReady(recorder);
  }

  /** Reads tokens, among which there are so many more { than }; their list is lengthened while it is read, and left as it was. */
  parseTokens(tokens: IToken[], unclosed: number, layout: Layout): PolicyRead {
    this.input = tokens;
    this.tokens = tokens;
    this.complaints = [];
    this.doubtful = new Set();
    this.cutShort = [];
    this.latest = undefined;
    this.layout = layout;
    this.owners = [];
    this.unclosed = unclosed;
    // The next token is looked at without asking whether there is one; what is missing at the end is told there.
    const last = tokens.at(-1);
    const startOffset = last ? t.endOf(last) : 0;
    tokens.push({ image: '', startOffset, tokenType: EOF, tokenTypeIdx: EOF.tokenTypeIdx! });
    const items = this.file();
    tokens.pop();
    return { items, complaints: this.complaints, doubtfulNames: this.doubtful, cutShort: this.cutShort };
  }

  // ── blocks and what stands among the declarations ────────────────────────────────────────────────────────────────

  override body: Rule<n.Item[]> = this.rule('body', (): n.Item[] => {
    const open = this.take(t.OpenBrace);
    const items: n.Item[] = [];
    if (this.RECORDING_PHASE) {
      this.all(this.item);
      this.take(t.CloseBrace);
      return items;
    }
    while (!this.bodyEnds()) this.statement(items);
    const next = this.LA(1);
    if (next.tokenType === t.CloseBrace && !this.isOutdented(next)) this.take(t.CloseBrace);
    else {
      this.unclosed--;
      this.complaints.push({ token: open, kind: 'missing brace', ...(isEnd(next) ? {} : { before: next }) });
    }
    return items;
  });

  protected block = this.rule('block', (): n.Block => {
    const first = this.LA(1);
    const kind = this.word(blocks);
    const test = this.read(this.test);
    const marks = this.read(this.marks);
    const body = this.read(this.body);
    return { kind, test, marks, body, span: this.spanFrom(first) };
  });

  protected schoolBlock = this.rule('schoolBlock', (): n.SchoolBlock => {
    const first = this.LA(1);
    const of = this.word(schoolBlocks);
    const marks = this.read(this.marks);
    const body = this.read(this.body);
    return { kind: 'for schools', of, marks, body, span: this.spanFrom(first) };
  });

  private actsOn = this.rule('actsOn', (): n.NameNode => {
    this.take(ActsOn);
    return this.read(this.name);
  });

  protected contradiction = this.rule('contradiction', (): n.ContradictionDeclaration => {
    const first = this.take(ContradictionBetween);
    const between = this.read(this.parties).names;
    const text = this.maybe(this.text);
    const actsOn = this.maybe(this.actsOn);
    const marks = this.read(this.marks);
    return { kind: 'contradiction', between, text, actsOn, marks, span: this.spanFrom(first) };
  });

  protected attention = this.rule('attention', (): n.AttentionItem => {
    const first = this.take(ParticularAttentionTo);
    const groups = this.read(this.parties).names;
    const marks = this.read(this.marks);
    return { kind: 'attention', groups, marks, span: this.spanFrom(first) };
  });

  protected note = this.rule('note', (): n.NoteItem => {
    const first = this.take(Note);
    const text = this.read(this.text);
    const marks = this.read(this.marks);
    return { kind: 'note', text, marks, span: this.spanFrom(first) };
  });

  // ── statements ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** Every alternative, for the grammar as Chevrotain and its tests see it. */
  private statements = this.among<n.Item>(
    this.header,
    this.testDeclaration,
    this.measureDeclaration,
    this.judgementDeclaration,
    this.factDeclaration,
    this.roleDeclaration,
    this.serviceDeclaration,
    this.periodDeclaration,
    this.ladderDeclaration,
    this.stageDeclaration,
    this.schoolDay,
    this.halfDay,
    this.arrivingRow,
    this.timeDeclaration,
    this.block,
    this.schoolBlock,
    this.paper,
    this.bands,
    this.band,
    this.reward,
    this.contradiction,
    this.attention,
    this.departure,
    this.note,
    this.example,
    this.suppose,
    this.expect,
    this.marked,
    this.review,
    this.outcome,
    this.move,
    this.fine,
    this.detail,
    this.sentence,
  );

  /** A statement is known by its first two words, and its rule looked up. */
  override item: Rule<n.Item> = this.rule('item', (): n.Item => {
    if (this.RECORDING_PHASE) return this.oneOf(this.statements);
    return this.ruleNamed(statementRule(this.LA(1), this.LA(2)))();
  });

  protected override ruleNamed(name: StatementRule): Rule<n.Item> {
    return this[name];
  }

  private file = this.rule('file', (): n.Item[] => {
    const items: n.Item[] = [];
    if (this.RECORDING_PHASE) {
      this.all(this.item);
      return items;
    }
    while (!isEnd(this.LA(1))) {
      if (this.LA(1).tokenType === t.CloseBrace) {
        this.complaints.push({ token: this.LA(1), kind: 'extra brace' });
        this.currIdx++;
      } else this.statement(items);
    }
    return items;
  });
}
