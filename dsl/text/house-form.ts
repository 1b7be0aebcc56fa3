import { heldSpace, wrap } from './wrap.ts';

// Every message for a terminal has one form: a first line of weight, id, what is so and where; the line it is about; then
// lines that each begin with a short word: law, who, also, see, fix.

export interface Headline {
  readonly word: string;
  readonly id: string;
  readonly text: string;
  /** `widnes.att:146:22`. */
  readonly where: string | undefined;
}

const keyWidth = 5;

/** `error REG-OPEN-30  What is so    widnes.att:146:22`, the place on a line of its own where it does not fit. */
export function headline({ word, id, text, where }: Headline, width: number, paint: (text: string) => string): string {
  const head = `${word} ${id}  `;
  const wrapped = wrap(text, width, keyWidth, head.length);
  const last = wrapped.split('\n').at(-1)!;
  const used = wrapped.includes('\n') ? last.length : head.length + last.length;
  const gap = where === undefined ? '' : used + 4 + where.length <= width ? '    ' : `\n${' '.repeat(keyWidth)}`;
  return `${paint(`${word} ${id}`)}  ${wrapped}${gap}${where ?? ''}`;
}

/** `law  What it says`, further lines under its first word. */
export function keyed(key: string, text: string, width: number): string {
  return key.padEnd(keyWidth) + wrap(text, width, keyWidth);
}

/** `1 change 12 to 10    2 record a departure`. */
export function numbered(titles: readonly string[]): string {
  const short = 48;
  return titles
    .map((title, index) => `${index + 1} ${title}`)
    .map((each) => (each.length > short ? each : each.replaceAll(' ', heldSpace)))
    .join('    ');
}

/** Colours by weight; none where the terminal has none. */
export function paints(colour: boolean): Readonly<Record<Tone, (text: string) => string>> {
  return colour ? colours : plain;
}

export type Tone = 'error' | 'warning' | 'information' | 'good' | 'quiet';

const ansi = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[39m`;
const asItIs = (text: string): string => text;
const colours = { error: ansi(31), warning: ansi(33), information: ansi(36), good: ansi(32), quiet: ansi(90) } as const;
const plain = { error: asItIs, warning: asItIs, information: asItIs, good: asItIs, quiet: asItIs } as const;
