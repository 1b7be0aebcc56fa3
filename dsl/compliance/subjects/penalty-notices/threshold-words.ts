import type { Window } from '../../../resolve/policy.ts';
import type { Value } from '../../../rulebook/rulebook.ts';
import type { Question } from '../../subject.ts';
import { compare } from '../../relations.ts';
import { listWords, requirementWords, speaker } from '../../value-words.ts';
import type { CountLimb } from './penalty-limbs.ts';
import { codesCounted } from './penalty-limbs.ts';

/** What a clause says, without a full stop; and the same with how law or guidance differs. */
export interface Why {
  readonly counts: string;
  readonly differs: string;
}

export function sessionsWhy(
  { provision }: Question,
  { compared, besides }: CountLimb,
  sessions: number | undefined,
): Why {
  const says = speaker(provision.level);
  const required = requirementWords(provision).replace(/^from /, '');
  if (sessions === undefined) {
    const counts = `The threshold is “${compared.words}”`;
    return { counts, differs: `${counts}; ${says} counts to ${required}.` };
  }
  const counted = `${sessions} ${sessions === 1 ? 'session' : 'sessions'}`;
  const counts = `A penalty notice is considered from ${counted} (“${compared.words}”)`;
  const number: Value = { kind: 'quantity', number: sessions, unit: 'sessions', boundary: 'included' };
  if (besides.length === 0 || compare(provision.relation, provision.value, number) !== 'meets')
    return { counts, differs: `${counts}; ${says} has ${required}.` };
  const more = listWords(besides.map(({ words }) => `“${words}”`));
  return {
    counts,
    differs: `At ${counted} a penalty notice is considered only with ${more} as well, so a pupil with ${counted} and without that is passed over; ${says} asks for no more than ${required}.`,
  };
}

export function windowWhy({ provision }: Question, { count: { window } }: CountLimb): Why {
  const counts = `The sessions are counted ${windowWords(window)}`;
  const law = `${speaker(provision.level)} counts in ${requirementWords(provision)}`;
  return { counts, differs: `${counts}${whatItMeans(window)}; ${law}.` };
}

/** What another window does to the count, where it can be said in a few words. */
function whatItMeans(window: Window): string {
  if (window.kind === 'this') {
    const unit = window.unit.replace(/s$/, '');
    return `, so absence counts however long ago in the ${unit}, and none from before it`;
  }
  if (window.kind === 'rolling' && window.unit === 'calendar weeks') return ', holidays among them';
  return '';
}

export function codesWhy({ provision, regime }: Question, { count }: CountLimb): Why {
  const codes = codesCounted(count, regime.codes);
  const counts = `Towards a penalty notice ${listWords(codes.toSorted())} ${codes.length === 1 ? 'counts' : 'count'}`;
  return { counts, differs: `${counts}; ${speaker(provision.level)} counts ${requirementWords(provision)}.` };
}

function windowWords(window: Window): string {
  switch (window.kind) {
    case 'this':
    case 'last':
      return `over ${window.kind} ${window.unit.replace(/s$/, '')}`;
    case 'rolling':
      return `in a rolling ${window.number} ${window.unit}`;
    case 'during':
      return `during ${window.period}`;
    case 'since':
      return `since ${window.event.words}`;
    case 'in a row':
      return 'in a row';
    case 'ever':
      return 'without any end';
  }
}
