import type { DayOfYear, Period, Stretch } from '../../../resolve/policy.ts';
import type { ListItem, Provision } from '../../../rulebook/rulebook.ts';
import type { Comparison } from '../../relations.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { addDays, dayOf, monthNames, partsOf } from '../../../../register/day.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { listWords, speaker } from '../../value-words.ts';
import { orInWords } from '../in-words/in-words.ts';

/** From when a child is of compulsory school age: a period from a birthday, whose title says school age; else words. */
export const compulsoryAge: Subject = {
  fields: ['csa.start'],
  unsaid: () => 'from when a child is of compulsory school age',
  claims(question) {
    const found = question.layers.flatMap(({ periods }) =>
      periods.flatMap((period): readonly Claim[] => {
        if (!/\bschool age\b/i.test(period.title) || !clauseHolds(period.place, question.regime.day)) return [];
        return startsOf(period).map((start) => claimOf(question, period, start));
      }),
    );
    return orInWords(question, found);
  },
};

type Start = Extract<Stretch, { kind: 'from birthday' }>;

function startsOf({ stretches }: Period): readonly Start[] {
  return stretches.filter((stretch) => stretch.kind === 'from birthday');
}

function claimOf({ provision }: Question, { place }: Period, start: Start): Claim {
  const days = daysOf(start);
  const says = `By this clause the age begins with the first ${days.join(' or ')} ${birthdayOf(start)}.`;
  const claim = { part: 'the first day', place };
  if (start.first === 'terms' && comparedByDaysAfter(provision, start) === 'meets')
    return { ...claim, verdict: 'silent', why: `${says} ${twoReadings(provision)}` };
  const verdict = comparedTo(provision, [...days, birthdayOf(start)]);
  return {
    ...claim,
    verdict: verdict === 'cannot be compared' ? 'silent' : verdict,
    why: `${says} By ${speaker(provision.level)}: ${provision.title}.`,
  };
}

function comparedTo({ relation, value }: Provision, names: readonly string[]): Comparison {
  const items: readonly ListItem[] = names.map((name) => ({ name, said: [] }));
  return compare(relation, value, { kind: 'list', items });
}

/**
 * Terms that begin on the days after the prescribed ones: the first of them after a birthday is the day after the first
 * prescribed day on or after it. The first on or after a birthday is a whole term early for a birthday on its first day.
 */
function comparedByDaysAfter(provision: Provision, { orOn, birthday }: Start): Comparison {
  if (orOn) return 'breaches';
  return comparedTo(provision, [...prescribedDays(provision).map(dayWords), birthdayOf({ orOn: true, birthday })]);
}

function twoReadings(provision: Provision): string {
  const opening = listWords(prescribedDays(provision).map(dayAfter).map(dayWords));
  return `By terms that begin on ${opening}, each on the day after one that ${speaker(provision.level)} names, it is the same term. By terms that open later, as a school’s own do, a child whose birthday falls between such a day and the opening would be of that age a term early. Which terms are meant is not said.`;
}

function prescribedDays({ value }: Provision): readonly DayOfYear[] {
  const names = value.kind === 'list' ? value.items.map(({ name }) => name) : [];
  return names.flatMap((name) => {
    const [, date, word] = /^(\d+) (\w+)$/.exec(name) ?? [];
    const month = 1 + monthNames.findIndex((each) => each === word);
    return month === 0 ? [] : [{ date: Number(date), month }];
  });
}

function dayAfter({ date, month }: DayOfYear): DayOfYear {
  return partsOf(addDays(dayOf(2001, month, date)!, 1));
}

function daysOf({ first }: Start): readonly string[] {
  return typeof first === 'string' ? [first.replace(/s$/, '')] : first.map(dayWords);
}

function dayWords({ date, month }: DayOfYear): string {
  return `${date} ${monthNames[month - 1]}`;
}

function birthdayOf({ orOn, birthday }: Pick<Start, 'orOn' | 'birthday'>): string {
  return `${orOn ? 'on or after' : 'after'} birthday ${birthday}`;
}
