import type { IToken } from 'chevrotain';
import type { Source } from '../../../dsl/text/source.ts';
import type { Span } from '../../../dsl/text/span.ts';
import { parse } from '../../../dsl/syntax/parse.ts';
import { dateOf } from '../../../dsl/syntax/grammar/terminals.ts';
import { endOf } from '../../../dsl/syntax/tokens.ts';
import { placeAt } from '../../../dsl/text/source.ts';
import { formatClockTime, parseClockTime } from '../../../register/clock-time.ts';
import type { ClockTime } from '../../../register/clock-time.ts';
import { addDays, formatDay } from '../../../register/day.ts';

/** A policy with one of its literals changed by one step. */
export interface Mutant {
  readonly source: Source;
  readonly line: number;
  /** The line as it stands, trimmed. */
  readonly text: string;
  readonly literal: string;
  readonly becomes: string;
}

/**
 * Every number, time, percentage, amount of money, date and comparator outside the examples, changed by one step to
 * either side, one at a time. What stands in quotes is words, and stays.
 */
export function mutantsOf(source: Source): readonly Mutant[] {
  const { file, tokens } = parse(source);
  const examples = file.items.filter((item) => item.kind === 'example').map((item) => item.span);
  const lines = source.text.split('\n');
  return tokens
    .filter((token) => !examples.some((span) => within(span, token.startOffset)))
    .flatMap((token) =>
      changesOf(token).map((becomes) => {
        const end = endOf(token);
        const text = source.text.slice(0, token.startOffset) + becomes + source.text.slice(end);
        const { line } = placeAt(source, token.startOffset);
        const literal = source.text.slice(token.startOffset, end);
        return { source: { name: source.name, text }, line, text: lines[line - 1]!.trim(), literal, becomes };
      }),
    );
}

/** What a comparator becomes: its neighbour by the boundary, and its opposite where that is another word. */
const comparators: Readonly<Record<string, readonly string[]>> = {
  AtLeast: ['more than'],
  MoreThan: ['at least'],
  AtMost: ['fewer than'],
  FewerThan: ['at most'],
  Below: ['at most', 'above'],
  Above: ['at least', 'below'],
};

/** What a bound of a clock time becomes: it takes in its own minute, or no longer does. */
function changesOf(token: IToken): readonly string[] {
  const { image } = token;
  switch (token.tokenType.name) {
    case 'Number':
      return stepped(image, '');
    case 'Percent':
      return stepped(/^[\d.]+/.exec(image)![0], image.replace(/^[\d.]+/, ''));
    case 'Money':
      return stepped(image.slice(1), '').map((amount) => `£${amount}`);
    case 'Clock': {
      const time = parseClockTime(image)!;
      return [time + 1, time - 1].map((each) => formatClockTime(each as ClockTime));
    }
    case 'Date': {
      const day = dateOf(token);
      return [1, -1].map((days) => formatDay(addDays(day, days)));
    }
    case 'DayOfYear': {
      const [date, month] = image.split(/\s+/);
      return [Number(date) + 1, Number(date) - 1].filter((each) => each > 0).map((each) => `${each} ${month}`);
    }
    default:
      return comparators[token.tokenType.name] ?? [];
  }
}

/** One up and one down in the last place that is printed; never below nought. */
function stepped(number: string, unit: string): readonly string[] {
  const decimals = number.split('.')[1]?.length ?? 0;
  const step = 10 ** -decimals;
  return [Number(number) + step, Number(number) - step]
    .filter((value) => value >= 0)
    .map((value) => `${value.toFixed(decimals)}${unit}`);
}

function within(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}
