import type { Event, Policy, TimeBound } from '../resolve/policy.ts';

/**
 * Every event that the clauses of one policy, or some of its rules, name, wherever in them it stands, in the order of the
 * text's parts. Its layers, its examples and the texts that it was read from are left aside.
 */
export function eventsIn(policy: Pick<Policy, 'rules'>): readonly Event[] {
  const found: Event[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isEvent(value)) found.push(value);
    else if (isReasonGiven(value)) found.push({ name: 'reason', done: 'given', words: 'reason given' });
    else if (isArriving(value)) found.push({ name: 'arrival', done: 'recorded', words: 'arrival recorded' });
    else if (isTimeToRecord(value)) {
      found.push({ name: value.named.name, done: 'recorded', words: `${value.named.title} recorded` });
    } else if (looksAhead(value)) {
      for (const name of ['absence', 'return']) found.push({ name, done: 'expected', words: `${name} expected` });
    }
    for (const [key, each] of Object.entries(value)) if (!aside.has(key)) visit(each);
  };
  visit(policy);
  return found;
}

const aside: ReadonlySet<string> = new Set(['source', 'place', 'span', 'under', 'examples']);

function isEvent(value: object): value is Event {
  return (
    'name' in value &&
    typeof value.name === 'string' &&
    'words' in value &&
    typeof value.words === 'string' &&
    'done' in value &&
    typeof value.done === 'string'
  );
}

/** Has a condition of its own: a mark tells it too. */
function isReasonGiven(value: object): boolean {
  return 'kind' in value && value.kind === 'reason given';
}

/** Fires at each arrival that people write down with its time. */
function isArriving(value: object): boolean {
  return 'kind' in value && value.kind === 'arriving';
}

/** A bound whose time the document does not state: people record it of a day. */
function isTimeToRecord(value: object): value is TimeBound & { readonly named: NonNullable<TimeBound['named']> } {
  return 'named' in value && value.named !== undefined && 'time' in value && value.time === undefined;
}

/** A count `with those expected`: by what people say of an absence to come. */
function looksAhead(value: object): boolean {
  return 'withExpected' in value && value.withExpected === true;
}
