import type { CompiledLayer, CompiledPolicy, CompiledRule } from '../compile/compiled-policy.ts';
import type { About, Event, Paper, PaperKind, Policy } from '../resolve/policy.ts';
import type { Clause } from './finding.ts';
import { clauseOf, fullName } from '../compile/context.ts';
import { actKey } from '../compile/timeline.ts';
import { settlingEvents } from './acts-done.ts';
import { eventsIn } from './events-in.ts';
import { pastOf } from './past-words.ts';

/**
 * Something that people may write down about a pupil or a school under a policy: an act, or an answer to a question that
 * the policy makes someone judge. Its day is always needed, its time never.
 */
export interface PolicyEvent {
  readonly kind: 'act' | 'judgement';
  /** Of whom it is written down: of a pupil, a school on its own, the schools together. */
  readonly of: readonly About[];
  /** As the case log keeps it: `stage-1-letter`, `halton.ews-referral`, the id of a rule, a judgement. */
  readonly name: string;
  /** What became of it: `sent`; null for a judgement, which is answered with yes or no. */
  readonly done: string | null;
  /** `Stage 1 letter sent`; for a judgement its question. */
  readonly title: string;
  /** Ways in which a person would say it: `stage 1 letter sent`, `called parents`. */
  readonly says: readonly string[];
  /** Words that by themselves say that it was done: `called`, `visited`. */
  readonly past: readonly string[];
  readonly needs: {
    /** First and last day of what it is about: a leave asked for must say, an exclusion may. */
    readonly about: 'must' | 'may' | 'no';
    /** What a paper or a checklist includes, each of which may be seen or not. */
    readonly items: readonly string[];
    /** Whether it is about a morning or an afternoon, where that is known. */
    readonly half: boolean;
    /** Which parent it concerns: must be said of a paper that is counted for each, may be of any other notice. */
    readonly adult: 'must' | 'may' | 'no';
    /** The lengths that may be chosen, where one is: more than one where the policy has two readings. Empty otherwise. */
    readonly lasting: readonly { readonly least: number; readonly most: number; readonly unit: string }[];
    /** Whether what it is for matters: leave asked for and decided. */
    readonly purpose: boolean;
  };
  /** The duties that it settles, by the ids of their rules. */
  readonly settles: readonly string[];
  /** Whether anything that the policy says turns on it. */
  readonly matters: boolean;
  /** Who judges, by the name of the role. */
  readonly by: string | null;
  readonly clause: Clause | null;
}

/**
 * All that can be written down under a policy and the layers above it: every event that a condition, a deadline or a
 * period names, every act that settles a duty, what commonly becomes of each of its papers, its judgements, the contacts
 * that every school makes, and that the policy was reviewed. Each stands once, the policy's own before those of its layers.
 */
export function policyEvents({ layers }: CompiledPolicy): readonly PolicyEvent[] {
  const found = new Map<string, PolicyEvent>();
  const add = (event: PolicyEvent): void => {
    const key = event.done === null ? event.name : actKey(event.name, event.done);
    const known = found.get(key);
    if (!known) found.set(key, event);
    else found.set(key, merged(known, event));
  };
  for (const layer of layers) {
    for (const judgement of layer.policy.judgements) {
      const clause = clauseOf(judgement.place, layer.prefix);
      const { title, by = null } = judgement;
      const name = `${layer.prefix}${judgement.name}`;
      const says = [judgement.name.replaceAll('-', ' '), title];
      const none = { past: [], needs: noNeeds, settles: [], matters: true } as const;
      add({ kind: 'judgement', of: ['pupil'], name, done: null, title, says, ...none, by, clause });
    }
    for (const about of ['pupil', 'each school', 'the schools together'] as const) {
      const named = eventsIn(partOf(layer.policy, about)).filter((event) => !isDerived(layer, event));
      for (const event of named) add(actOf(layer, event, true, about));
    }
    for (const event of chosenPeriods(layer)) add(actOf(layer, event, true));
    for (const rule of layer.rules) for (const event of settling(layer, rule)) add(event);
    for (const paper of layer.policy.papers) {
      const isNamed = [...found.values()].some(({ name }) => name === `${layer.prefix}${paper.name}`);
      const { otherwise, always } = commonly[paper.paper];
      for (const done of isNamed ? always : [...otherwise, ...always]) {
        add(actOf(layer, { name: paper.name, done, words: '' }, false, paper.of));
      }
      // A checklist is complete once all that it includes was seen.
      if (itemsOf(paper).length > 0) add(actOf(layer, { name: paper.name, done: 'seen', words: '' }, true, paper.of));
    }
    if (layer.policy.reviewDue) add(policyReviewed(layer, layers[0] === layer));
  }
  const last = layers[0];
  if (last) for (const event of contacts) add(actOf(last, event, false));
  return [...found.values()];
}

/** What a policy says of pupils, or of schools; what it declares apart from both counts as of pupils. */
function partOf(policy: Policy, of: About): Pick<Policy, 'rules'> {
  const rules = policy.rules.filter((rule) => rule.of === of);
  return of === 'pupil' ? { ...policy, rules } : { rules };
}

/** How long a period is, where the policy gives a range. */
function chosenPeriods({ policy }: CompiledLayer): readonly Event[] {
  const ranged = policy.periods.filter(({ stretches }) =>
    stretches.some((each) => 'least' in each && each.least < each.most),
  );
  return ranged.map(({ name, title }) => ({ name, done: 'chosen', words: `${title} chosen` }));
}

/** Asked of the school whose policy it is; of a layer above, of the schools under it together. */
function policyReviewed({ policy, prefix }: CompiledLayer, isOwn: boolean): PolicyEvent {
  const { reviewDue, title, place } = policy;
  return {
    kind: 'act',
    of: [isOwn ? 'each school' : 'the schools together'],
    name: `${prefix}policy`,
    done: 'reviewed',
    title: `${title} reviewed`,
    says: ['policy reviewed', 'reviewed the policy', `${title} reviewed`],
    past: [],
    needs: noNeeds,
    settles: [`${prefix}policy-review`],
    matters: true,
    by: null,
    clause: clauseOf({ ...place, id: 'policy-review', cite: reviewDue!.cite, span: reviewDue!.span }, prefix),
  };
}

const noNeeds: PolicyEvent['needs'] = {
  about: 'no',
  items: [],
  half: false,
  adult: 'no',
  lasting: [],
  purpose: false,
};

/** What becomes of a paper of each kind: where its policy says nothing of it, and in every case. */
const commonly: Readonly<
  Record<PaperKind, { readonly otherwise: readonly string[]; readonly always: readonly string[] }>
> = {
  letter: { otherwise: ['sent'], always: [] },
  notice: { otherwise: ['issued'], always: [] },
  plan: { otherwise: ['agreed'], always: [] },
  contract: { otherwise: ['agreed'], always: ['refused'] },
  order: { otherwise: ['made'], always: [] },
  referral: { otherwise: ['made'], always: ['accepted'] },
  return: { otherwise: ['made'], always: [] },
  report: { otherwise: ['made'], always: [] },
  meeting: { otherwise: ['held'], always: ['missed'] },
  reason: { otherwise: [], always: ['given'] },
  leave: { otherwise: [], always: ['asked', 'granted', 'refused', 'taken'] },
};

/** Every school keeps a note of whom it reached. */
const contacts: readonly Event[] = [
  { name: 'call', done: 'made', words: 'call made' },
  { name: 'contact', done: 'made', words: 'contact made' },
  { name: 'home-visit', done: 'made', words: 'home visit made' },
];

/** What people say of a contact, beside its name. */
const saidOfContacts: Readonly<Record<string, { readonly says: readonly string[]; readonly past: readonly string[] }>> =
  {
    'call made': { says: ['called parents'], past: ['called'] },
    'contact made': { says: ['contacted parents', 'reached parents'], past: ['contacted', 'reached'] },
    'home-visit made': { says: ['visited home'], past: ['visited'] },
  };

function actOf(layer: CompiledLayer, event: Event, matters: boolean, of: About = 'pupil'): PolicyEvent {
  const { name, done = '' } = event;
  const paper = layer.policy.papers.find((each) => each.name === name);
  const review = layer.policy.reviews.find((each) => each.of === 'review' && each.name === name);
  const place = (paper ?? review)?.place;
  const thing = titleOf(layer, name);
  const contact = saidOfContacts[actKey(name, done)];
  const alias = detailsOf(paper, 'also called').map((text) => `${text} ${done}`);
  return {
    kind: 'act',
    of: [of],
    name: fullName(layer.context, name),
    done,
    title: `${thing} ${done}`,
    says: [`${name.replaceAll('-', ' ')} ${done}`, `${thing} ${done}`, ...alias, ...(contact?.says ?? [])],
    past: contact?.past ?? [],
    needs: {
      about: review && done === 'agreed' ? 'must' : aboutOf(paper, done),
      items: itemsOf(paper),
      half: ofSessions.has(name),
      ...concerning(layer, paper, event),
    },
    // Held, a review is no longer to be held.
    settles: review && done === 'held' ? [`${layer.prefix}${name}.hold`] : [],
    matters,
    by: null,
    clause: place ? clauseOf(place, layer.prefix) : null,
  };
}

/** Whom it concerns, how long it lasts and what it is for, where one of these is told of it. */
function concerning(
  { policy }: CompiledLayer,
  paper: Paper | undefined,
  { name, done = '' }: Event,
): Pick<PolicyEvent['needs'], 'adult' | 'lasting' | 'purpose'> {
  const stretches = done === 'chosen' ? (policy.periods.find((each) => each.name === name)?.stretches ?? []) : [];
  const lasting = stretches.flatMap((each) =>
    'least' in each ? [{ least: each.least, most: each.most, unit: each.unit }] : [],
  );
  // A checklist is seen, a notice is decided on, before it is anyone's.
  const isOfOne = paper?.paper === 'notice' && !ofAll.has(done);
  return {
    adult: lasting.length > 0 ? 'may' : !isOfOne ? 'no' : paper.perParent ? 'must' : 'may',
    lasting,
    purpose: paper?.paper === 'leave' && done !== 'seen',
  };
}

/** What is done about a notice before it is issued to anyone. */
const ofAll: ReadonlySet<string> = new Set([
  'seen',
  'considered',
  'decided',
  'asked',
  'requested',
  'offered',
  'complete',
]);

/** The title of whatever has the name; a name that is declared nowhere is spoken as it is written. */
function titleOf({ policy }: CompiledLayer, name: string): string {
  const declared = [
    policy.papers,
    policy.reviews,
    policy.services,
    policy.roles,
    policy.periods,
    policy.thresholds,
    policy.facts,
  ];
  for (const each of declared) {
    const found = each.find((one) => one.name === name);
    if (found) return found.title;
  }
  return name.replaceAll('-', ' ');
}

/** What happens in a session, or to one. */
const ofSessions: ReadonlySet<string> = new Set(['absence', 'arrival']);

function aboutOf(paper: Paper | undefined, done: string): 'must' | 'may' | 'no' {
  if (done === 'chosen' || done === 'expected') return 'must';
  if (paper?.paper === 'leave') return done === 'asked' || done === 'taken' ? 'must' : 'may';
  // Which absences a notice is for, where they are counted by.
  if (paper?.paper === 'notice' && done === 'issued') return paper.lookBack.length > 0 ? 'may' : 'no';
  return done === 'started' || done === 'taken' || done === 'given' ? 'may' : 'no';
}

function itemsOf(paper: Paper | undefined): readonly string[] {
  return detailsOf(paper, 'includes');
}

function detailsOf(paper: Paper | undefined, wanted: Paper['details'][number]['word']): readonly string[] {
  return (paper?.details ?? []).filter(({ word }) => word === wanted).flatMap(({ texts }) => texts);
}

/** Absences, periods and thresholds begin, end and are met by the register and the calendar: nobody writes that down. */
function isDerived({ policy }: CompiledLayer, { name, done }: Event): boolean {
  if (name === 'absence' || policy.periods.some((period) => period.name === name)) {
    return done === 'started' || done === 'ended';
  }
  if (done === 'incurred' && policy.papers.some((paper) => paper.name === name && paper.paper === 'notice'))
    return true;
  return done === 'met' && policy.thresholds.some((threshold) => threshold.name === name);
}

/** The acts that settle what a sentence asks; where there are none, the sentence itself is logged as done. */
function settling(layer: CompiledLayer, { rule, name }: CompiledRule): readonly PolicyEvent[] {
  if (rule.mode === 'bar' || rule.mode === 'presumption') return [];
  const { act } = rule;
  // What is reported, and is no paper, is not made; what is put in quotes has no name to log it by.
  const events = settlingEvents(rule).filter(
    (event) =>
      !event.name.startsWith('“') &&
      (event.done !== 'made' || event.name in contactNames || isPaper(layer, event.name)),
  );
  if (act.kind === 'verb' && events.length > 0) {
    const past = pastOf(act.verb);
    return events.map((event) => {
      const said = { ...actOf(layer, event, true, rule.of), settles: [name] };
      const objects = act.objects.map((object) => titleOf(layer, object)).join(', ');
      return event.name in contactNames ? said : { ...said, says: [...said.says, `${past} ${objects}`] };
    });
  }
  const says = act.kind === 'words' ? act.texts : [`${pastOf(act.verb)} ${act.objects.join(' ').replaceAll('-', ' ')}`];
  return [
    {
      kind: 'act',
      of: [rule.of],
      name,
      done: 'done',
      title: `${rule.words}: done`,
      says: [...says, rule.words],
      past: act.kind === 'verb' ? [pastOf(act.verb)] : [],
      needs: noNeeds,
      settles: [name],
      matters: true,
      by: null,
      clause: clauseOf(rule.place, layer.prefix),
    },
  ];
}

function isPaper({ policy }: CompiledLayer, name: string): boolean {
  return policy.papers.some((paper) => paper.name === name);
}

const contactNames: Readonly<Record<string, true>> = { call: true, contact: true, 'home-visit': true };

function merged(known: PolicyEvent, again: PolicyEvent): PolicyEvent {
  return {
    ...known,
    of: [...new Set([...known.of, ...again.of])],
    says: [...new Set([...known.says, ...again.says])],
    past: [...new Set([...known.past, ...again.past])],
    settles: [...new Set([...known.settles, ...again.settles])],
    matters: known.matters || again.matters,
    clause: known.clause ?? again.clause,
  };
}
