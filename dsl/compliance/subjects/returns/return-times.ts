import type { Rule, UnitName } from '../../../resolve/policy.ts';
import type { Quantity } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { units } from '../../../rulebook/value.ts';
import { compare } from '../../relations.ts';
import { quantityWords, requirementWords, speaker } from '../../value-words.ts';
import { orInWords } from '../in-words/in-words.ts';
import { rulesSaying } from '../../reading/rules-saying.ts';

/** How soon the authority is told of a new pupil, and how often a return is made: deadlines and times of sentences. */
export const returnTimes: Subject = {
  fields: ['return.new_pupil_within_days', 'return.attendance_frequency'],
  unsaid: (field) =>
    field === 'return.attendance_frequency'
      ? 'how often it makes returns of attendance to the local authority'
      : 'how soon it tells the local authority of a new pupil',
  claims(question) {
    const stated = question.provision.field === 'return.attendance_frequency' ? timesAMonth : deadline;
    const found = rulesSaying(question, question.provision.about ?? []).flatMap(({ rule }) =>
      stated(rule).map((quantity) => claimOf(question, rule, quantity)),
    );
    return orInWords(question, found);
  },
};

function deadline({ timing }: Rule): readonly Quantity[] {
  return timing.flatMap((each): readonly Quantity[] => {
    const unit = each.kind === 'within' ? units.find((known) => known === each.unit) : undefined;
    return each.kind === 'within' && unit ? [{ kind: 'quantity', number: each.number, unit }] : [];
  });
}

/** How often in a month of four weeks and a little something is done that is done once in each of these. */
const inAMonth: Readonly<Record<string, number>> = {
  'school days': 20,
  'calendar days': 30,
  'school weeks': 4,
  'calendar weeks': 4,
  months: 1,
  'half terms': 0.6,
  terms: 0.3,
  'school years': 0.1,
};

function timesAMonth({ timing, words }: Rule): readonly Quantity[] {
  const units = timing.flatMap((each) =>
    (each.kind === 'each' || each.kind === 'once each') && each.unit ? [each.unit] : [],
  );
  const said = [...words.matchAll(oftenInWords)].map((match) => unitsInWords[(match[1] ?? match[2])!.toLowerCase()]!);
  return [...units, ...said].flatMap((unit): readonly Quantity[] => {
    const number = inAMonth[unit];
    return number === undefined ? [] : [{ kind: 'quantity', number, unit: 'times a month' }];
  });
}

const unitsInWords: Readonly<Record<string, UnitName>> = {
  day: 'school days',
  dai: 'school days',
  week: 'school weeks',
  month: 'months',
  'half term': 'half terms',
  'half-term': 'half terms',
  term: 'terms',
  year: 'school years',
};

/** `each month`, `every half term`, `monthly`: how often, where the sentence has it in words. */
const oftenInWords =
  /\b(?:each|every) (day|week|month|half[ -]term|term|year)\b|\b(dai|week|month|half-term|term|year)ly\b/gi;

function claimOf({ provision }: Question, { place, words }: Rule, stated: Quantity): Claim {
  const comparison = compare(provision.relation, provision.value, stated);
  const said = stated.unit === 'times a month' ? `“${words}”` : `The authority is told within ${quantityWords(stated)}`;
  const why = `${said}; ${speaker(provision.level)} asks for ${requirementWords(provision)}.`;
  return { part: 'the time', verdict: comparison === 'cannot be compared' ? 'silent' : comparison, why, place };
}
