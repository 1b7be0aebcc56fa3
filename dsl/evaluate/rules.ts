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
import { doneAt, doneJustBefore, doneOn } from './acts-done.ts';
import type { Deadline } from './deadline.ts';
import { deadline, dueFinding, inTime, isOver, isToCome } from './deadline.ts';
import { adultViews } from '../compile/ledger.ts';
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
  const views = adultViews(timeline);
  const found = none();
  for (const compiled of layer.rules) {
    if (compiled.rule.of !== of) continue;
    const before = reasonsBefore + found.reasons.length;
    if (views.length === 1) {
      add(found, answersOf(compiled, layer, views[0]!.timeline, before));
      continue;
    }
    const [first, ...others] = views.map((view) => answersOf(compiled, layer, view.timeline, before));
    if (others.every((other) => same(other, first))) add(found, first);
    else [first, ...others].forEach((each, index) => add(found, each && ofAdult(each, views[index]!.adult)));
  }
  return found;
}

type Found = { -readonly [List in keyof RuleAnswers]: RuleAnswers[List][number][] };

function none(): Found {
  return { duties: [], options: [], letters: [], bars: [], undetermined: [], reasons: [] };
}

function add(found: Found, answers: RuleAnswers | undefined): void {
  if (!answers) return;
  found.duties.push(...answers.duties);
  found.options.push(...answers.options);
  found.letters.push(...answers.letters);
  found.bars.push(...answers.bars);
  found.undetermined.push(...answers.undetermined);
  found.reasons.push(...answers.reasons);
}

function same(a: RuleAnswers | undefined, b: RuleAnswers | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What stands for one parent and not, or otherwise, for another says for whom. */
function ofAdult(answers: RuleAnswers, adult: string | undefined): RuleAnswers {
  if (adult === undefined) return answers;
  return {
    ...answers,
    duties: answers.duties.map((each) => ({ ...each, adult })),
    options: answers.options.map((each) => ({ ...each, adult })),
    bars: answers.bars.map((each) => ({ ...each, adult })),
  };
}

/** What one sentence asks; undefined where it does not apply. */
function answersOf(
  compiled: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
  reasonsBefore: number,
): RuleAnswers | undefined {
  const standing = standingOf(compiled, layer, timeline);
  if (standing.kind === 'not applicable') return undefined;
  const answers = { ...none(), ...letterFindings(compiled, layer, timeline, standing, reasonsBefore) };
  if (standing.kind === 'overtaken') return answers;
  const { mode } = compiled.rule;
  const open = standing.kind === 'undetermined';
  if (mode === 'duty') {
    const duty = dutyFinding(compiled, layer, timeline, standing);
    const earlier = earlierOpen(compiled, layer, timeline, standing.arose).map(({ arose, next }) =>
      dutyFinding(compiled, layer, timeline, { ...standing, arose }, next),
    );
    const undetermined = open ? [{ about: compiled.name, needs: duty.needs }] : [];
    return { ...answers, duties: [...earlier, duty], undetermined };
  }
  if (mode === 'option' || mode === 'agenda') {
    if (open) return { ...answers, undetermined: [{ about: compiled.name, needs: standing.needs }] };
    return { ...answers, options: [optionFinding(compiled, layer)] };
  }
  return { ...answers, bars: [barFinding(compiled, layer, timeline, standing)] };
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
    inTime: done === undefined || !due ? null : wasInTime(compiled, layer, timeline, due, done),
    state: done !== undefined ? 'done' : open ? unsettled : late ? 'overdue' : stillToCome ? 'not yet' : 'due',
    needs: open ? standing.needs : standing.open,
    clause: clauseOf(rule.place, layer.prefix),
  };
}

function wasInTime(
  compiled: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
  due: Deadline,
  done: Day,
): boolean | null {
  if (due.before && doneJustBefore(compiled, layer, timeline, done, due.before)) return true;
  return inTime(due, done, doneAt(compiled, layer, timeline, done));
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
export function barFinding(
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
