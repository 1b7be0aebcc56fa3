import type { Arbitrary } from 'fast-check';
import { integer, oneof, tuple } from 'fast-check';
import { oneOf, said } from './chosen.ts';
import { logged, open } from './names.ts';

/** Windows of every kind but a run, which only some counts have. */
export const windows: Arbitrary<string> = oneof(
  oneOf('this school year', 'this term', 'this half term', 'this school week'),
  oneOf('last school year', 'last term', 'last half term', 'last school week'),
  said(
    'in a rolling',
    integer({ min: 1, max: 12 }).map(String),
    oneOf('school weeks', 'calendar weeks', 'school days', 'calendar days', 'months', 'terms', 'half terms', 'years'),
  ),
  oneOf('in a rolling 10 school weeks after 15 October 2024', 'in a rolling 3 months after 2 September 2024'),
  said('since', oneOf('absence started', 'absence ended', ...logged)),
  open('window'),
);

const classes = oneOf('absent', 'unauthorised', 'authorised', 'late', 'attended', 'present', 'possible');
const codes = oneOf('O', 'U', 'I, M', 'G', 'N', 'O, U, G');

const everyOrSome = oneOf('every', 'some');

/** A count with the unit it is in; `[window]` stands where its window goes. */
export interface Counted {
  readonly text: string;
  readonly unit: string;
}

const inUnit =
  (unit: string) =>
  (text: string): Counted => ({ text, unit });

/** What can be counted over any window. */
export const counts: Arbitrary<Counted> = oneof(
  said(classes, 'sessions', windows).map(inUnit('sessions')),
  said('sessions coded', codes, windows).map(inUnit('sessions')),
  said('days absent', windows).map(inUnit('days absent')),
  said('days attended', windows).map(inUnit('days attended')),
  said('days absent coded', codes, windows).map(inUnit('days absent')),
  said(oneOf('absent', 'unauthorised', 'attended'), 'school days', windows).map(inUnit('school days')),
  said('school days', windows, 'in which', everyOrSome, 'session is', classes).map(inUnit('school days')),
  said(
    'school weeks',
    windows,
    'in which',
    oneOf('some', 'every', 'some but not every'),
    oneOf('school day', 'session'),
    'is',
    oneOf('absent', 'unauthorised', 'attended'),
  ).map(inUnit('school weeks')),
  said('school weeks', windows).map(inUnit('school weeks')),
);

/** What is still to come is counted with what there is. */
const forecasts: Arbitrary<Counted> = tuple(
  oneOf('days absent', 'days absent coded I', 'absent sessions', 'unauthorised school days'),
  oneOf('this school year', 'this term', 'since absence started'),
).map(([count, window]) => ({
  text: `${count} ${window} with those expected`,
  unit: count.includes('days absent') ? 'days absent' : count.replace(/^\w+ /, ''),
}));

/** Unbroken runs that end on the day. */
export const runs: Arbitrary<Counted> = oneof(
  said(oneOf('absent', 'unauthorised', 'late', 'attended'), 'sessions in a row').map(inUnit('sessions')),
  said(oneOf('absent', 'unauthorised', 'attended'), 'school days in a row').map(inUnit('school days')),
  said('school days in a row in which', everyOrSome, 'session is', classes).map(inUnit('school days')),
);

export const rates: Arbitrary<string> = said(oneOf('attendance', 'absence'), windows);

const whole = integer({ min: 0, max: 9 }).map(String);

/** Measures as a policy declares them. */
export const measures: Arbitrary<Counted> = oneof(
  counts,
  forecasts,
  runs,
  rates.map(inUnit('%')),
  said('school weeks in which some school day is absent this term out of school weeks this term').map(inUnit('%')),
  said(
    'unauthorised sessions in a rolling',
    oneOf('2', '5', '10'),
    'school weeks at its highest',
    oneOf('this school year', 'this half term', ''),
  ).map(inUnit('sessions')),
  said(integer({ min: 80, max: 99 }).map((percent) => `${percent}.5%`)).map(inUnit('%')),
  said(rates, 'or perhaps', rates).map(inUnit('%')),
  said('days absent', windows, 'or perhaps days absent coded I, M', windows).map(inUnit('days absent')),
  said('95% in force from 2 September 2024 to', oneOf('13 September 2024', '31 August 2025')).map(inUnit('%')),
  said(whole, oneOf('sessions')).map(inUnit('sessions')),
);
