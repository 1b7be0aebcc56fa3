import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { RuleStanding } from './standing-rule.ts';
import type { BarFinding, DutyFinding, LetterFinding, OptionFinding, Reason, Undetermined } from './finding.ts';
import type { Day } from '../../register/day.ts';
import { formatIsoDay } from '../../register/day.ts';
import type { About } from '../resolve/policy.ts';
import { distinct } from '../compile/needs.ts';
import { clauseOf } from '../compile/context.ts';
import { UNKNOWN, YES } from '../compile/truth.ts';
import { doneAt, doneOn } from './acts-done.ts';
import { deadline, dueFinding, inTime, isOver, isToCome } from './deadline.ts';
import { letterFindings } from './letters.ts';
import { earlierOpen } from './occurrences.ts';
import { sentenceParts, thingName } from './sentence-parts.ts';
import { standingOf } from './standing-rule.ts';

export interface RuleAnswers {
  readonly duties: readonly DutyFinding[];
  readonly options: readonly OptionFinding[];
  readonly letters: readonly LetterFinding[];
  readonly bars: readonly BarFinding[];
  readonly undetermined: readonly Undetermined[];
  /** What the letters' counts rest on, to stand in the finding from `reasonsBefore` on. */
  readonly reasons: readonly Reason[];
}

/** What the sentences of a layer ask of people on the day, for this pupil or of schools. A `may` never becomes a duty. */
export function ruleFindings(
  layer: CompiledLayer,
  timeline: Timeline,
  of: About = 'pupil',
  reasonsBefore = 0,
): RuleAnswers {
  const duties: DutyFinding[] = [];
  const options: OptionFinding[] = [];
  const letters: LetterFinding[] = [];
  const bars: BarFinding[] = [];
  const undetermined: Undetermined[] = [];
  const reasons: Reason[] = [];
  for (const compiled of layer.rules) {
    if (compiled.rule.of !== of) continue;
    const standing = standingOf(compiled, layer, timeline);
    if (standing.kind === 'not applicable') continue;
    const sent = letterFindings(compiled, layer, timeline, standing, reasonsBefore + reasons.length);
    letters.push(...sent.letters);
    reasons.push(...sent.reasons);
    if (standing.kind === 'overtaken') continue;
    const { mode } = compiled.rule;
    if (mode === 'duty') {
      const duty = dutyFinding(compiled, layer, timeline, standing);
      for (const { arose, next } of earlierOpen(compiled, layer, timeline, standing.arose)) {
        duties.push(dutyFinding(compiled, layer, timeline, { ...standing, arose }, next));
      }
      duties.push(duty);
      if (standing.kind === 'undetermined') undetermined.push({ about: compiled.name, needs: duty.needs });
    } else if (mode === 'option' || mode === 'agenda') {
      if (standing.kind === 'applies') options.push(optionFinding(compiled, layer));
      else undetermined.push({ about: compiled.name, needs: standing.needs });
    } else bars.push(barFinding(compiled, layer, timeline, standing));
  }
  return { duties, options, letters, bars, undetermined, reasons };
}

function dutyFinding(
  compiled: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
  standing: Exclude<RuleStanding, { kind: 'not applicable' | 'overtaken' }>,
  until?: Day,
): DutyFinding {
  const { rule } = compiled;
  const done = doneOn(compiled, layer, timeline, standing.arose, until);
  const due = deadline(compiled, layer, timeline, standing.arose);
  const open = standing.kind === 'undetermined';
  const late = due !== undefined && isOver(due, timeline);
  const stillToCome = due !== undefined && isToCome(due, timeline);
  const unsettled = isUrgent(compiled) ? 'decide today' : 'open question';
  return {
    ...sentenceParts(compiled, layer),
    id: compiled.name,
    refines: rule.place.refines?.name ?? null,
    words: rule.words,
    strength: rule.strength,
    owner: ownerOf(compiled, layer),
    arose: formatIsoDay(standing.arose),
    due: due ? dueFinding(due) : null,
    done: done === undefined ? null : formatIsoDay(done),
    inTime: done === undefined || !due ? null : inTime(due, done, doneAt(compiled, layer, timeline, done)),
    state: done !== undefined ? 'done' : open ? unsettled : late ? 'overdue' : stillToCome ? 'not yet' : 'due',
    needs: open ? standing.needs : standing.open,
    clause: clauseOf(rule.place, layer.prefix),
  };
}

/** What keeps a child safe waits for nobody: where it cannot be told, it is decided today. */
function isUrgent({ rule }: CompiledRule): boolean {
  const { act } = rule;
  return (
    (act.kind === 'verb' && /^(call|visit|contact)$/.test(act.verb)) ||
    rule.to.some((name) => /safeguarding|social-care/.test(name))
  );
}

/** Who does it: the subject; where the sentence has none, whoever it is done by; otherwise the school. */
function ownerOf(compiled: CompiledRule, layer: CompiledLayer): string | null {
  const { subject, timing } = compiled.rule;
  const by = timing.find((each) => each.kind === 'by whom');
  const names = subject.length > 0 ? subject : by && 'names' in by ? by.names : ['school'];
  return names.map((name) => thingName(layer, name).title).join(', ');
}

function optionFinding(compiled: CompiledRule, layer: CompiledLayer): OptionFinding {
  const { rule } = compiled;
  return {
    ...sentenceParts(compiled, layer),
    id: compiled.name,
    words: rule.words,
    strength: rule.strength,
    owner: ownerOf(compiled, layer),
    clause: clauseOf(rule.place, layer.prefix),
  };
}

/** A bar lifts only when its exception is proved. */
function barFinding(
  compiled: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
  standing: Exclude<RuleStanding, { kind: 'not applicable' | 'overtaken' }>,
): BarFinding {
  const exceptions = compiled.guards.filter((guard) => guard.kind === 'unless').map((guard) => guard.condition);
  const lifted = exceptions.some((each) => each.holds(timeline, timeline.asAt) === YES);
  const open = exceptions.filter((each) => each.holds(timeline, timeline.asAt) === UNKNOWN);
  return {
    ...sentenceParts(compiled, layer),
    id: compiled.name,
    words: compiled.rule.words,
    state: lifted ? 'lifted' : 'barred',
    count: null,
    needs: distinct([
      ...(standing.kind === 'undetermined' ? standing.needs : []),
      ...open.flatMap((each) => each.needs(timeline, timeline.asAt)),
    ]),
    clause: clauseOf(compiled.rule.place, layer.prefix),
  };
}
