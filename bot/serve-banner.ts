import { formatLongDay, type Day } from '../register/day.ts';

/** What a person wants to know once the page is there. */
export interface Banner {
  readonly url: string;
  readonly schools: readonly BannerSchool[];
  /** A question to begin with. */
  readonly question: string;
  readonly notes: readonly string[];
  readonly colour: boolean;
}

export interface BannerSchool {
  readonly name: string;
  /** The day answers are for; undefined where the school has no marks yet. */
  readonly asAt: Day | undefined;
}

export function bannerText({ url, schools, question, notes, colour }: Banner): string {
  const bold = (text: string): string => (colour ? `\u001B[1m${text}\u001B[22m` : text);
  return [
    '',
    ...schoolLines(schools, bold('Att')),
    '',
    `  Open    ${bold(url)}`,
    `  Type    ${question}`,
    '          why · what next · due today · letters due · help',
    '  Stop    Ctrl+C',
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `  ${note}`)]),
    '',
    '',
  ].join('\n');
}

function schoolLines(schools: readonly BannerSchool[], att: string): readonly string[] {
  const [only, ...others] = schools;
  if (!only) return [`  ${att}: there is no school yet`];
  if (others.length === 0) return [`  ${att} for ${only.name}: ${dayWords(only)}`];
  const longest = Math.max(...schools.map(({ name }) => name.length));
  return [`  ${att} for`, ...schools.map((school) => `    ${school.name.padEnd(longest)}  ${dayWords(school)}`)];
}

function dayWords({ asAt }: BannerSchool): string {
  return asAt === undefined ? 'there are no marks yet' : `answers are as at ${formatLongDay(asAt)}`;
}
