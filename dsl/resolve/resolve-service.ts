import type { Detail, ServiceDeclaration } from '../syntax/tree.ts';
import type { OpeningHours, Service } from './policy.ts';
import type { Scope } from './scope.ts';
import { resolveCondition, resolveGuard } from './resolve-condition.ts';
import { named } from './resolve-declarations.ts';

/** Whom to ring or refer to: numbers, opening hours, ages, and whom else it is for. */
export function resolveService(scope: Scope, item: ServiceDeclaration): Service {
  const details = item.body.filter((each): each is Detail => each.kind === 'detail');
  return {
    ...named(scope, item),
    telephone: details.flatMap((each) => (each.word === 'telephone' ? each.texts.map((text) => text.text) : [])),
    hours: details.flatMap((each) => (each.word === 'open' ? hoursOf(scope, each) : [])),
    ages: details.flatMap((each) =>
      each.ages ? [{ ...each.ages, guard: each.guard && resolveGuard(scope, each.guard) }] : [],
    ),
    serves: details.flatMap((each) =>
      each.word === 'serves' && each.test ? [resolveCondition(scope, each.test)] : [],
    ),
  };
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function hoursOf(scope: Scope, detail: Detail): readonly OpeningHours[] {
  const days = detail.texts.map((text) => {
    const day = weekdays.indexOf(text.text.toLowerCase()) + 1;
    if (day === 0) scope.report('unknown-name', text.span, [text.text, 'day of the week', '']);
    return day;
  });
  const [from, to = from] = days;
  if (!from || !to || !detail.range) return [];
  const { from: opens, until: closes, notBankHolidays } = detail.range;
  return [{ from, to, opens, closes, notBankHolidays }];
}
