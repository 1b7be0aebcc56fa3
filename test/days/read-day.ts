/** A day of a school as its file tells it: who asks, says or presses what, and what they then see. */
export interface Day {
  /** The id of the sample’s policy. */
  readonly policy: string;
  /** The day that answers are for: `2024-03-28`. */
  readonly asAt: string;
  readonly steps: readonly Step[];
}

export interface Step {
  /** By the name in the staff file. */
  readonly who: string;
  /** `asks` and `records` type a message; `presses` a button of the last one. */
  readonly does: 'asks' | 'records' | 'presses';
  readonly what: string;
  /** What the file says they see: lines without the mark that quotes them. */
  readonly sees: readonly string[];
  /** Where the step stands in the file, from 1. */
  readonly line: number;
}

const stepLine = /^\*\*(?<who>.+?)\*\* (?<does>asks|records|presses): (?<what>.+)$/;

/** Reads a file of `test/days`: two settings, then prose with steps in it, each followed by what is seen as a quotation. */
export function readDay(text: string): Day {
  const lines = text.split('\n');
  const setting = (name: string): string => {
    const found = lines.find((line) => line.startsWith(`${name}: `));
    if (found === undefined) throw new Error(`the day has no “${name}”`);
    return found.slice(name.length + 2);
  };
  const steps = lines.flatMap((line, index): Step[] => {
    const { who, does, what } = stepLine.exec(line)?.groups ?? {};
    if (who === undefined || what === undefined) return [];
    return [{ who, does: does as Step['does'], what, sees: quoted(lines, index + 1), line: index + 1 }];
  });
  return { policy: setting('policy'), asAt: setting('as at'), steps };
}

/** The file again with other things seen; its prose stays. */
export function withSeen(text: string, seen: ReadonlyMap<number, readonly string[]>): string {
  const lines = text.split('\n').flatMap((line, index) => {
    if (line.startsWith('>')) return [];
    const answer = seen.get(index + 1);
    return answer === undefined ? [line] : [line, '', ...answer.map((each) => `> ${each}`.trimEnd()), ''];
  });
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

/** The quotation that follows a line. */
function quoted(lines: readonly string[], from: number): readonly string[] {
  const start = lines.findIndex((line, index) => index >= from && line !== '');
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith('>'));
  if (start < 0) return [];
  return lines.slice(start, end < 0 ? undefined : end).map((line) => line.replace(/^> ?/, ''));
}
