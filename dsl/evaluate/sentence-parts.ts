import type { ClockTime } from '../../register/clock-time.ts';
import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { Policy, RuleTiming } from '../resolve/policy.ts';
import type { ClockWindow, Party, SentenceParts, ThingName } from './finding.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { fullName } from '../compile/context.ts';
import { inItsLayer } from '../resolve/layers.ts';

const known = new WeakMap<CompiledRule, SentenceParts>();

/** What a sentence says as data: who, what, to and with whom, between which times. Names carry their layer's id. */
export function sentenceParts(compiled: CompiledRule, layer: CompiledLayer): SentenceParts {
  let found = known.get(compiled);
  if (!found) known.set(compiled, (found = partsOf(compiled, layer)));
  return found;
}

function partsOf({ rule }: CompiledRule, layer: CompiledLayer): SentenceParts {
  const named = (names: readonly string[]): readonly ThingName[] => names.map((name) => thingName(layer, name));
  const whom = (kind: WhomTiming['kind']): readonly ThingName[] =>
    named(rule.timing.filter((each): each is WhomTiming => each.kind === kind).flatMap((each) => each.names));
  const { act } = rule;
  return {
    party: partyOf(layer.policy, rule.subject),
    subject: named(rule.subject),
    act:
      act.kind === 'verb'
        ? { verb: act.verb, objects: named(act.objects), join: act.join }
        : { verb: null, objects: named(act.texts), join: 'all' },
    to: named(rule.to),
    by: whom('by whom'),
    with: whom('with whom'),
    from: whom('from whom'),
    for: whom('for whom'),
    about: named(rule.about),
    window: clockWindow(rule.timing),
  };
}

/** Of what is no sentence: nobody and nothing. */
export const plainParts: SentenceParts = {
  party: 'school',
  subject: [],
  act: { verb: null, objects: [], join: 'all' },
  to: [],
  by: [],
  with: [],
  from: [],
  for: [],
  about: [],
  window: null,
};

/** Where several are named together, and one is of the school, it is the school’s. */
function partyOf(policy: Policy, subject: readonly string[]): Party {
  const parties = subject.map((name) => partyNamed(policy, name));
  if (parties.length === 0 || parties.includes('school')) return 'school';
  return parties.includes('family') ? 'family' : 'outside';
}

const families: ReadonlySet<string> = new Set(['pupil', 'pupils', 'parent', 'parents', 'family', 'home', 'adult']);

function partyNamed(policy: Policy, name: string): Party {
  if (name === 'local-authority') return 'outside';
  if (families.has(name)) return 'family';
  const { policy: layer, name: own } = inItsLayer(policy, name);
  if (layer.services.some((service) => service.name === own)) return 'outside';
  const role = layer.roles.find((each) => each.name === own);
  if (role?.adults) return 'family';
  return role?.outside ? 'outside' : 'school';
}

type WhomTiming = Extract<RuleTiming, { readonly names: readonly string[] }>;

/** A name as a finding gives it: words in quotes are their own title. */
export function thingName(layer: CompiledLayer, name: string): ThingName {
  let known = namesOf.get(layer);
  if (!known) namesOf.set(layer, (known = new Map()));
  let found = known.get(name);
  if (!found) known.set(name, (found = newName(layer, name)));
  return found;
}

const namesOf = new WeakMap<CompiledLayer, Map<string, ThingName>>();

function newName(layer: CompiledLayer, name: string): ThingName {
  if (/[^a-z0-9.-]/.test(name)) {
    const title = name.replaceAll(/[“”]/g, '');
    return { id: title, title };
  }
  return { id: fullName(layer.context, name), title: titleIn(layer.policy, name) };
}

function titleIn(policy: Policy, name: string): string {
  const { policy: layer, name: own } = inItsLayer(policy, name);
  if (layer !== policy) return titleIn(layer, own);
  const [first, ...rest] = name.split('.');
  const ladder = policy.ladders.find((each) => each.name === first);
  const stage = ladder?.stages.find((each) => each.name === rest.join('.'));
  const named = [
    [...policy.roles, ...policy.services, ...policy.papers, ...policy.judgements, ...policy.facts],
    [...policy.thresholds, ...policy.periods, ...policy.ladders, ...policy.bands, ...policy.rewards],
  ].flat();
  return stage?.title ?? named.find((thing) => thing.name === name)?.title ?? name.replaceAll('-', ' ');
}

/** `between 09:10 and 09:40`, `before 09:00`, `after 09:30`: one end where only one is printed. */
function clockWindow(timing: readonly RuleTiming[]): ClockWindow | null {
  let from: ClockTime | undefined;
  let to: ClockTime | undefined;
  for (const each of timing) {
    if (each.kind === 'between times') [from, to] = [each.from, each.until];
    else if (each.kind === 'by time' || each.kind === 'before time') to = each.time;
    else if (each.kind === 'after time') from = each.time;
    else if (each.kind === 'at time') from = to = each.time;
  }
  const words = (time: ClockTime | undefined): string | null => (time === undefined ? null : formatClockTime(time));
  return from === undefined && to === undefined ? null : { from: words(from), to: words(to) };
}
