import type { Condition } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { Need } from './needs.ts';
import { unchanging } from './compiled-condition.ts';
import { reasonGiven, today } from './condition-absence.ts';
import { born } from './condition-born.ts';
import { inAdvance } from './condition-ahead.ts';
import { inSchoolHours } from './condition-school-hours.ts';
import { arriving, fact, happened, judged } from './condition-case.ts';
import { asSet } from './condition-as-set.ts';
import { familyIn } from './condition-family.ts';
import { comparison } from './condition-comparison.ts';
import { junction, negation, readings, unlessProved } from './condition-junction.ts';
import { atStage, inPeriod, met, named } from './condition-named.ts';
import { serviceOpen } from './condition-open.ts';
import { complete } from './condition-complete.ts';
import { outcome, reviewed } from './condition-review.ts';
import { clauseOf } from './context.ts';
import { UNKNOWN, YES } from './truth.ts';

/** One condition of a resolved policy → a function that answers for a day, and says what it lacks. */
export function compileCondition(context: CompileContext, condition: Condition): CompiledCondition {
  const { words } = condition;
  const each = (parts: readonly Condition[]) => parts.map((part) => compileCondition(context, part));
  switch (condition.kind) {
    case 'all':
    case 'any':
      return junction(words, condition.kind, each(condition.parts));
    case 'not':
      return negation(words, compileCondition(context, condition.part));
    case 'unless':
      return unlessProved(words, compileCondition(context, condition.part));
    case 'readings':
      return readings(words, condition.what, each(condition.readings));
    case 'compare':
      return comparison(context, condition);
    case 'as set':
      return asSet(context, condition);
    case 'family in':
      return familyIn(condition);
    case 'judged':
      return judged(context, condition);
    case 'fact':
      return fact(context, condition);
    case 'happened':
      if (condition.inSchoolHours) return inSchoolHours(context, condition);
      return condition.ahead ? inAdvance(context, condition) : happened(context, condition);
    case 'named':
      return named(context, condition);
    case 'met':
      return met(context, condition);
    case 'at stage':
      return atStage(context, condition);
    case 'in period':
      return inPeriod(context, condition);
    case 'today':
      return today(words, condition.of);
    case 'reason given':
      return reasonGiven(words);
    case 'everyone':
      return unchanging(words, YES);
    case 'service open':
      return serviceOpen(context, condition);
    case 'complete':
      return complete(context, condition);
    case 'reviewed':
      return reviewed(context, condition);
    case 'outcome':
      return outcome(context, condition);
    case 'arriving':
      return arriving(context, words, condition.bounds);
    case 'born':
      return born(words, condition);
    case 'not stated': {
      const clause = clauseOf(condition.place, context.prefix);
      const need: Need = { kind: 'not stated', what: condition.what, clause };
      return { ...unchanging(words, UNKNOWN), needs: () => [need] };
    }
    case 'comes to':
    case 'found':
    case 'told':
      return unchanging(words, UNKNOWN);
  }
}
