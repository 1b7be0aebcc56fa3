import type { Day } from '../../register/day.ts';
import type { Policy } from '../resolve/policy.ts';
import type { Regime } from '../rulebook/regime.ts';
import type { Provision } from '../rulebook/rulebook.ts';
import type { PolicyDates } from './dates-in.ts';
import type { Claim, Question, Subject } from './subject.ts';
import { datesIn } from './dates-in.ts';
import { onceADay } from './once-a-day.ts';

/**
 * What a subject finds in a policy for a provision: worked out once for all days on which the same clauses hold and the codes
 * and the Regulations on registers are the same, as a policy is mostly asked of its own first day and of today. What is
 * compared over registers turns on the day itself, and on other provisions.
 */
export function claimsOf(subject: Subject, question: Question): readonly Claim[] {
  if (subject.tests) return subject.claims(question);
  const kept = keptFor(question);
  let claims = kept.get(question.provision);
  if (!claims) kept.set(question.provision, (claims = subject.claims(question)));
  return claims;
}

interface Kept {
  readonly regime: Regime;
  readonly claims: WeakMap<Provision, readonly Claim[]>;
}

const keptByPolicy = new WeakMap<Policy, Kept[]>();

const keptFor = onceADay(({ policy, layers, regime }): Kept['claims'] => {
  let all = keptByPolicy.get(policy);
  if (!all) keptByPolicy.set(policy, (all = []));
  const found = all.find(
    (each) => isReadAlike(each.regime, regime) && !turnsBetween(layers, each.regime.day, regime.day),
  );
  if (found) return found.claims;
  const claims: Kept['claims'] = new WeakMap();
  if (all.length >= mostKept) all.length = 0;
  all.push({ regime, claims });
  return claims;
});

const mostKept = 10;

function isReadAlike({ codes, period }: Regime, other: Regime): boolean {
  return (
    period?.registers.title === other.period?.registers.title &&
    codes.length === other.codes.length &&
    codes.every((code, index) => code === other.codes[index])
  );
}

/** Whether anything of a policy or of a layer above it begins to hold, or has ended, after the earlier day up to the later. */
function turnsBetween(layers: readonly Policy[], day: Day, other: Day): boolean {
  const [earlier, later] = [Math.min(day, other), Math.max(day, other)];
  return layers.some((layer) =>
    datesOf(layer).some(
      ({ from, to }) =>
        (from !== undefined && from > earlier && from <= later) || (to !== undefined && to >= earlier && to < later),
    ),
  );
}

function datesOf(policy: Policy): readonly PolicyDates[] {
  let known = dates.get(policy);
  if (!known) dates.set(policy, (known = datesIn(policy)));
  return known;
}

const dates = new WeakMap<Policy, readonly PolicyDates[]>();
