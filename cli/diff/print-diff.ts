import type { ClauseChange, PolicyChange, StandingDay } from '../../dsl/index.ts';
import { formatDay } from '../../register/day.ts';
import type { Context } from '../context.ts';
import type { DiffReport } from './diff-report.ts';
import { countsOf, countWords, isNewBreach, standingWords, wayWords } from './diff-report.ts';

/** A comparison for a terminal: policy by policy what changed in meaning, then in standing, then one line of counts. */
export function printDiff({ out, colour }: Pick<Context, 'out' | 'colour'>, report: DiffReport): void {
  const paint = colour ? colours : plain;
  for (const policy of report.policies) out(`${policyLines(policy, paint).join('\n')}\n\n`);
  const read = report.compared === 1 ? '1 policy' : `${report.compared} policies`;
  out(`${read} of ${report.names.is} beside ${report.names.was}: ${countWords(countsOf(report))}\n`);
}

type Paint = Readonly<Record<ClauseChange['way'] | 'breach', (text: string) => string>>;

function policyLines(policy: PolicyChange, paint: Paint): readonly string[] {
  const { id, title, before, after, kind } = policy;
  const files = before === after || after === null || before === null ? (after ?? before!) : `${before} → ${after}`;
  const whole = kind === 'added' ? ['  added'] : kind === 'removed' ? ['  removed'] : [];
  return [
    `${title} (${id})    ${files}`,
    ...policy.remarks.map((remark) => `  ${remark}`),
    ...whole,
    ...policy.changes.flatMap((change) => ['', ...changeLines(change, paint)]),
    ...policy.standing.flatMap((day) => ['', ...standingLines(day, paint)]),
  ];
}

function changeLines(change: ClauseChange, paint: Paint): readonly string[] {
  const { before, after, effects, clause, sort, kind } = change;
  const how = kind === 'changed' ? '' : `, ${kind}`;
  return [
    `  ${paint[change.way](wayWords(change))}  ${clause} (${sort}${how})`,
    ...(before ? [`    was  ${before.words}    ${before.place.source.name}:${before.line}`] : []),
    ...(after ? [`    now  ${after.words}    ${after.place.source.name}:${after.line}`] : []),
    ...effects.flatMap((effect) => [
      `    ${effect.words}${effects.length > 1 && effect.way !== change.way ? ` (${wayWords({ way: effect.way, who: effect.who === null ? [] : [effect.who] })})` : ''}`,
      ...effect.witnesses.map(({ words }) => `      e.g. ${words}`),
    ]),
  ];
}

function standingLines({ day, moves }: StandingDay, paint: Paint): readonly string[] {
  return [
    `  beside the law and guidance of ${formatDay(day)}`,
    ...moves.flatMap((move) => {
      const { provision, was, is } = move;
      const line = `    ${provision}  ${standingWords(was)} → ${standingWords(is)}  ${(is ?? was)!.provisionText}`;
      return [isNewBreach(move) ? paint.breach(line) : line, `      ${(is ?? was)!.why}`];
    }),
  ];
}

const same = (text: string): string => text;
const plain: Paint = { tighter: same, looser: same, neither: same, reworded: same, breach: same };
const colours: Paint = {
  tighter: (text) => `\u001b[33m${text}\u001b[39m`,
  looser: (text) => `\u001b[36m${text}\u001b[39m`,
  neither: (text) => `\u001b[1m${text}\u001b[22m`,
  reworded: (text) => `\u001b[2m${text}\u001b[22m`,
  breach: (text) => `\u001b[31m${text}\u001b[39m`,
};
