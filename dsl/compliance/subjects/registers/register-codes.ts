import type { Place, Policy } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { listWords, speaker } from '../../value-words.ts';
import { codesUsed } from './codes-used.ts';

/** The codes that a policy enters or counts, letter by letter, and the Regulations by whose codes it marks. */
export const registerCodes: Subject = {
  fields: ['register.code'],
  unsaid: () => 'which codes it enters or counts',
  claims(question) {
    const regulations = claimsOfRegulations(question);
    const letters = claimsOfLetters(question);
    return [...regulations, ...letters.filter(({ verdict }) => verdict !== 'silent' || regulations.length === 0)];
  },
};

/**
 * Each clause with a letter of another set; and where all letters are of this one, the first clause that enters some. To
 * count them says nothing of what is entered.
 */
function claimsOfLetters(question: Question): readonly Claim[] {
  const { provision, layers, regime } = question;
  const uses = layers.flatMap(codesUsed).filter(({ place }) => clauseHolds(place, regime.day));
  const strange = uses.flatMap(({ codes, place }): readonly Claim[] => {
    const others = [...new Set(codes)].filter((code) => isOther(question, code));
    const why = `${listWords(others)} ${others.length === 1 ? 'is no code' : 'are no codes'} of the set that ${speaker(provision.level)} gives for this day.`;
    return others.length === 0 ? [] : [{ part: 'the codes', verdict: 'breaches', why, place }];
  });
  const first = uses.find(({ entered }) => entered) ?? uses[0];
  if (!first || strange.length > 0) return strange;
  const letters = [...new Set(uses.flatMap(({ codes }) => codes))].toSorted();
  const why = `${listWords(letters)} ${letters.length === 1 ? 'is a code' : 'are codes'} of the set that ${speaker(provision.level)} gives for this day.`;
  if (first.entered) return [{ part: 'the codes', verdict: 'meets', why, place: first.place }];
  const counted = `${why} They are only counted: which codes are entered is not said.`;
  return [{ part: 'the codes', verdict: 'silent', why: counted, place: first.place }];
}

function isOther({ provision }: Question, code: string): boolean {
  return compare(provision.relation, provision.value, { kind: 'codes', codes: [code] }) === 'breaches';
}

/** A sentence that marks by the codes of Regulations of some year: those in force on the day are known by theirs. */
function claimsOfRegulations({ layers, regime }: Question): readonly Claim[] {
  const regulations = regime.period?.registers.title ?? '';
  const inForce = yearIn(regulations);
  const part = 'the Regulations';
  return layers.flatMap(regulationsNamed).flatMap(({ year, place }): readonly Claim[] => {
    if (inForce === undefined || !clauseHolds(place, regime.day)) return [];
    if (year === inForce)
      return [{ part, verdict: 'meets', why: `The codes are those of the Regulations of ${year}.`, place }];
    const why = `The codes are those of the Regulations of ${year}; in force on this day are ${regulations}, with codes of their own.`;
    return [{ part, verdict: 'breaches', why, place }];
  });
}

interface RegulationsNamed {
  readonly year: string;
  readonly place: Place;
}

const named = new WeakMap<Policy, readonly RegulationsNamed[]>();

function regulationsNamed(policy: Policy): readonly RegulationsNamed[] {
  const known = named.get(policy);
  if (known) return known;
  const found = policy.rules.flatMap(({ words, place }) => {
    const year = /\bregulations\b/i.test(words) && /\bcodes?\b/i.test(words) ? yearIn(words) : undefined;
    return year === undefined ? [] : [{ year, place }];
  });
  named.set(policy, found);
  return found;
}

function yearIn(words: string): string | undefined {
  return /\b(?:19|20)\d\d\b/.exec(words)?.[0];
}
