import type { Level, Provision, Quantity, Unit, Value } from '../rulebook/rulebook.ts';

/** What a provision asks for, in words: `at most 30 minutes`, `£80 within 21 calendar days, then £160 within 28 …`. */
export function requirementWords({ relation, value }: Pick<Provision, 'relation' | 'value'>): string {
  const words = valueWords(value);
  return relation === 'exactly' || relation === 'states' || value.kind === 'range' ? words : `${relation} ${words}`;
}

export function valueWords(value: Value): string {
  switch (value.kind) {
    case 'quantity':
      return value.boundary === 'included' ? `from ${quantityWords(value)}` : quantityWords(value);
    case 'range':
      return `between ${quantityWords(value.least)} and ${quantityWords(value.most)}`;
    case 'window':
      return `${value.runs === 'rolling' ? 'a rolling ' : ''}${unitWords(value.number, value.unit)}`;
    case 'payment':
      return value.steps
        .map(({ amount, within }) => `${quantityWords(amount)} within ${quantityWords(within)}`)
        .join(', then ');
    case 'codes':
      return listWords(value.codes);
    case 'list':
      return listWords(value.items.map(({ name }) => name));
    case 'words':
    case 'field':
      return value.words;
    case 'truth':
      return value.holds ? 'yes' : 'no';
    case 'any of':
      return value.values.map(valueWords).join(', or ');
  }
}

export function quantityWords({ number, unit, of, in: over }: Quantity): string {
  if (unit === 'pounds') return `£${Number.isInteger(number) ? number : number.toFixed(2)}`;
  if (over !== undefined) return `${unitWords(number, unit)} in ${unitWords(over.number, over.unit)}`;
  if (unit === 'per cent') return `${number}%${of === undefined ? '' : ` of ${of}`}`;
  return unitWords(number, unit);
}

function unitWords(number: number, unit: Unit): string {
  if (unit === 'times a month' && number === 1) return 'once a month';
  const singular = unit === 'people' ? 'person' : unit.replace(/s$/, '');
  return `${number} ${number === 1 ? singular : unit}`;
}

export function listWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Who says so, at the start of a clause of a sentence. */
export function speaker(level: Level): string {
  switch (level) {
    case 'law':
      return 'the law';
    case 'statutory guidance':
    case 'non-statutory guidance':
      return 'the guidance';
    case 'local':
      return 'the council’s code of conduct';
    case 'information':
      return 'the Department';
  }
}
