import { describe, expect, test } from 'vitest';
import { standingOf, standingOfFile } from './standing-of.ts';

const day = '2024-08-19';
const notice = 'notice penalty-notice "Penalty notice" { goes to parents }';

/** A policy by which a notice may be issued where the test holds. */
function issuedIf(test: string, more = ''): string {
  return `${more}\nthreshold level "the threshold" is ${test}\n${notice}\nlocal-authority may issue penalty-notice if level`;
}

describe('PN-THRESH, 10 sessions', () => {
  test('a person’s judgement beside the number narrows nothing that is counted', () => {
    const policy = `${issuedIf('at least 10 unauthorised sessions in a rolling 10 school weeks', 'judgement tried "support was tried" by school')} and tried`;
    expect(standingOf(policy, 'PN-THRESH', day).standing).toBe('meets');
  });

  test('a second measure in the sentence, or round it, narrows it', () => {
    const count = 'at least 10 unauthorised sessions in a rolling 10 school weeks';
    const unless = `${issuedIf(count)} unless attendance this school year at least 95%`;
    const inBlock = `threshold level is ${count}\n${notice}\nwhen attendance this school year below 90% {\n  local-authority may issue penalty-notice if level\n}`;
    expect(standingOf(unless, 'PN-THRESH', day).standing).toBe('breaches');
    expect(standingOf(inBlock, 'PN-THRESH', day).standing).toBe('breaches');
  });

  test('says who is passed over', () => {
    const words =
      'at least 10 unauthorised sessions in a rolling 10 school weeks and attendance this school year below 90%';
    expect(standingOf(issuedIf(words), 'PN-THRESH', day).why).toBe(
      'At 10 sessions a penalty notice is considered only with “attendance this school year below 90%” as well, so a pupil with 10 sessions and without that is passed over; the guidance asks for no more than 10 sessions.',
    );
  });

  test.each([
    ['a threshold that no notice turns on', 'threshold level is at least 12 unauthorised sessions this school year'],
    ['a notice that nothing brings', notice],
    [
      'a letter that warns of a notice',
      'letter warning "Penalty notice warning letter" { goes to parents }\nmay send warning to parents if at least 12 unauthorised sessions this school year',
    ],
    [
      'a bar on issuing',
      `${notice}\nschool must not issue penalty-notice if at least 12 unauthorised sessions this school year`,
    ],
    [
      'a notice that turns on lateness before registers close',
      `${notice}\nschool may issue penalty-notice if at least 10 late sessions this half term`,
    ],
  ])('%s: silent', (_, policy) => {
    expect(standingOf(policy, 'PN-THRESH', day)).toMatchObject({
      standing: 'silent',
      why: 'The policy does not say at how many sessions a penalty notice is considered.',
    });
  });

  test('a notice asked for in quoted words', () => {
    const policy =
      'school will "ask the council to issue a penalty notice" if at least 12 unauthorised sessions this school year';
    expect(standingOf(policy, 'PN-THRESH', day).standing).toBe('breaches');
  });

  test('what a notice needs is part of its threshold', () => {
    const policy = `threshold level is at least 12 unauthorised sessions this school year\nnotice penalty-notice "Penalty notice" {\n  needs level\n  school may issue penalty-notice\n}`;
    expect(standingOf(policy, 'PN-THRESH', day).standing).toBe('breaches');
  });

  test('a school’s own number stands beside its framework’s', () => {
    const framework = issuedIf('at least 10 unauthorised sessions in a rolling 10 school weeks');
    expect(standingOf('', 'PN-THRESH', day, framework)).toMatchObject({
      standing: 'meets',
      clause: { policy: 'council' },
    });
    const own = issuedIf('at least 8 unauthorised sessions in a rolling 10 school weeks');
    const row = standingOf(own, 'PN-THRESH', day, framework);
    expect(row).toMatchObject({ standing: 'breaches', clause: { policy: 'school', id: 'level' } });
    expect(row.beside.map((each) => each.clause?.policy)).toEqual(['council']);
  });

  test('thresholds that refer to one another many times over end soon', () => {
    const chain = Array.from(
      { length: 40 },
      (_, n) => `threshold t${n} is t${n + 1} or t${n + 1} and t${n + 1}`.replace('or', 'or (') + ')',
    );
    const policy = `${chain.join('\n')}\nthreshold t40 is at least 10 unauthorised sessions in a rolling 10 school weeks\n${notice}\nschool may issue penalty-notice if t0`;
    const from = performance.now();
    expect(standingOf(policy, 'PN-THRESH', day).standing).toBe('meets');
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});

describe('PN-OLD-THRESH and PN-WEEK', () => {
  test('before 19 August 2024 the council decides: the policy’s words are shown, and not judged', () => {
    const policy = issuedIf('at least 12 unauthorised sessions in a rolling 12 calendar weeks');
    expect(standingOf(policy, 'PN-OLD-THRESH', '2024-08-18')).toMatchObject({
      standing: 'local – cannot judge',
      clause: { id: 'level' },
    });
    expect(standingOf('', 'PN-OLD-THRESH', '2024-08-18')).toMatchObject({
      standing: 'local – cannot judge',
      clause: null,
    });
  });

  test('what a school week is may be left unsaid', () => {
    expect(standingOf('', 'PN-WEEK', day)).toMatchObject({ standing: 'silent', policyText: null });
  });
});

describe('Widnes', () => {
  test('10 sessions and attendance below 90% over the school year, in September 2024', () => {
    const threshold = standingOfFile('widnes', 'PN-THRESH', '2024-09-01');
    expect(threshold).toMatchObject({ standing: 'breaches', clause: { id: 'limb-sessions', cite: 'Penalty Notice' } });
    expect(threshold.why).toMatch(
      /passed over; .* rests on an assumption: “no period is printed for either number”\.$/,
    );
    expect(threshold.beside.map((each) => each.clause?.id)).toEqual(['limb-late', 'limb-holiday']);
    const window = standingOfFile('widnes', 'PN-WINDOW', '2024-09-01');
    expect(window.standing).toBe('breaches');
    expect(window.why).toMatch(
      /^The sessions are counted over this school year, .* “no period is printed for either number”\.$/,
    );
    expect(standingOfFile('widnes', 'PN-CODES', '2024-09-01').standing).toBe('meets');
  });

  test('on its own day the council’s code decides', () => {
    expect(standingOfFile('widnes', 'PN-OLD-THRESH', '2023-11-22').standing).toBe('local – cannot judge');
  });
});

describe('a notice that comes before', () => {
  const warned = (test: string, window = 'during improvement'): string =>
    `threshold level "the threshold" is ${test}
    notice notice-to-improve "Notice to improve" { goes to parents }
    local-authority may issue notice-to-improve if level
    period improvement is 15 school days after notice-to-improve issued
    period monitoring is 3 months after improvement ended
    ${notice}
    local-authority may issue penalty-notice if any unauthorised session ${window}`;

  test.each(['PN-WINDOW', 'PN-CODES'])('and its window and codes: %s', (provision) => {
    const policy = warned('at least 10 unauthorised sessions in a rolling 10 school weeks');
    expect(standingOf(policy, provision, day).standing).toBe('meets');
  });
});

describe('a further ground that only those reach who have reached the threshold', () => {
  const besides = (ground: string): string =>
    issuedIf(`at least 10 unauthorised sessions in a rolling 10 school weeks or ${ground}`);

  test.each([
    ['5 whole days in a row coded G', 'at least 5 school days in a row coded G', 'meets', 'meets', 'meets'],
    [
      '4 whole days in a row coded G',
      'at least 4 school days in a row coded G',
      'contradicts itself',
      'contradicts itself',
      'contradicts itself',
    ],
    [
      '11 whole days in a row coded G: the last ten of them are enough',
      'at least 11 school days in a row coded G',
      'meets',
      'meets',
      'meets',
    ],
    [
      '5 days in a row of illness too',
      'at least 5 absent school days in a row',
      'contradicts itself',
      'contradicts itself',
      'contradicts itself',
    ],
  ])('%s', (_, ground, threshold, window, codes) => {
    const standings = ['PN-THRESH', 'PN-WINDOW', 'PN-CODES'].map(
      (provision) => standingOf(besides(ground), provision, day).standing,
    );
    expect(standings).toEqual([threshold, window, codes]);
  });

  test('alone it passes over whoever is absent otherwise', () => {
    expect(standingOf(issuedIf('at least 5 school days in a row coded G'), 'PN-THRESH', day).standing).toBe('breaches');
  });
});
