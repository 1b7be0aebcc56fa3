import type { Condition, Measure, Place, Policy, Rule, Threshold } from '../../../resolve/policy.ts';
import type { Quantity } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import type { Limb } from '../../reading/limbs-of-condition.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { listWords, quantityWords, requirementWords, speaker } from '../../value-words.ts';
import { isSaid } from '../../reading/words-said.ts';
import { isOfAuthority } from '../../reading/authority.ts';
import { eachOnce } from '../../reading/each-once.ts';
import { orInWords } from '../in-words/in-words.ts';
import { limbsOfRule } from '../../reading/limbs-of-condition.ts';
import { inLayer } from '../../reading/notice-before.ts';
import { codesCounted } from '../penalty-notices/penalty-limbs.ts';

type Count = Measure & { readonly kind: 'count' };

/** After how many school days of absence the authority is told of a pupil: of absence without leave, or of sickness. */
export const returnsToAuthority: Subject = {
  fields: ['return.attendance_trigger', 'return.sickness_trigger'],
  unsaid: (field) =>
    field === 'return.sickness_trigger'
      ? 'after how many days of sickness it makes a return to the local authority'
      : 'after how many days of absence it makes a return to the local authority',
  claims(question) {
    const { layers, regime } = question;
    const told = layers.flatMap((policy) =>
      tellsAuthority(policy)
        .filter((rule) => clauseHolds(rule.place, regime.day))
        .flatMap((rule) => limbsOfRule(policy, rule).flatMap((limb) => claimsOfLimb(question, limb))),
    );
    const claims = [
      ...layers.flatMap(({ thresholds }) => thresholds.flatMap((each) => notStated(question, each))),
      ...told,
    ];
    return orInWords(question, eachOnce(claims));
  },
};

/** Days that the document leaves to somebody else’s procedures. */
function notStated({ provision, regime }: Question, { title, condition, place }: Threshold): readonly Claim[] {
  if (condition.kind !== 'not stated' || !clauseHolds(place, regime.day) || !isSaid(title, provision.about ?? []))
    return [];
  return [{ part, verdict: 'silent', why: `The document does not state the days of “${title}”.`, place }];
}

const part = 'the days of absence';

const read = new WeakMap<Policy, readonly Rule[]>();

/** Duties to tell the authority something, or to send it something. */
function tellsAuthority(policy: Policy): readonly Rule[] {
  const known = read.get(policy);
  if (known) return known;
  const found = policy.rules.filter(
    (rule) => rule.mode === 'duty' && toldBy(policy, rule).some((name) => isOfAuthority(policy, name)),
  );
  read.set(policy, found);
  return found;
}

/** Who is told: to whom it is said, who is called or asked, and to whom what is sent goes. */
function toldBy(policy: Policy, { act, to }: Rule): readonly string[] {
  const objects = act.kind === 'verb' ? act.objects : [];
  const papers = objects.map((name) => inLayer(policy, name, (layer) => layer.papers)?.found.goesTo ?? []);
  return [...to, ...objects, ...papers.flat()];
}

function claimsOfLimb(question: Question, limb: Limb): readonly Claim[] {
  return limb.flatMap(({ condition, negated, place }) => {
    if (negated || condition.kind !== 'compare') return [];
    const days = daysReached(condition);
    if (!days || !isAbout(question, days.count)) return [];
    const besides = limb.filter((other) => other.condition !== condition).map(narrowing);
    return [
      claimOf(
        question,
        days,
        besides.filter((each) => each !== undefined),
        place,
      ),
    ];
  });
}

interface Days {
  readonly count: Count;
  readonly reached: Quantity;
}

/** The first number of whole days that reaches a count; half days are no unit of the return. */
function daysReached({ measure, comparator, to }: Condition & { readonly kind: 'compare' }): Days | undefined {
  if (measure.kind !== 'count' || to.kind !== 'constant' || !['at least', 'more than'].includes(comparator))
    return undefined;
  if (measure.unit !== 'school days' && measure.unit !== 'days absent') return undefined;
  const number = to.value.numerator / to.value.denominator;
  const reached = comparator === 'at least' ? Math.ceil(number) : Math.floor(number) + 1;
  return { count: measure, reached: { kind: 'quantity', number: reached, unit: 'school days' } };
}

/** A run of days absent without leave; or days, together or apart, of absence for sickness. */
function isAbout({ provision, regime }: Question, count: Count): boolean {
  const meanings = new Set(
    codesCounted(count, regime.codes).map((letter) => regime.codes.find(({ code }) => code === letter)?.meaning),
  );
  if (provision.field === 'return.sickness_trigger')
    return 'codes' in count.of && meanings.size === 1 && meanings.has('authorised absence');
  return count.window.kind === 'in a row' && meanings.has('unauthorised absence');
}

function claimOf(question: Question, days: Days, besides: readonly string[], place: Place): Claim {
  const { provision } = question;
  const left = leftOut(question, days.count);
  const only = [...besides, ...(left.length > 0 ? [`without days of ${listWords(left)}`] : [])];
  const tells = `The local authority is told at ${quantityWords(days.reached)}`;
  if (only.length > 0) {
    const why = `${tells}, but only ${listWords(only)}: whether it is told of the others is not said.`;
    return { part, verdict: 'silent', why, place };
  }
  const ahead = provision.field !== 'return.sickness_trigger' || days.count.withExpected;
  const comparison = compare(provision.relation, provision.value, days.reached);
  const says = `${speaker(provision.level)} has ${requirementWords(provision)}`;
  if (comparison === 'cannot be compared') return { part, verdict: 'silent', why: `${tells}; ${says}.`, place };
  if (comparison === 'meets' && !ahead) {
    const why = `${tells} that were missed; ${says} as soon as so many are to be expected.`;
    return { part, verdict: 'silent', why, place };
  }
  return { part, verdict: comparison, why: `${tells}; ${says}.`, place };
}

/** Codes of absence without leave that a count passes over. */
function leftOut({ provision, regime }: Question, count: Count): readonly string[] {
  if (provision.field === 'return.sickness_trigger') return [];
  const counted = new Set(codesCounted(count, regime.codes));
  return regime.codes
    .filter(({ code, meaning }) => meaning === 'unauthorised absence' && !counted.has(code))
    .map(({ code }) => code);
}

/** What must hold beside the count, in words; what the count itself cannot be without is nothing more. */
function narrowing({ condition, negated }: Limb[number]): string | undefined {
  if (condition.kind === 'today' || condition.kind === 'compare') return undefined;
  return `${negated ? 'without' : 'with'} “${condition.words}”`;
}
