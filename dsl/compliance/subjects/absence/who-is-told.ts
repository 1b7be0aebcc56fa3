import type { Said } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import type { Telling } from './telling.ts';
import { wordsSay } from '../../reading/said-words.ts';
import { inWords, itemClaims } from '../in-words/in-words.ts';
import { tellings } from './telling.ts';

/**
 * Who outside the family is told of an absence. The provision's `about` says who they are (or, of a plain yes, what it is
 * about, and the value's words who); the words of its items, what they are told of. Read are the sentences that tell, with
 * all that they stand under; what may only be told is told by nobody's duty.
 */
export const whoIsTold: Subject = {
  ...inWords,
  fields: [
    'inform.social_worker',
    'inform.youth_offending_worker',
    'inform.virtual_school_head',
    'inform.la_if_ehcp_attendance_falls',
  ],
  claims(question) {
    const { value, relation, about = [] } = question.provision;
    if (value.kind === 'truth') return plainClaims(question, value.said ?? [], about);
    if (value.kind !== 'list' || relation !== 'includes') return inWords.claims(question);
    const told = tellings(question, about);
    const owed = told.filter((telling) => telling.owed);
    const found = value.items.map(({ name, said }) => ({
      name,
      places: owed.filter(({ words }) => wordsSay(words, said)).map(({ place }) => place),
    }));
    if (found.every(({ places }) => places.length === 0)) return told.slice(0, 1).map(otherwise);
    const shown = new Set(found.flatMap(({ places }) => places));
    const others = owed.filter(({ place }) => !shown.has(place));
    return [...itemClaims(question, found), ...others.map(besides)];
  },
};

function plainClaims({ provision, ...question }: Question, who: Said, about: Said): readonly Claim[] {
  const told = tellings(question, who).filter(({ words }) => wordsSay(words, about));
  const owed = told.filter((telling) => telling.owed);
  if (owed.length === 0) return told.slice(0, 1).map(otherwise);
  const holds = provision.value.kind === 'truth' && provision.value.holds;
  return owed.map(({ place }) => ({
    part: 'what is told',
    verdict: holds ? 'meets' : 'breaches',
    why: `The policy has it told: ${provision.title}.`,
    place,
  }));
}

/** A clause that tells them of something else, or need not. */
function otherwise({ place, owed }: Telling): Claim {
  const why = owed
    ? 'They are told here, and not of what is asked for.'
    : 'They may be told: nothing bids the school to.';
  return { part: 'what is told', verdict: 'silent', why, place };
}

function besides({ place, words }: Telling): Claim {
  const why = words.some(({ word }) => word === 'unauthorised')
    ? 'Here they are told of unauthorised absence alone, which is narrower than unexplained.'
    : 'Here they are told of something else.';
  return { part: 'what is told besides', verdict: 'meets', why, place };
}
