import type { Place } from '../../../resolve/policy.ts';
import type { ListItem } from '../../../rulebook/rulebook.ts';
import type { Question, Subject } from '../../subject.ts';
import type { PartFinder } from './part-finder.ts';
import { clausesSaying } from '../../reading/said-in.ts';
import { absenceContacts } from '../absence/absence-contact.ts';
import { inWords, itemClaims } from '../in-words/in-words.ts';
import { contactDetails } from './part-finder.ts';
import * as day from './day-parts.ts';
import * as people from './people-parts.ts';
import * as support from './support-parts.ts';

/**
 * What the policy of a school must itself contain, part by part: the construct that the language has for a part, and words
 * where it has none. What the layers above say counts; a layer above the school need not say what only its schools can.
 */
export const policyContent: Subject = {
  ...inWords,
  fields: [
    'policy.includes.expectations',
    'policy.includes.senior_leader',
    'policy.includes.day_to_day_contacts',
    'policy.includes.daily_process',
    'policy.includes.promotion',
    'policy.includes.data_strategy',
    'policy.includes.pa_sa_strategy',
    'policy.includes.legal_trigger',
    'policy.includes.publish',
  ],
  unsaid: (_, { value, title }) =>
    value.kind === 'list' ? value.items.map(({ name }) => `“${name}”`).join(' or ') : title,
  notFor: ({ level }) =>
    level === 'policy'
      ? undefined
      : `This is asked of the attendance policy of a school, and this is a ${level}: what it says counts for the schools under it.`,
  claims(question) {
    const { value, relation } = question.provision;
    if (value.kind !== 'list' || relation !== 'includes') return inWords.claims(question);
    const found = value.items.map((item) => ({ name: item.name, places: placesOf(question, item) }));
    const whole = found.every(({ places }) => places.length > 0);
    return question.policy.level === 'policy' || whole ? itemClaims(question, found) : [];
  },
};

function placesOf(question: Question, { name, said }: ListItem): readonly Place[] {
  const { find, beside } = structures[name] ?? {};
  const built = find?.(question) ?? [];
  if (built.length > 0) return built;
  return clausesSaying(question, said)
    .filter(({ texts, says }) => says !== 'no' && (beside === undefined || texts.some((text) => beside.test(text))))
    .map(({ place }) => place);
}

interface Structure {
  readonly find: (question: Question) => readonly Place[];
  /** What has to stand in the same words, where it is said in words: a time of day, a telephone number. */
  readonly beside?: RegExp;
}

const clockTime = /\b\d{1,2}[:.]\d\d\b/;

/** By the names of the rulebook's items; what is not listed is said in words alone. */
export const structures: Readonly<Record<string, Structure>> = {
  'that pupils attend, and on time': inLayers(day.expectations),
  'when the day starts': { ...inLayers(day.dayStart), beside: clockTime },
  'when the day ends': { ...inLayers(day.dayClose), beside: clockTime },
  'when the morning register closes': { ...inLayers(day.morningCloses), beside: clockTime },
  'when the afternoon register closes': { ...inLayers(day.afternoonCloses), beside: clockTime },
  'how leave is requested': inLayers(day.leaveRequest),
  'how unexpected absence is reported': inLayers(day.absenceReport),
  'the name of the senior leader': { ...inLayers(people.seniorLeaderNamed), beside: /\bis named\b/ },
  'how the senior leader is reached': { ...inLayers(people.seniorLeaderReached), beside: contactDetails },
  'whom to contact day to day, and how': { ...inLayers(people.dailyContact), beside: contactDetails },
  'whom to contact for more support, and how': { ...inLayers(people.supportContact), beside: contactDetails },
  'first-day calling': { find: (question) => contacts(question, (contact) => contact.day === 1) },
  'follow-up of unexplained absence': { find: (question) => contacts(question, ({ again }) => again) },
  'how it is rewarded': inLayers(support.rewards),
  'persistent absence': inLayers(support.strategyFor(/\bpersistent(?:ly)?\b.*\babsen/i)),
  'severe absence': inLayers(support.strategyFor(/\bsevere(?:ly)?\b.*\babsen/i)),
  'when support is formalised with the local authority': inLayers(support.formalSupport),
  'when a penalty notice is sought': inLayers(support.noticeTrigger),
  'when another legal step is sought': inLayers(support.legalStep),
  'that it is reviewed': inLayers(support.review),
};

function inLayers(find: PartFinder): Structure {
  return {
    find: ({ layers, regime }) => layers.flatMap((policy) => find(policy, regime) ?? []),
  };
}

function contacts(
  question: Question,
  is: (contact: ReturnType<typeof absenceContacts>[number]) => boolean,
): readonly Place[] {
  return absenceContacts(question)
    .filter((contact) => contact.owed && is(contact))
    .map(({ place }) => place);
}
