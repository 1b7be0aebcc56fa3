import type { Day } from '../../register/day.ts';
import type { CompiledLayer, CompiledPolicy, CompiledRule } from '../compile/compiled-policy.ts';
import type { PupilCase, Timeline } from '../compile/timeline.ts';
import type { Paper } from '../resolve/policy.ts';
import type { BarFinding, Clause, SentenceParts, ThingName } from './finding.ts';
import { clauseOf } from '../compile/context.ts';
import { adultViews } from '../compile/ledger.ts';
import type { AdultView } from '../compile/ledger.ts';
import { timeline } from '../compile/timeline.ts';
import { finesAhead } from './fine-ahead.ts';
import type { FineAhead } from './fine-ahead.ts';
import { limitFindings } from './limits.ts';
import { barFinding } from './rules.ts';
import { sentenceParts, thingName } from './sentence-parts.ts';
import { shownAs, shownConditions } from './shown-condition.ts';
import type { ShownCondition } from './shown-condition.ts';
import { standingOf } from './standing-rule.ts';

/** What a policy says of a notice, for one pupil as at a day: who may or must do what, and what must be shown first. */
export interface NoticeDetail {
  readonly id: string;
  readonly title: string;
  /** Every sentence that asks or allows it, or the referral for it. A `may` stands as an option and nothing more. */
  readonly sentences: readonly NoticeSentence[];
  /** What must not be done, or is presumed against, of it and of what leads to it. */
  readonly bars: readonly NoticeBar[];
  /** What one more would cost: for each parent where each has a count of their own. */
  readonly fines: readonly FineAhead[];
  readonly clause: Clause;
}

/** A bar with the exceptions that lift it once they are proved. */
export interface NoticeBar extends BarFinding {
  /** The parent it is so of, by id, where it differs between them. */
  readonly adult?: string;
  /** `undetermined`: whether what brings it is so cannot be told. */
  readonly stands: 'yes' | 'undetermined';
  readonly unless: readonly ShownCondition[];
}

export interface NoticeSentence extends SentenceParts {
  /** The parent it is so of, by id, where it differs between them. */
  readonly adult?: string;
  readonly id: string;
  readonly words: string;
  readonly strength: string;
  readonly kind: 'duty' | 'option' | 'agenda';
  /** Who: the subject of the sentence, else the school. */
  readonly who: readonly ThingName[];
  /** `shown`: all that it asks is proved. */
  readonly state: 'shown' | 'not shown' | 'undetermined';
  readonly needed: readonly ShownCondition[];
  /** What would stop it, once proved. */
  readonly unless: readonly ShownCondition[];
  readonly clause: Clause;
}

/** Every notice that a policy or a layer above it provides for, the policy’s own first. */
export function noticeDetails(compiled: CompiledPolicy, about: PupilCase, asAt: Day): readonly NoticeDetail[] {
  const days = timeline(about, asAt, compiled.classes);
  return compiled.layers.flatMap((layer) =>
    layer.policy.papers
      .filter(({ paper }) => paper === 'notice')
      .map((paper) => noticeOf(compiled, layer, paper, days)),
  );
}

function noticeOf(compiled: CompiledPolicy, layer: CompiledLayer, paper: Paper, days: Timeline): NoticeDetail {
  const id = `${layer.prefix}${paper.name}`;
  const related = new Set([id, ...referralsFor(compiled, paper)]);
  // What is barred inside its own block may have another name: a third one.
  const acts = compiled.layers.flatMap((each) =>
    each.rules
      .filter(
        ({ name, rule }) =>
          rule.of === 'pupil' &&
          (objectsOf(each, rule).some((object) => related.has(object)) || (isBar(rule) && name.startsWith(`${id}.`))),
      )
      .map((rule) => ({ rule, layer: each })),
  );
  const views = paper.perParent ? adultViews(days) : [{ adult: undefined, timeline: days }];
  return {
    id,
    title: paper.title,
    sentences: acts.flatMap((act) => ofEach(views, (view) => sentenceOf(act.rule, act.layer, view))),
    bars: [
      ...acts.flatMap((act) => ofEach(views, (view) => barOf(act.rule, act.layer, view))),
      ...limitFindings(layer, days)
        .filter(({ act }) => act.objects.some((object) => object.id === id))
        .map((bar) => ({ ...bar, stands: 'yes' as const, unless: [] })),
    ],
    fines: finesAhead(layer, paper, days),
    clause: clauseOf(paper.place, layer.prefix),
  };
}

/** What is the same of every parent is told once, and what differs of each by their id. */
function ofEach<Told extends object>(
  views: readonly AdultView[],
  tell: (days: Timeline) => readonly Told[],
): readonly (Told & { readonly adult?: string })[] {
  const each = views.map(({ adult, timeline: days }) => ({ adult, told: tell(days) }));
  const [first] = each;
  if (each.every(({ told }) => JSON.stringify(told) === JSON.stringify(first?.told))) return first?.told ?? [];
  return each.flatMap(({ adult, told }) => told.map((one) => (adult === undefined ? one : { ...one, adult })));
}

/** Referrals whose title names the notice: what is asked of the authority so that it may issue it. */
function referralsFor({ layers }: CompiledPolicy, { title }: Paper): readonly string[] {
  const named = title.toLowerCase();
  return layers.flatMap((layer) =>
    layer.policy.papers
      .filter((each) => each.paper === 'referral' && each.title.toLowerCase().includes(named))
      .map((each) => `${layer.prefix}${each.name}`),
  );
}

function isBar({ mode }: CompiledRule['rule']): boolean {
  return mode === 'bar' || mode === 'presumption';
}

function objectsOf(layer: CompiledLayer, { act }: CompiledRule['rule']): readonly string[] {
  return act.kind === 'verb' ? act.objects.map((name) => thingName(layer, name).id) : [];
}

function sentenceOf(compiled: CompiledRule, layer: CompiledLayer, days: Timeline): readonly NoticeSentence[] {
  const { rule } = compiled;
  if (rule.mode === 'bar' || rule.mode === 'presumption') return [];
  const parts = sentenceParts(compiled, layer);
  const standing = standingOf(compiled, layer, days);
  const needed = neededFor(compiled, layer, days, standing.kind !== 'not applicable');
  const unless = exceptionsOf(compiled, days);
  return [
    {
      ...parts,
      id: compiled.name,
      words: rule.words,
      strength: rule.strength,
      kind: rule.mode,
      who: parts.subject.length > 0 ? parts.subject : parts.by.length > 0 ? parts.by : [thingName(layer, 'school')],
      state:
        standing.kind === 'applies' ? 'shown' : standing.kind === 'undetermined' ? 'undetermined' : stateOf(needed),
      needed,
      unless,
      clause: clauseOf(rule.place, layer.prefix),
    },
  ];
}

/** Of a sentence that does not apply: what is not told yet may still bring it, unless something else is surely wanting. */
function stateOf(needed: readonly ShownCondition[]): NoticeSentence['state'] {
  if (needed.some(({ holds }) => holds === 'no')) return 'not shown';
  return needed.some(({ holds }) => holds === 'undetermined') ? 'undetermined' : 'not shown';
}

/** From the outermost: the stage it stands at, the blocks around it, what gates its ladder, and its own `if`. */
function neededFor(
  { rule, needs, gate }: CompiledRule,
  layer: CompiledLayer,
  days: Timeline,
  arisen: boolean,
): readonly ShownCondition[] {
  const { context } = layer;
  const shown: ShownCondition[] = [];
  if (rule.stage) {
    const title = thingName(layer, `${rule.stage.ladder}.${rule.stage.stage}`).title;
    const words = `${rule.stage.ladder}.${rule.stage.stage}`;
    const condition = { kind: 'at stage', ...rule.stage, words } as const;
    shown.push(...shownConditions(context, condition, days).map((each) => ({ ...each, words: `at ${title}` })));
  }
  for (const { kind, condition } of rule.blocks) {
    const each = shownConditions(context, condition, days);
    // What fires on the day it comes true has fired, whatever became of it since.
    shown.push(
      ...(kind === 'when' && arisen ? each.map((one) => ({ ...one, holds: 'yes' as const, needs: [] })) : each),
    );
  }
  if (gate) shown.push(shownAs(gate, days));
  shown.push(...needs.map((each) => shownAs(each, days)));
  for (const { kind, condition } of rule.guards) {
    if (kind === 'if') shown.push(...shownConditions(context, condition, days));
  }
  if (!arisen && shown.every(({ holds }) => holds !== 'no')) {
    for (const each of rule.timing) {
      if (each.kind === 'after event' || each.kind === 'before event')
        shown.push({ words: each.words, holds: 'no', needs: [], counts: [], anyOf: [] });
    }
  }
  return shown;
}

function exceptionsOf({ guards }: CompiledRule, days: Timeline): readonly ShownCondition[] {
  return guards.filter(({ kind }) => kind === 'unless').map(({ condition }) => shownAs(condition, days));
}

function barOf(compiled: CompiledRule, layer: CompiledLayer, days: Timeline): readonly NoticeBar[] {
  if (!isBar(compiled.rule)) return [];
  const standing = standingOf(compiled, layer, days);
  if (standing.kind === 'not applicable' || standing.kind === 'overtaken') return [];
  const stands = standing.kind === 'undetermined' ? 'undetermined' : 'yes';
  return [{ ...barFinding(compiled, layer, days, standing), stands, unless: exceptionsOf(compiled, days) }];
}
