import type { Subject } from '../../subject.ts';
import { absenceContacts } from './absence-contact.ts';
import { inWords, itemClaims } from '../in-words/in-words.ts';

/**
 * What goes on while an absence stays unexplained: contact on further days, other contacts, a visit to the home. Contact each
 * day is shown first.
 */
export const furtherContact: Subject = {
  ...inWords,
  fields: ['followup.while_unexplained'],
  claims(question) {
    const { value, relation } = question.provision;
    if (value.kind !== 'list' || relation !== 'includes') return inWords.claims(question);
    const again = absenceContacts(question).filter((contact) => contact.again);
    const owed = again.filter((contact) => contact.owed);
    const daily = owed.filter(({ said }) => said === 'each day');
    const places = [...new Set([...daily, ...owed])].map(({ place }) => place);
    if (places.length > 0)
      return itemClaims(
        question,
        // Contact is the one thing that is asked for: of any other, what is owed says nothing.
        value.items.map(({ name }, index) => ({ name, places: index === 0 ? places : [] })),
      );
    const why = 'The school may make further contact: nothing bids it to.';
    return again.slice(0, 1).map(({ place }) => ({ part: 'further contact', verdict: 'silent', why, place }));
  },
};
