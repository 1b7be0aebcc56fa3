import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type * as n from '../syntax/tree.ts';
import type * as p from './policy.ts';
import type { Context } from './resolve-rules.ts';
import { kindOf, schoolKindOf } from './school-kind.ts';
import type { Scope } from './scope.ts';
import type { PolicySymbol, SymbolTable } from './symbols.ts';
import { diagnostic } from '../text/report.ts';
import { spanOf } from '../text/span.ts';
import { resolveCondition } from './resolve-condition.ts';
import {
  attention,
  bands,
  contradiction,
  halfDay,
  named,
  namedMeasure,
  namedTime,
  rewardTo,
  role,
  stretch,
  threshold,
} from './resolve-declarations.ts';
import { departure } from './departure.ts';
import { resolveTold } from './resolve-told.ts';
import { resolveLadder } from './resolve-ladder.ts';
import { resolvePaper } from './resolve-paper.ts';
import { partyNames } from './parties.ts';
import { resolveService } from './resolve-service.ts';
import { movesOutside } from './resolve-moves.ts';
import { resolveMeeting, resolveReview } from './resolve-review.ts';
import { forSchools, inBlock, inReview, isSentence, resolveRule, topLevel } from './resolve-rules.ts';
import { circles, circlesIn, measuresNamed } from './circles.ts';
import { checkNotYet } from './not-yet.ts';
import { checkDates } from './tree-dates.ts';
import { checkUnit } from './units.ts';
import { insidePaper, placeOf, scopeOf } from './scope.ts';
import { spaced } from './symbols.ts';
import { wordsOf } from './words.ts';

export interface Resolved {
  readonly policy: p.Policy;
  /** Symbols, the layers' among them, that something in the file refers to. */
  readonly used: ReadonlySet<PolicySymbol>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Binds the names and settles the units of one file, under layers already resolved. */
export function resolve(
  file: n.PolicyFile,
  table: SymbolTable,
  under: readonly p.Policy[],
  rulebook: Rulebook,
): Resolved {
  const diagnostics: Diagnostic[] = [];
  const headers = file.items.filter((item): item is n.Header => item.kind === 'header');
  const header = headers[0];
  const scope = scopeOf(file.source, table, rulebook, diagnostics);
  reportHeaders(file, headers, diagnostics);
  for (const { again, first } of table.duplicates) {
    const related = [{ message: 'the first stands here', source: file.source, span: first.node.name.span }];
    scope.report('duplicate-name', again.node.name.span, [again.name, first.kind], { related });
  }
  for (const symbol of table.own.values()) {
    if (/^(not|no)-/.test(symbol.name)) scope.report('not-a-name', symbol.node.name.span, [symbol.name]);
  }
  if (file.items.some((item) => item.kind === 'attention')) scope.rules.add('attention');
  if (header?.body.some((item) => item.kind === 'detail' && item.word === 'review due'))
    scope.rules.add('policy-review');
  checkDates(scope, file);
  checkNotYet(scope, file, under);
  const items = [...file.items, ...file.items.flatMap((item) => (item.kind === 'broken' ? item.body : []))];
  const policy = assemble(scope, header, items, under);
  const measures = [...table.own.values()].flatMap(({ node }) => (node.kind === 'measure' ? [node] : []));
  for (const name of [...circles(policy), ...circlesIn(measuresNamed(measures))]) {
    const symbol = table.own.get(name);
    if (symbol) scope.report('refers-to-itself', symbol.node.name.span, [name]);
  }
  return { policy, used: scope.used, diagnostics };
}

function reportHeaders(file: n.PolicyFile, headers: readonly n.Header[], diagnostics: Diagnostic[]): void {
  const broken = file.items.some((item) => item.kind === 'broken') || file.doubtfulNames.size > 0;
  if (headers.length === 0 && !broken) diagnostics.push(diagnostic('no-policy', file.source, spanOf(0, 0), []));
  for (const second of headers.slice(1))
    diagnostics.push(diagnostic('two-policies', file.source, second.name.span, []));
}

function assemble(
  scope: Scope,
  header: n.Header | undefined,
  items: readonly n.Item[],
  under: readonly p.Policy[],
): p.Policy {
  const rules: p.Rule[] = [];
  const reviews: p.Review[] = [];
  const rulesIn = (inside: readonly n.Item[], context: Context): readonly p.Rule[] => {
    const found: p.Rule[] = [];
    const own = insidePaper(scope, context.paper);
    for (const item of inside) {
      if (isSentence(item)) found.push(resolveRule(own, item, context));
      else if (item.kind === 'when' || item.kind === 'while' || item.kind === 'where') {
        found.push(...rulesIn(item.body, inBlock(own, item, context)));
      } else if (item.kind === 'for schools') {
        found.push(...rulesIn(item.body, forSchools(own, item)));
      } else if (item.kind === 'review') {
        reviews.push(resolveReview(own, item, context));
        // A block of its own in a review (`when … missed`) does not wait for the review to be held.
        const blocks = item.body.filter((each) => each.kind === 'when' || each.kind === 'while');
        const rest = item.body.filter((each) => each.kind !== 'when' && each.kind !== 'while');
        found.push(...rulesIn(blocks, context), ...rulesIn(rest, inReview(own, item, context)));
      } else if (item.kind === 'outcome') {
        found.push(...rulesIn(item.body, inReview(own, item, context)));
      } else if ('body' in item && item.kind !== 'stage' && item.kind !== 'paper' && item.kind !== 'ladder') {
        found.push(...rulesIn(item.body, context));
      }
    }
    return found;
  };
  // Tests, measures, judgements and periods may stand in the stage or paper that they belong to.
  const homes = new Map<n.Item, string>();
  const anywhere = (inside: readonly n.Item[], paper?: string): readonly n.Item[] =>
    inside.flatMap((item) => {
      if (paper !== undefined) homes.set(item, paper);
      if (!homeKinds.has(item.kind) || !('body' in item)) return [item];
      return [item, ...anywhere(item.body, item.kind === 'paper' ? item.name.name : paper)];
    });
  const every = anywhere(items);
  const home = (item: n.Item): Scope => insidePaper(scope, homes.get(item));
  const within = <Kind extends n.ItemKind>(...kinds: readonly Kind[]): readonly Extract<n.Item, { kind: Kind }>[] =>
    every.filter((item): item is Extract<n.Item, { kind: Kind }> => (kinds as readonly string[]).includes(item.kind));
  const of = <Kind extends n.ItemKind>(...kinds: readonly Kind[]): readonly Extract<n.Item, { kind: Kind }>[] =>
    items.filter((item): item is Extract<n.Item, { kind: Kind }> => (kinds as readonly string[]).includes(item.kind));

  const ladders = of('ladder').map((item) => {
    const { ladder, rules: inside } = resolveLadder(scope, item, rulesIn);
    rules.push(...inside);
    return ladder;
  });
  const outside = movesOutside(scope, items);
  const papers = papersIn(items).map(({ item, about }) => {
    const place = placeOf(scope, item.name.name, item.span, item.marks);
    const context = { ...topLevel, of: about, paper: item.name.name, place };
    rules.push(...rulesIn(item.body, context));
    reviews.push(...resolveMeeting(insidePaper(scope, item.name.name), item, context));
    return resolvePaper(insidePaper(scope, item.name.name), item, about);
  });
  rules.push(...rulesIn(of('sentence', 'when', 'while', 'where', 'for schools', 'broken'), topLevel));
  const days = of('school day');
  const head = headerOf(scope, header);
  return {
    ...head,
    under,
    times: days.flatMap((day) => day.body.flatMap((item) => (item.kind === 'time' ? [namedTime(scope, item)] : []))),
    halfDays: days.flatMap((day) =>
      day.body.flatMap((item) => (item.kind === 'half day' ? [halfDay(scope, item)] : [])),
    ),
    roles: of('role').map((item) => role(scope, item)),
    judgements: within('judgement').map((item) => ({
      ...named(scope, item),
      by: item.by && partyNames(scope, item.by)[0],
      about: item.about?.name,
    })),
    facts: within('fact').map((item) => ({
      ...named(scope, item),
      of: item.of.name === 'school' ? 'school' : 'pupil',
    })),
    measures: within('measure').flatMap((item) => namedMeasure(home(item), item)),
    thresholds: within('threshold', 'group').map((item) => threshold(home(item), item)),
    periods: within('period').map((item) => ({
      ...named(scope, item),
      stretches: item.stretches.map((each) => stretch(home(item), each)),
    })),
    papers,
    reviews,
    services: of('service').map((item) => resolveService(scope, item)),
    ladders: ladders.map((ladder) => ({ ...ladder, moves: outside.get(ladder.name) ?? [] })),
    bands: of('bands').map((item) => bands(scope, item)),
    rewards: of('reward').map((item) => {
      checkUnit(scope, item.each, item.span, 'cadence');
      return { ...named(scope, item), each: item.each, to: rewardTo(scope, item) };
    }),
    attention: of('attention').map((item) => attention(scope, item)),
    departures: of('departure').flatMap((item) => departure(scope, item, kindOf({ ...head, under })?.is)),
    contradictions: of('contradiction').map((item) => contradiction(scope, item)),
    notes: of('note').map((item) => ({ text: item.text.text, place: placeOf(scope, 'note', item.span, item.marks) })),
    examples: of('example').map((item) => example(scope, item)),
    rules,
  };
}

/** Whose body tests, judgements and papers may stand in. */
const homeKinds: ReadonlySet<n.ItemKind> = new Set(['stage', 'paper', 'ladder', 'for schools']);

function papersIn(items: readonly n.Item[]): readonly { readonly item: n.Paper; readonly about: p.About }[] {
  return items.flatMap((item): readonly { readonly item: n.Paper; readonly about: p.About }[] => {
    if (item.kind === 'paper') return [{ item, about: 'pupil' }];
    if (item.kind !== 'for schools') return [];
    return item.body.flatMap((each) => (each.kind === 'paper' ? [{ item: each, about: item.of }] : []));
  });
}

function headerOf(
  scope: Scope,
  header: n.Header | undefined,
): Pick<p.Policy, 'id' | 'title' | 'level' | 'source' | 'place' | 'inForce' | 'reviewDue' | 'kind' | 'phases'> {
  const dates = header?.marks.find((mark) => mark.kind === 'in force');
  const inForce = dates?.kind === 'in force' ? { from: dates.from, to: dates.to } : { from: undefined, to: undefined };
  for (const item of header?.body ?? []) {
    if (item.kind === 'detail' && item.word === 'school in' && item.texts[0]?.text !== 'England') {
      scope.report('not-england', item.span, [item.texts[0]?.text ?? '?']);
    }
  }
  const review = header?.body.find((item) => item.kind === 'detail' && item.word === 'review due');
  return {
    id: scope.policy,
    title: header?.title?.text ?? spaced(scope.policy),
    level: header?.level ?? 'policy',
    source: scope.source,
    place: placeOf(scope, scope.policy, header?.span ?? spanOf(0, 0), header?.marks ?? []),
    inForce,
    ...schoolKindOf(scope, header),
    reviewDue:
      review?.kind === 'detail' && review.day ? { ...review.day, span: review.span, cite: citeOf(review) } : undefined,
  };
}

function citeOf({ marks }: n.Item): string | undefined {
  const cite = marks.find((mark) => mark.kind === 'cite');
  return cite && 'text' in cite ? cite.text : undefined;
}

function example(scope: Scope, item: n.ExampleItem): p.Example {
  const supposed = item.body.filter((each): each is n.SupposeItem => each.kind === 'suppose');
  const expected = item.body.flatMap((each) =>
    each.kind === 'expect'
      ? [
          {
            condition: each.test.kind === 'told' ? resolveTold(scope, each.test) : resolveCondition(scope, each.test),
            on: each.on,
            at: each.at,
            adult: each.adult?.name,
            words: wordsOf(scope, each.test.span),
            span: each.span,
          },
        ]
      : [],
  );
  return { title: item.title.text, place: placeOf(scope, 'example', item.span, item.marks), supposed, expected };
}
