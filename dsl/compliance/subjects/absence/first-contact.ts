import type { Claim, Question, Subject } from '../../subject.ts';
import type { AbsenceContact } from './absence-contact.ts';
import { formatClockTime, minutesADay } from '../../../../register/clock-time.ts';
import { compare } from '../../relations.ts';
import { requirementWords, speaker } from '../../value-words.ts';
import { clausesAbout } from '../in-words/clauses-about.ts';
import { absenceContacts } from './absence-contact.ts';

/**
 * By which day of an unexplained absence the school first makes contact: the earliest day that any clause of the policy or
 * of a layer above bids it to, for all of them hold. What it only may do comes by no day.
 */
export const firstContact: Subject = {
  fields: ['followup.first_contact'],
  unsaid: () => 'by which day of an absence parents are first contacted',
  claims(question) {
    const contacts = absenceContacts(question);
    const owed = contacts.filter((contact) => contact.owed);
    const dated = owed.filter((contact): contact is Dated => contact.day !== undefined);
    const [first] = dated.toSorted((a, b) => a.day - b.day);
    if (first) {
      const earliest = dated.filter(({ day }) => day === first.day);
      const [named, told] = [earliest.filter(isNamed), earliest.filter((contact) => !isNamed(contact))];
      const claims = [...told, ...named].map((contact) => claimOf(question, contact));
      return claims.every(({ verdict }) => verdict === 'breaches') ? unlessInWords(question, contacts, claims) : claims;
    }
    const [loose] = owed.length > 0 ? owed : contacts;
    return loose ? [looseClaim(loose)] : [];
  },
};

/** What is done is shown before what it is called. */
function isNamed({ said }: AbsenceContact): boolean {
  return said === 'named';
}

/** What is late is late only where nothing else speaks, in words, of calling on the first day. */
function unlessInWords(
  question: Question,
  contacts: readonly AbsenceContact[],
  late: readonly Claim[],
): readonly Claim[] {
  const weighed = new Set(contacts.map(({ place }) => place));
  const others = [...(clausesAbout(question) ?? [])].filter(({ place, says }) => says !== 'no' && !weighed.has(place));
  const why = 'The first day is spoken of here, in words that the check cannot weigh.';
  const claims = others.map(({ place }): Claim => ({ part: 'first contact', verdict: 'silent', why, place }));
  return claims.length > 0 ? claims : late;
}

type Dated = AbsenceContact & { readonly day: number };

function claimOf({ provision }: Question, { day, by, place }: Dated): Claim {
  // A day without a time is over at its end.
  const number = by === undefined ? day : day - 1 + by / minutesADay;
  const verdict = compare(provision.relation, provision.value, { kind: 'quantity', number, unit: 'school days' });
  const at = by === undefined ? '' : ` at ${formatClockTime(by)}`;
  return {
    part: 'first contact',
    verdict: verdict === 'cannot be compared' ? 'silent' : verdict,
    why: `Contact is first made by day ${day} of the absence${at}; ${speaker(provision.level)} asks for ${requirementWords(provision)}.`,
    place,
  };
}

function looseClaim({ owed, place }: AbsenceContact): Claim {
  const why = owed
    ? 'Contact is to be made, and by which day of the absence is not said.'
    : 'The school may make contact: nothing bids it to.';
  return { part: 'first contact', verdict: 'silent', why, place };
}
