import type { Level, Provision, Rulebook } from '../rulebook/rulebook.ts';
import type { Quantity, Value } from '../rulebook/value.ts';
import { formatDay, parseIsoDay } from '../../register/day.ts';
import { listWords, quantityWords, requirementWords, valueWords } from '../compliance/value-words.ts';
import { confidenceWords } from '../compliance/standing.ts';
import { citationText } from '../rulebook/citation.ts';

/**
 * What a provision is, for people: a title, what it has asked for and since when, where each is written, a link and how surely
 * it is known, what meets it and what breaches it, and whether it can be departed from. Undefined where no provision has the id.
 */
export function provisionHelp(rulebook: Rulebook, id: string): readonly string[] | undefined {
  const versions = rulebook.provisions.filter((each) => each.id === id);
  const last = versions.at(-1);
  if (!last) return undefined;
  return [
    `${id}  ${last.title}`,
    ...versions.flatMap(versionLines),
    '',
    ...wordsByRelation(last),
    ...schoolLines(last),
    ...(last.mustSay === true ? ['silent    a policy has to say it: silence is a warning'] : []),
    departureLine(id, last.level),
  ];
}

function versionLines({ inForce, relation, value, level, citation, confidence, note }: Provision): readonly string[] {
  return [
    '',
    `${datesWords(inForce)}  ${value.kind === 'list' ? 'what is listed below' : requirementWords({ relation, value })}`,
    `  ${level}: ${citationText(citation)} (${confidenceWords(confidence)})`,
    ...(citation.link === null ? [] : [`  ${citation.link}`]),
    ...(note === undefined ? [] : [`  ${note}`]),
  ];
}

function datesWords({ from, to }: Provision['inForce']): string {
  const since = from === 'not known' ? 'since a day not known' : `from ${dayWords(from)}`;
  return to === null ? since : `${since} to ${dayWords(to)}`;
}

/** A day, or the month or year alone that the source gives. */
function dayWords(written: string): string {
  const day = parseIsoDay(written);
  return day === undefined ? written : formatDay(day);
}

function wordsByRelation({ relation, value }: Provision): readonly string[] {
  switch (relation) {
    case 'at most':
    case 'at least':
      return value.kind === 'quantity'
        ? [`meets     ${orBeyond(relation, value)}`, `breaches  ${justBeyond(relation, value)}`]
        : [`meets     ${relation} ${valueWords(value)}`];
    case 'between':
      return [`meets     ${valueWords(value)}, both ends included`, 'breaches  anything shorter or longer'];
    case 'exactly':
      return [`meets     ${exactWords(value)}`, 'breaches  anything else, in another unit too'];
    case 'includes':
      return [
        ...itemsOf(value).map((item, index) => `${index === 0 ? 'meets     ' : '          '}${item}`),
        'breaches  a paper that lists some of these and leaves others out; what no clause says is silence',
      ];
    case 'forbids':
      return itemsOf(value).map((item, index) => `${index === 0 ? 'breaches  ' : '          '}${item}`);
    case 'one of':
      return [`meets     any of ${listWords(itemsOf(value))}`, 'breaches  any other'];
    case 'states':
      return ['          It is held and shown, and no policy is compared with it.'];
  }
}

function orBeyond(relation: 'at most' | 'at least', value: Quantity): string {
  return `${quantityWords(value)} or ${relation === 'at most' ? 'fewer' : 'more'}`;
}

function justBeyond(relation: 'at most' | 'at least', value: Quantity): string {
  const number = value.number + (relation === 'at most' ? 1 : -1);
  return `${quantityWords({ ...value, number })} or ${relation === 'at most' ? 'more' : 'fewer'}`;
}

function exactWords(value: Value): string {
  return value.kind === 'quantity' && value.boundary !== undefined
    ? `${valueWords(value)} on${value.boundary === 'included' ? '' : ', not at it itself'}`
    : valueWords(value);
}

function itemsOf(value: Value): readonly string[] {
  if (value.kind === 'list') return value.items.map(({ name }) => name);
  return value.kind === 'codes' ? [listWords(value.codes)] : [valueWords(value)];
}

function schoolLines({ schools, elsewhere }: Provision): readonly string[] {
  if (schools === undefined) return [];
  const others = elsewhere === undefined ? 'no others' : `${elsewhere} for the others`;
  return [`binds     ${listWords(schools)} schools; ${others}`];
}

function departureLine(id: string, level: Level): string {
  if (level === 'statutory guidance' || level === 'non-statutory guidance')
    return `departs   departs from ${id} because "why" approved by ROLE on DATE, until DATE`;
  return level === 'law'
    ? 'departs   the law cannot be departed from'
    : 'departs   there is nothing of a policy’s to depart from';
}
