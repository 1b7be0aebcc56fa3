import type { Condition, Place } from '../../../resolve/policy.ts';
import type { Quantity, Value } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import type { Leaf } from '../../reading/leaves.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { unitOfLaw } from '../../unit-meaning.ts';
import { quantityWords, speaker, valueWords } from '../../value-words.ts';
import { conditionsOf, lengthsOf, leavesOf, periodOf } from '../../reading/leaves.ts';
import { penaltyNotices } from './penalty-notices.ts';
import { perClause } from '../../reading/readings.ts';

/**
 * How many penalty notices a parent may be given for one child, and within what time: a bar on issuing another once so many
 * were issued, within so many years of the first or in so many years that roll on. A bar without any time is the stricter.
 */
export const penaltyLimit: Subject = {
  fields: ['pn.max_per_parent_per_child'],
  unsaid: () => 'how many penalty notices a parent may be given for one child',
  claims(question) {
    const notices = new Set(penaltyNotices(question).map(({ policy, notice }) => `${policy.id}.${notice.name}`));
    return question.layers.flatMap((policy) =>
      policy.rules
        .filter(({ mode, act, place }) => {
          const issues = act.kind === 'verb' && act.verb === 'issue';
          return mode === 'bar' && issues && clauseHolds(place, question.regime.day);
        })
        .flatMap((rule) => {
          const leaves = leavesOf(question, policy, rule.place, conditionsOf(rule));
          const counts = leaves.filter(
            (leaf): leaf is CountLeaf =>
              leaf.condition.kind === 'happened' && notices.has(`${leaf.policy.id}.${leaf.condition.event.name}`),
          );
          return perClause(limitsOf(leaves, counts).map((limit) => claimOf(question, rule.place, limit)));
        }),
    );
  },
};

type CountLeaf = Leaf & { readonly condition: Condition & { readonly kind: 'happened' } };

interface Limit {
  readonly most: Quantity;
  /** By what a notice falls within the time: that it was `issued`, or the absence for which it was. */
  readonly by: string | undefined;
}

function limitsOf(leaves: readonly Leaf[], counts: readonly CountLeaf[]): readonly Limit[] {
  const numbers = counts.map(({ condition }) =>
    condition.comparator === 'more than' ? condition.number + 1 : condition.number,
  );
  if (numbers.length === 0) return [];
  const most = { kind: 'quantity', number: Math.min(...numbers), unit: 'penalty notices' } as const;
  const rolling = counts.flatMap(({ condition }): readonly Limit[] => {
    const unit = condition.window?.kind === 'rolling' ? unitOfLaw(condition.window.unit) : undefined;
    if (condition.window?.kind !== 'rolling' || !unit) return [];
    return [
      { most: { ...most, in: { number: condition.window.number, unit, runs: 'rolling' } }, by: condition.event.done },
    ];
  });
  const lengths = leaves.flatMap((leaf) => {
    const period = periodOf(leaf)?.found;
    return period ? lengthsOf(period) : [];
  });
  const fromFirst = lengths.flatMap(({ most: number, unit, event }): readonly Limit[] => {
    const known = unitOfLaw(unit);
    if (event.nth !== 1 || !known) return [];
    return [{ most: { ...most, in: { number, unit: known, runs: 'rolling' } }, by: event.done }];
  });
  const timed = [...rolling, ...fromFirst];
  return timed.length > 0 ? timed : [{ most, by: undefined }];
}

function claimOf({ provision }: Question, place: Place, { most, by }: Limit): Claim {
  const comparison = compare(provision.relation, provision.value, most);
  const says = speaker(provision.level);
  const limit = `A parent is given at most ${limitWords(most)}`;
  const required = limitWords(provision.value);
  if (by !== undefined && by !== 'issued') {
    const why = `${limit}, by the days of the absences and not of the notices; ${says} counts ${required} by their issue.`;
    return { part: 'the limit', verdict: 'silent', why, place };
  }
  if (comparison === 'meets')
    return { part: 'the limit', verdict: 'meets', why: `${limit}, as ${says} has it.`, place };
  const verdict = comparison === 'breaches' ? 'breaches' : 'silent';
  return { part: 'the limit', verdict, why: `${limit}; ${says} allows ${required}.`, place };
}

function limitWords(value: Value): string {
  if (value.kind !== 'quantity') return valueWords(value);
  const { in: within, ...counted } = value;
  const time = within
    ? ` in ${quantityWords({ kind: 'quantity', number: within.number, unit: within.unit })}`
    : ', ever';
  return `${quantityWords(counted)}${time}`;
}
