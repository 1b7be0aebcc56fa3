import type { Day } from '../../../register/day.ts';
import type { ClassName, UnitName, WindowNode } from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { ClockRules } from './clocks.ts';

const OrPerhaps = phrase('OrPerhaps');
const InARolling = phrase('InARolling');
const After = phrase('After');
const During = phrase('During');
const Since = phrase('Since');
const InARow = phrase('InARow');

const windowWords = words({ This: 'this', Last: 'last' });
const perhaps = words({ OrPerhaps: '' });
const windowStarts = new Set(['This', 'Last', 'InARolling', 'During', 'Since', 'InARow'].map((name) => phrase(name)));

/** Over when something is counted. */
export abstract class WindowRules extends ClockRules {
  sessionClass = this.rule('sessionClass', (): ClassName => this.take(t.SessionClass).image as ClassName);

  // ── windows ──────────────────────────────────────────────────────────────────────────────────────────────────────

  private periodWindow = this.rule('periodWindow', (): WindowNode => {
    const first = this.LA(1);
    const kind = this.word(windowWords);
    const unit: UnitName = this.read(this.unit);
    return { kind, unit, span: this.spanFrom(first) };
  });

  private afterDay = this.rule('afterDay', (): Day => {
    this.take(After);
    return this.read(this.day);
  });

  private dateFollows(): boolean {
    return this.RECORDING_PHASE || this.LA(2).tokenType === t.DateLiteral;
  }

  private rollingWindow = this.rule('rollingWindow', (): WindowNode => {
    const first = this.take(InARolling);
    const number = this.read(this.number);
    const unit = this.read(this.unit);
    const after = this.dateFollows() ? this.maybe(this.afterDay) : undefined;
    return { kind: 'rolling', number, unit, after, span: this.spanFrom(first) };
  });

  private duringWindow = this.rule('duringWindow', (): WindowNode => {
    const first = this.take(During);
    const name = this.read(this.name);
    return { kind: 'during', name, span: this.spanFrom(first) };
  });

  private sinceWindow = this.rule('sinceWindow', (): WindowNode => {
    const first = this.take(Since);
    const event = this.read(this.event);
    return { kind: 'since', event, span: this.spanFrom(first) };
  });

  private rowWindow = this.rule('rowWindow', (): WindowNode => {
    const first = this.take(InARow);
    return { kind: 'in a row', span: this.spanFrom(first) };
  });

  private windowSorts = this.among<WindowNode>(
    this.periodWindow,
    this.rollingWindow,
    this.duringWindow,
    this.sinceWindow,
    this.rowWindow,
  );
  window = this.rule('window', (): WindowNode => this.oneOf(this.windowSorts));

  /** One, or several readings of one. */
  private someWindows = this.rule('someWindows', (): readonly WindowNode[] => {
    const windows = [this.read(this.window)];
    while (this.again(perhaps) && this.windowFollows()) {
      this.take(OrPerhaps);
      windows.push(this.read(this.window));
    }
    return windows;
  });

  /** None, one, or several readings of one. */
  windows = this.rule('windows', (): readonly WindowNode[] => this.maybe(this.someWindows) ?? none);

  protected windowFollows(): boolean {
    return this.RECORDING_PHASE || windowStarts.has(this.LA(2).tokenType);
  }
}

const none: readonly never[] = [];
