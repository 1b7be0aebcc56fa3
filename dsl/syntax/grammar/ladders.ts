import type * as n from '../tree.ts';
import { phrase } from '../tokens.ts';
import { DayRules } from './days.ts';

const Ladder = phrase('Ladder');
const By = phrase('By');
const BySteps = phrase('BySteps');
const ByGroups = phrase('ByGroups');
const Stage = phrase('Stage');
const From = phrase('From');
const Below = phrase('Below');
const EnteredWhen = phrase('EnteredWhen');
const For = phrase('For');
const KeptToEndOf = phrase('KeptToEndOf');
const MovesTo = phrase('MovesTo');
const Moves = phrase('Moves');
const To = phrase('To');
const Leaves = phrase('Leaves');
const StaysHere = phrase('StaysHere');
const AsAgreed = phrase('AsAgreed');
const While = phrase('While');

type Ladder = n.LadderDeclaration;
type Stage = n.StageDeclaration;
type Moved = Pick<n.Move, 'move' | 'ladder' | 'to'>;

/** Ladders, their stages, and moves between them. */
export abstract class LadderRules extends DayRules {
  // ── a ladder ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private byMeasure = this.rule('byMeasure', (): Ladder['by'] => {
    this.take(By);
    return { kind: 'measure', measure: this.read(this.measure) };
  });

  private bySteps = this.rule('bySteps', (): Ladder['by'] => {
    this.take(BySteps);
    return { kind: 'steps' };
  });

  private byGroups = this.rule('byGroups', (): Ladder['by'] => {
    this.take(ByGroups);
    return { kind: 'groups' };
  });

  private ladderSorts = this.among<Ladder['by']>(this.byMeasure, this.bySteps, this.byGroups);
  protected ladderDeclaration = this.rule('ladderDeclaration', (): Ladder => {
    const first = this.take(Ladder);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    const by = this.oneOf(this.ladderSorts);
    const marks = this.read(this.marks);
    const body = this.read(this.body);
    return { kind: 'ladder', name, title, by, marks, body, span: this.spanFrom(first) };
  });

  // ── a stage ──────────────────────────────────────────────────────────────────────────────────────────────────────

  private fromAmount = this.rule('fromAmount', (): Stage['entry'] => {
    this.take(From);
    return { kind: 'from', amount: this.read(this.amount) };
  });

  private belowAmount = this.rule('belowAmount', (): Stage['entry'] => {
    this.take(Below);
    return { kind: 'below', amount: this.read(this.amount) };
  });

  private enteredWhen = this.rule('enteredWhen', (): Stage['entry'] => {
    this.take(EnteredWhen);
    return { kind: 'when', test: this.read(this.test) };
  });

  private forTest = this.rule('forTest', (): Stage['entry'] => {
    this.take(For);
    return { kind: 'for', test: this.read(this.test) };
  });

  private keptToEndOf = this.rule('keptToEndOf', (): n.UnitName => {
    this.take(KeptToEndOf);
    return this.read(this.unit);
  });

  private entries = this.among<Stage['entry']>(this.fromAmount, this.belowAmount, this.enteredWhen, this.forTest);
  protected stageDeclaration = this.rule('stageDeclaration', (): Stage => {
    const first = this.take(Stage);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    const entry = this.maybeOneOf(this.entries);
    const keptToEndOf = this.maybe(this.keptToEndOf);
    const marks = this.read(this.marks);
    const body = this.read(this.optionalBody);
    return { kind: 'stage', name, title, entry, keptToEndOf, marks, body, span: this.spanFrom(first) };
  });

  // ── moves ────────────────────────────────────────────────────────────────────────────────────────────────────────

  private movesTo = this.rule('movesTo', (): Moved => {
    this.take(MovesTo);
    return { move: 'to', ladder: undefined, to: this.read(this.name) };
  });

  private movesOn = this.rule('movesOn', (): Moved => {
    this.take(Moves);
    const ladder = this.read(this.name);
    this.take(To);
    return { move: 'to', ladder, to: this.read(this.name) };
  });

  private leaves = this.rule('leaves', (): Moved => {
    this.take(Leaves);
    return { move: 'leaves', ladder: undefined, to: undefined };
  });

  private staysHere = this.rule('staysHere', (): Moved => {
    this.take(StaysHere);
    this.maybeTake(AsAgreed);
    return { move: 'stays', ladder: undefined, to: undefined };
  });

  private whileGuard = this.rule('whileGuard', (): n.Guard => {
    this.take(While);
    const test = this.read(this.test);
    return { kind: 'if', test, span: test.span };
  });

  private moveSorts = this.among<Moved>(this.movesTo, this.movesOn, this.leaves, this.staysHere);
  private moveGuards = this.among<n.Guard>(this.guard, this.whileGuard);
  protected move = this.rule('move', (): n.Move => {
    const first = this.LA(1);
    const { move, ladder, to } = this.oneOf(this.moveSorts);
    const guard = this.maybeOneOf(this.moveGuards);
    const marks = this.read(this.marks);
    return { kind: 'move', move, ladder, to, guard, marks, span: this.spanFrom(first) };
  });
}
