import type { DayOfYear, Period, Stretch } from '../../resolve/policy.ts';
import type { ListItem } from '../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../subject.ts';
import { monthNames } from '../../../register/day.ts';
import { clauseHolds } from '../clause.ts';
import { compare } from '../relations.ts';
import { speaker } from '../value-words.ts';

/** From when a child is of compulsory school age: a period from a birthday, whose title says school age. */
export const compulsoryAge: Subject = {
  fields: ['csa.start'],
  unsaid: () => 'from when a child is of compulsory school age',
  claims(question) {
    return question.layers.flatMap(({ periods }) =>
      periods.flatMap((period): readonly Claim[] => {
        if (!/\bschool age\b/i.test(period.title) || !clauseHolds(period.place, question.regime.day)) return [];
        return startsOf(period).map((start) => claimOf(question, period, start));
      }),
    );
  },
};

type Start = Extract<Stretch, { kind: 'from birthday' }>;

function startsOf({ stretches }: Period): readonly Start[] {
  return stretches.filter((stretch) => stretch.kind === 'from birthday');
}

function claimOf({ provision }: Question, { place }: Period, start: Start): Claim {
  const days = daysOf(start);
  const items: readonly ListItem[] = [...days, birthdayOf(start)].map((name) => ({ name, said: [] }));
  const verdict = compare(provision.relation, provision.value, { kind: 'list', items });
  const ends =
    start.first === 'terms'
      ? ' A child whose birthday falls between such a day and the opening of the term would be of that age a term early.'
      : '';
  return {
    part: 'the first day',
    verdict: verdict === 'cannot be compared' ? 'silent' : verdict,
    why: `By this clause the age begins with the first ${days.join(' or ')} ${birthdayOf(start)}. By ${speaker(provision.level)}: ${provision.title}.${ends}`,
    place,
  };
}

function daysOf({ first }: Start): readonly string[] {
  return typeof first === 'string' ? [first.replace(/s$/, '')] : first.map(dayWords);
}

function dayWords({ date, month }: DayOfYear): string {
  return `${date} ${monthNames[month - 1]}`;
}

function birthdayOf({ orOn, birthday }: Start): string {
  return `${orOn ? 'on or after' : 'after'} birthday ${birthday}`;
}
