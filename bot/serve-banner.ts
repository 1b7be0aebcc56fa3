import { formatLongDay, type Day } from '../register/day.ts';

/** What a person wants to know once the page is there. */
export interface Banner {
  readonly url: string;
  readonly school: string;
  /** The day answers are for; undefined where no school has marks yet. */
  readonly asAt: Day | undefined;
  readonly notes: readonly string[];
  readonly colour: boolean;
}

export function bannerText({ url, school, asAt, notes, colour }: Banner): string {
  const bold = (text: string): string => (colour ? `\u001B[1m${text}\u001B[22m` : text);
  const day = asAt === undefined ? 'there are no marks yet' : `answers are as at ${formatLongDay(asAt)}`;
  return [
    '',
    `  ${bold('Att')} for ${school}: ${day}`,
    '',
    `  Open    ${bold(url)}`,
    '  Type    stage for Amira Khan',
    '          why · what next · who is at serious concerns · help',
    '  Stop    Ctrl+C',
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `  ${note}`)]),
    '',
    '',
  ].join('\n');
}
