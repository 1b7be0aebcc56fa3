import type { ClauseChange, PolicyChange, StandingDay, StandingMove } from '../../dsl/index.ts';
import { formatDay } from '../../register/day.ts';
import type { DiffReport } from './diff-report.ts';
import { countsOf, countWords, standingWords, wayWords } from './diff-report.ts';
import { fenced, folded, plainMarkdown, table } from './markdown.ts';

/**
 * A comparison as people read it on a pull request: short, what is reworded only and the old and new words folded away. Where
 * it would be longer than `limit` characters, the words go first, then the changes from the end, which is said.
 */
export function diffMarkdown(report: DiffReport, limit = Infinity): string {
  for (const words of [true, false]) {
    const whole = composed(report, words, Infinity);
    if (whole.length <= limit) return whole;
  }
  const most = Math.max(0, ...report.policies.map(({ changes }) => changes.length));
  for (let shown = most - 1; shown > 0; shown = Math.floor(shown / 2)) {
    const some = composed(report, false, shown);
    if (some.length <= limit) return some;
  }
  return `${headline(report)}\n\nThere is more than fits here: \`att diff\` shows all of it.\n`;
}

function composed(report: DiffReport, words: boolean, most: number): string {
  return `${[headline(report), ...report.policies.map((policy) => policyPart(policy, words, most))].join('\n\n')}\n`;
}

function headline(report: DiffReport): string {
  const { was, is } = report.names;
  const words = countWords(countsOf(report));
  return `**${words.slice(0, 1).toUpperCase()}${words.slice(1)}**, comparing ${plainMarkdown(is)} with ${plainMarkdown(was)}.`;
}

function policyPart(policy: PolicyChange, words: boolean, most: number): string {
  const { title, before, after, kind } = policy;
  const files = before === after || after === null || before === null ? (after ?? before!) : `${before} → ${after}`;
  const meant = policy.changes.filter(({ way }) => way !== 'reworded');
  const reworded = policy.changes.filter(({ way }) => way === 'reworded');
  const shown = meant.slice(0, most);
  const left = meant.length - shown.length;
  return [
    `#### ${plainMarkdown(title)}${kind === 'changed' ? '' : ` (${kind})`}`,
    plainMarkdown(files),
    ...policy.remarks.map(plainMarkdown),
    ...(shown.length === 0 ? [] : [table(['Change', 'Clause', 'What'], shown.map(changeRow))]),
    ...(left === 0 ? [] : [`… and ${left} more: \`att diff\` shows all of it.`]),
    ...standingParts(policy.standing),
    ...(words && meant.length > 0 ? [folded('Old and new words', meant.map(bothWords).join('\n\n'))] : []),
    ...(words && reworded.length > 0
      ? [folded(`Reworded only, with the same meaning: ${reworded.length}`, reworded.map(bothWords).join('\n\n'))]
      : []),
  ].join('\n\n');
}

function changeRow(change: ClauseChange): readonly string[] {
  const { effects, after, before, kind } = change;
  const [way, ...whom] = wayWords(change).split(' ');
  const line = after ? `line ${after.line}` : `was line ${before!.line}`;
  const what = effects.map((each) => {
    const own = effects.length > 1 && each.way !== change.way && each.way !== 'neither' ? ` (${each.way})` : '';
    const witnesses = each.witnesses.map(({ words }) => `<br>For example: ${plainMarkdown(words)}.`);
    return `${plainMarkdown(each.words)}${own}${witnesses.join('')}`;
  });
  const how = kind === 'changed' ? '' : `, ${kind}`;
  const called = change.sort === 'sentence' ? (after ?? before)!.words : change.title;
  return [`**${way}** ${whom.join(' ')}`.trim(), `${plainMarkdown(called)} (${line}${how})`, what.join('<br>')];
}

function bothWords({ before, after, kind }: ClauseChange): string {
  const lines = [...(before ? [`- ${before.words}`] : []), ...(after ? [`+ ${after.words}`] : [])];
  const at = (after ?? before)!;
  return `${plainMarkdown(`${at.place.source.name}, line ${at.line}${kind === 'changed' ? '' : ` (${kind})`}`)}\n\n${fenced('diff', lines.join('\n'))}`;
}

/** Breaches that come and go stand open, whatever else moved is folded away. What moved alike on an earlier day is not said again. */
function standingParts(days: readonly StandingDay[]): readonly string[] {
  const said = new Set<string>();
  return days.flatMap(({ day, moves }): readonly string[] => {
    const fresh = moves.filter((move) => !said.has(keyOf(move)));
    for (const move of fresh) said.add(keyOf(move));
    const grave = fresh.filter(({ was, is }) => [was, is].some((row) => row?.standing === 'breaches'));
    const rest = fresh.filter((move) => !grave.includes(move));
    const law = `beside the law and guidance of ${formatDay(day)}`;
    return [
      ...(grave.length === 0 ? [] : [`Breaches ${law}:\n\n${standingTable(grave)}`]),
      ...(rest.length === 0 ? [] : [folded(`Stands otherwise ${law}: ${rest.length}`, standingTable(rest))]),
    ];
  });
}

function keyOf({ provision, was, is }: StandingMove): string {
  return [provision, was?.standing, is?.standing].join();
}

function standingTable(moves: readonly StandingMove[]): string {
  const rows = moves.map(({ provision, was, is }) => {
    const row = (is ?? was)!;
    return [
      plainMarkdown(`${provision}: ${row.provisionText}`),
      plainMarkdown(standingWords(was)),
      `**${plainMarkdown(standingWords(is))}**`,
      plainMarkdown(`${row.why} ${row.citation} (${row.level})`),
    ];
  });
  return table(['Provision', 'Was', 'Is', 'Why'], rows);
}
