import type { ElementValue } from '../../stand-in/index.ts';
import type { Names } from './render-text.ts';

/** What a block needs in order to show names and to pass on what is pressed. */
export interface BlockContext {
  readonly names: Names;
  /** The message or view the block stands in. */
  readonly where: string;
  /** Whose eyes: files are asked for in this person's name. */
  readonly user: string;
  readonly press: (pressed: Pressed) => void;
  /** What the app found wrong with an input, by block. */
  readonly errors: Readonly<Record<string, string>>;
  /** What had been entered before the view was drawn anew. */
  readonly entered: Readonly<Record<string, Readonly<Record<string, ElementValue>>>>;
}

export interface Pressed {
  readonly where: string;
  readonly blockId: string;
  readonly actionId: string;
  readonly value: ElementValue;
  /** The control, so that the form it stands in can be read. */
  readonly control: HTMLElement;
}
