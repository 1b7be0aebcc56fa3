import type { Quantity } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { compare } from '../../relations.ts';
import { speaker } from '../../value-words.ts';
import type { Closing } from './register-open.ts';
import { onlyForSchools, sessionOpen } from './register-open.ts';

/** Whether the register stays open as long in the afternoon as in the morning. */
export const registerOpenEqual: Subject = {
  fields: ['register.open_minutes.am'],
  unsaid: () => 'how long its registers stay open',
  notFor: onlyForSchools,
  claims: claimsOf,
};

const part = 'the two sessions';

function claimsOf(question: Question): readonly Claim[] {
  const morning = sessionOpen(question, 'AM');
  const afternoon = sessionOpen(question, 'PM');
  if (!morning && !afternoon) return [];
  if (question.policy.level !== 'policy' && !(morning?.closing && afternoon?.closing)) return [];
  if (morning?.closing && afternoon?.closing) return [compared(question, morning.closing, afternoon.closing)];
  const unsaid = [...(morning?.closing ? [] : ['morning']), ...(afternoon?.closing ? [] : ['afternoon'])];
  const why = `The policy does not say how long the ${unsaid.join(' and the ')} register stays open, so the two cannot be compared.`;
  const place = (unsaid[0] === 'morning' ? morning : afternoon)?.place;
  return [{ part, verdict: 'silent', why, place }];
}

function compared({ provision }: Question, am: Closing, pm: Closing): Claim {
  const ends = [
    compare(provision.relation, minutes(pm.least), minutes(am.least)),
    compare(provision.relation, minutes(pm.most), minutes(am.most)),
  ];
  const said = `The morning register stays open for ${wordsOf(am)} and the afternoon’s for ${wordsOf(pm)}`;
  const asks = `${speaker(provision.level)} asks for the same at every session`;
  if (ends.every((each) => each === 'meets'))
    return { part, verdict: 'meets', why: `${said}, as ${asks}.`, place: am.place };
  const apart = am.least > pm.most || pm.least > am.most;
  if (apart && ends.every((each) => each === 'breaches'))
    return { part, verdict: 'breaches', why: `${said}; ${asks}.`, place: am.least > pm.most ? am.place : pm.place };
  return { part, verdict: 'silent', why: `${said}: whether these are the same is not said; ${asks}.`, place: am.place };
}

function minutes(number: number): Quantity {
  return { kind: 'quantity', number, unit: 'minutes' };
}

function wordsOf({ least, most }: { readonly least: number; readonly most: number }): string {
  if (most === Infinity) return `${least} minutes at least`;
  return least === most ? `${least} minutes` : `${least} to ${most} minutes`;
}
