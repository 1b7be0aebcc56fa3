import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { CompiledMeasure } from '../compile/compile-measure.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { RuleStanding } from './standing-rule.ts';
import type { LetterFinding, Reason } from './finding.ts';
import { formatIsoDay } from '../../register/day.ts';
import { clauseOf } from '../compile/context.ts';
import { doneOn } from './acts-done.ts';
import { countedReason } from './counted.ts';
import { nameOf } from './ladders.ts';
import { paperRecipients } from './recipients.ts';

export interface LetterAnswers {
  readonly letters: readonly LetterFinding[];
  /** What their counts rest on, to stand in the finding from `reasonsBefore` on. */
  readonly reasons: readonly Reason[];
}

/** The papers that a duty sends, and how each stands. Nothing that burdens a family is due before it is proved. */
export function letterFindings(
  compiled: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
  standing: Exclude<RuleStanding, { kind: 'not applicable' }>,
  reasonsBefore: number,
): LetterAnswers {
  const { rule } = compiled;
  if (rule.mode !== 'duty' || rule.act.kind !== 'verb' || rule.act.verb !== 'send') return { letters: [], reasons: [] };
  const ladder = layer.policy.ladders.find((each) => each.name === rule.stage?.ladder);
  const stage = ladder?.stages.find((each) => each.name === rule.stage?.stage);
  const done = doneOn(compiled, layer, timeline, standing.arose);
  const state = done !== undefined ? 'sent' : stateOf(standing);
  const clause = clauseOf(rule.place, layer.prefix);
  const measure = measureBehind(compiled, layer);
  const counted = measure && countedReason(measure, timeline, timeline.asAt, clause);
  const letters = rule.act.objects.flatMap((name): LetterFinding[] => {
    const found = layer.papers.find((each) => each.paper.name === name);
    if (!found) return [];
    const { paper } = found;
    return [
      {
        id: `${layer.prefix}${paper.name}`,
        title: paper.title,
        state,
        stage: stage ? nameOf(stage) : null,
        since: formatIsoDay(standing.arose),
        sent: done === undefined ? null : formatIsoDay(done),
        to: paper.goesTo[0] ?? rule.to[0] ?? null,
        recipients: paperRecipients(found, layer, timeline, rule.to),
        needs: standing.kind === 'undetermined' ? standing.needs : [],
        clause,
        reason: counted ? reasonsBefore : null,
      },
    ];
  });
  return { letters, reasons: counted && letters.length > 0 ? [counted] : [] };
}

/** What is measured for the sentence to arise: by its stage, unless the ladder itself measures, else by its blocks. */
function measureBehind({ rule, blocks }: CompiledRule, layer: CompiledLayer): CompiledMeasure | undefined {
  const ladder = layer.ladders.find((each) => each.ladder.name === rule.stage?.ladder);
  if (ladder?.measure) return undefined;
  const stage = ladder?.stages.find((each) => each.stage.name === rule.stage?.stage);
  const conditions = [...(stage?.entry ? [stage.entry] : []), ...blocks.map((block) => block.condition)];
  return conditions.flatMap(({ compares }) => compares)[0]?.measure;
}

function stateOf(standing: Exclude<RuleStanding, { kind: 'not applicable' }>): LetterFinding['state'] {
  if (standing.kind === 'overtaken') return 'overtaken';
  return standing.kind === 'undetermined' ? 'waiting' : 'due';
}
