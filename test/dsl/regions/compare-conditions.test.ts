import { describe, expect, test } from 'vitest';
import { compared } from './compared.ts';

const law = 'at least 10 unauthorised sessions in a rolling 10 school weeks';

describe('the threshold of the guidance, and', () => {
  test.each([
    ['the same printed otherwise', 'more than 9 unauthorised sessions in a rolling 10 school weeks', 'same'],
    ['days absent for sessions', 'at least 5 days absent coded O, G, U, N in a rolling 10 school weeks', 'same'],
    ['not fewer', 'not fewer than 10 unauthorised sessions in a rolling 10 school weeks', 'same'],
    [
      'one or the other of two that are it together',
      `${law} or at least 12 unauthorised sessions this half term`,
      'same',
    ],
    ['9 sessions', 'at least 9 unauthorised sessions in a rolling 10 school weeks', 'tighter'],
    ['more than 10', 'more than 10 unauthorised sessions in a rolling 10 school weeks', 'looser'],
    ['exactly 10', 'exactly 10 unauthorised sessions in a rolling 10 school weeks', 'looser'],
    ['11 school weeks', 'at least 10 unauthorised sessions in a rolling 11 school weeks', 'tighter'],
    ['9 school weeks', 'at least 10 unauthorised sessions in a rolling 9 school weeks', 'looser'],
    ['10 calendar weeks', 'at least 10 unauthorised sessions in a rolling 10 calendar weeks', 'neither'],
    ['12 calendar weeks', 'at least 10 unauthorised sessions in a rolling 12 calendar weeks', 'neither'],
    ['9 calendar weeks, never longer', 'at least 10 unauthorised sessions in a rolling 9 calendar weeks', 'looser'],
    ['this half term, which is never so long', 'at least 10 unauthorised sessions this half term', 'looser'],
    ['this term', 'at least 10 unauthorised sessions this term', 'neither'],
    ['this school year', 'at least 10 unauthorised sessions this school year', 'neither'],
    ['50 school days', 'at least 10 unauthorised sessions in a rolling 50 school days', 'tighter'],
    ['without N', 'at least 10 sessions coded G, O, U in a rolling 10 school weeks', 'looser'],
    ['every absence', 'at least 10 absent sessions in a rolling 10 school weeks', 'tighter'],
    ['illness for N', 'at least 10 sessions coded G, O, U, I in a rolling 10 school weeks', 'neither'],
    ['and below 90%', `${law} and attendance this school year below 90%`, 'looser'],
    ['or below 90%', `${law} or attendance this school year below 90%`, 'tighter'],
    ['five whole days', 'at least 5 unauthorised school days in a rolling 10 school weeks', 'looser'],
    ['five whole days in a row', 'at least 5 unauthorised school days in a row', 'looser'],
    ['four whole days in a row', 'at least 4 unauthorised school days in a row', 'neither'],
    ['10 sessions in a row', 'at least 10 unauthorised sessions in a row', 'looser'],
    ['10 days with any', 'at least 10 school days in a row in which some session is unauthorised', 'looser'],
  ])('%s: %s', (_, words, kind) => {
    expect(compared(words, law).kind).toBe(kind);
  });
});

describe('shares of possible sessions', () => {
  const pa = 'absence this school year at least 10%';
  test.each([
    ['attendance of at most 90%', 'attendance this school year at most 90%', 'same'],
    ['not above 90%', 'not attendance this school year above 90%', 'same'],
    ['attendance below 90%: not at exactly 90%', 'attendance this school year below 90%', 'looser'],
    ['9.9%', 'absence this school year at least 9.9%', 'tighter'],
    ['10.1%', 'absence this school year at least 10.1%', 'looser'],
    ['over another time', 'absence this half term at least 10%', 'neither'],
    ['in halves', 'absence this school year at least 50%', 'looser'],
  ])('%s: %s', (_, words, kind) => {
    expect(compared(words, pa).kind).toBe(kind);
  });

  test('9.9% and 10% part at 10 of 101 sessions, and at no fewer', () => {
    expect(compared('absence this school year at least 9.9%', pa)).toMatchObject({ onlyLeft: { sessions: 101 } });
  });

  test('10% and more than 10% part at 1 of 10', () => {
    expect(compared('absence this school year more than 10%', pa)).toMatchObject({ onlyRight: { sessions: 10 } });
  });
});

describe('what the register does not tell', () => {
  const declared =
    'judgement tried "support was tried" by school\njudgement other "another" by school\nfact send "SEND" for pupil';
  test.each([
    ['the same judgement beside both', `${law} and tried`, `${law} and tried`, 'same'],
    ['in another order', `tried and ${law}`, `${law} and tried`, 'same'],
    ['beside one alone', `${law} and tried`, law, 'looser'],
    ['another one', `${law} and tried`, `${law} and other`, 'neither'],
    ['one or the other way', `(${law} and tried) or (${law} and not tried)`, law, 'same'],
    ['a fact', `${law} or send`, law, 'tighter'],
    [
      'more of the same event',
      `${law} and at least 3 meetings held`,
      `${law} and at least 2 meetings held`,
      'cannot be compared',
    ],
  ])('%s: %s beside %s', (_, left, right, kind) => {
    const events = `${declared}\nmeeting meeting "Meeting" { led by school }`;
    expect(
      compared(
        left.replaceAll('meetings held', 'meeting held'),
        right.replaceAll('meetings held', 'meeting held'),
        events,
      ).kind,
    ).toBe(kind);
  });

  test('a witness says what is taken to hold, and its case tells it', () => {
    const found = compared(`${law} and tried`, law, declared);
    expect(found).toMatchObject({
      onlyRight: {
        words: expect.stringContaining('of whom “support was tried” does not hold'),
        case: { events: [{ type: 'judgement', name: 'tried', holds: false }] },
      },
    });
  });
});

describe('readings', () => {
  test.each([
    [
      'alike on each',
      'at least 10 unauthorised sessions in a rolling 12 school weeks or perhaps in a rolling 11 school weeks',
      'tighter',
    ],
    [
      'unlike',
      'at least 10 unauthorised sessions in a rolling 10 school weeks or perhaps in a rolling 12 school weeks',
      'cannot be compared',
    ],
  ])('%s', (_, words, kind) => {
    expect(compared(words, law).kind).toBe(kind);
  });

  test('of two texts with as many, each goes with the one in its place', () => {
    const of = (number: number): string =>
      `at least ${number} unauthorised sessions in a rolling 10 school weeks or perhaps in a rolling 10 calendar weeks`;
    expect(compared(of(8), of(10)).kind).toBe('tighter');
  });
});

describe('what cannot be compared says why', () => {
  const top =
    'measure top "highest" is unauthorised sessions in a rolling 10 school weeks at its highest this school year';

  test.each([
    ['not stated', 'not stated', 'the document does not state'],
    ['a rate beside a rate', 'attendance this term above attendance last term', 'is more than a number of sessions'],
    ['a highest', 'top at least 10 sessions', 'more than a number'],
    [
      'counted since something',
      'at least 10 unauthorised sessions since letter sent',
      'one counts from what people log',
    ],
  ])('%s', (_, words, why) => {
    const found = compared(words, law, `${top}\nletter letter "Letter" { goes to parents }`);
    expect(found).toMatchObject({ kind: 'cannot be compared', why: expect.stringContaining(why) });
  });

  test('the same in both is the same, whatever it is', () => {
    expect(compared('top at least 10 sessions', 'top at least 10 sessions', top).kind).toBe('same');
  });
});

describe('the witness', () => {
  test('is as small as it can be, and told in words', () => {
    expect(compared('more than 10 unauthorised sessions in a rolling 10 school weeks', law)).toMatchObject({
      onlyRight: {
        sessions: 10,
        words: 'a pupil with 10 sessions of unauthorised absence (O) between 2 September and 6 September 2024',
      },
    });
  });

  test('of windows that a holiday parts shows what lies on each side', () => {
    expect(compared('at least 10 unauthorised sessions in a rolling 12 calendar weeks', law)).toMatchObject({
      onlyLeft: {
        words:
          'a pupil with 10 sessions of unauthorised absence (O) (1 on 6 September 2024 and 9 between 12 November and 18 November 2024)',
      },
      onlyRight: { sessions: 10, words: expect.stringContaining('as at 30 December 2024') },
    });
  });
});
