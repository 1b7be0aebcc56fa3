import { CannotBeCompared } from './cannot-be-compared.ts';
import type { Quantity, Reach, Term } from './literal.ts';
import { quantityKey, reachKey } from './literal.ts';
import type { Lie, Room } from './stretches.ts';

/** What two conditions tell apart where they part ways: the numbers asked for, and over what. */
export interface Scheme {
  readonly quantities: readonly Quantity[];
  /** By quantity key: its place. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly reaches: readonly Reach[];
  /** By quantity: the bit of its reach. */
  readonly bits: readonly number[];
  /** Every letter in use. */
  readonly letters: readonly string[];
}

/** Sessions of one stretch that no number tells apart, or days of it. */
export type Cell =
  | { readonly kind: 'sessions'; readonly inside: number; readonly letters: readonly string[]; readonly counts: Counts }
  /** Days all of whose sessions are of the codes of the quantities of days. */
  | { readonly kind: 'whole days'; readonly inside: number; readonly counts: Counts };

/** By quantity: by how much one of the cell adds to it. */
type Counts = readonly number[];

export function schemeOf(term: Term, letters: readonly string[]): Scheme {
  const quantities = new Map<string, Quantity>();
  for (const literal of term)
    if (literal.kind === 'linear')
      for (const { quantity } of literal.parts) quantities.set(quantityKey(quantity), quantity);
  const reaches = new Map<string, Reach>();
  for (const { reach } of quantities.values()) reaches.set(reachKey(reach), reach);
  if (reaches.size > 1 && [...reaches.values()].some(({ kind }) => kind === 'logged'))
    throw new CannotBeCompared('one counts from what people log, and the other does not');
  if (reaches.size > 8) throw new CannotBeCompared('it looks at too many windows');
  const keys = [...reaches.keys()];
  const all = [...quantities.values()];
  const days = all.filter(({ what }) => what !== 'sessions');
  if (new Set(days.map(({ codes }) => codes.join(' '))).size > 1)
    throw new CannotBeCompared('they count days of different codes');
  if (days.length > 0 && all.some(({ reach }) => reach.kind === 'last sessions' && reach.number % 2 === 1))
    throw new CannotBeCompared('one counts days, and the other single sessions in a row');
  return {
    quantities: all,
    indexOf: new Map([...quantities.keys()].map((key, index) => [key, index])),
    reaches: [...reaches.values()],
    bits: all.map(({ reach }) => 1 << keys.indexOf(reachKey(reach))),
    letters,
  };
}

/** The cells of a stretch: letters that every number asked of it counts alike are one cell; those that none counts are none. */
export function cellsIn(scheme: Scheme, inside: number): readonly Cell[] {
  const { quantities, bits, letters } = scheme;
  const asked = quantities.map((quantity, index) => ((bits[index]! & inside) === 0 ? undefined : quantity));
  const cells = new Map<string, { readonly letters: string[]; readonly counts: Counts }>();
  for (const letter of letters) {
    // A day of which any session counts is one for each session, less one for each whole day.
    const counts = asked.map((each) => (each && each.what !== 'whole days' && each.codes.includes(letter) ? 1 : 0));
    const ofDays = asked.some((each) => each && each.what !== 'sessions' && each.codes.includes(letter));
    if (!ofDays && counts.every((count) => count === 0)) continue;
    const key = `${ofDays} ${counts.join()}`;
    const cell = cells.get(key);
    if (cell) cell.letters.push(letter);
    else cells.set(key, { letters: [letter], counts });
  }
  const sessions = [...cells.values()].map((cell): Cell => ({ kind: 'sessions', inside, ...cell }));
  if (!asked.some((each) => each && each.what !== 'sessions')) return sessions;
  const counts = asked.map((each) => (each?.what === 'whole days' ? 1 : each?.what === 'part days' ? -1 : 0));
  return [...sessions, { kind: 'whole days', inside, counts }];
}

/** The codes of the quantities of days that look at a stretch, where there are any. */
export function codesOfDays({ quantities, bits }: Scheme, inside: number): readonly string[] {
  return quantities.find(({ what }, index) => what !== 'sessions' && (bits[index]! & inside) !== 0)?.codes ?? [];
}

/** Letters that nothing asked of a stretch counts: any session may have one. */
export function lettersUncounted({ quantities, bits, letters }: Scheme, inside: number): readonly string[] {
  return letters.filter(
    (letter) => !quantities.some(({ codes }, index) => (bits[index]! & inside) !== 0 && codes.includes(letter)),
  );
}

/** The most room that each stretch has on any of several days. */
export function mostRoom(lies: readonly Lie[]): readonly Room[] {
  const most = new Map<number, number>();
  for (const { rooms } of lies)
    for (const { inside, room } of rooms) if (room > (most.get(inside) ?? 0)) most.set(inside, room);
  return [...most].map(([inside, room]) => ({ inside, room }));
}
