import { describe, expect, test } from 'vitest';
import type { StandingRow } from '../../../dsl/compliance/standing.ts';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { checkCompliance } from '../../../dsl/compliance/compliance.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { isoDay } from '../../../register/day.ts';

/** How a school of a kind, with these lines, stands to a provision; `above` is what kind the trust it is under says. */
function standing(kind: string, lines: string, provision: string, day = '2024-09-01', above = ''): StandingRow {
  const says = (word: string): string => (word === '' ? '' : `school is ${word}`);
  const sources = [
    { name: 'a.att', text: `policy a "A" in force from 1 September 2000 { ${says(kind)} under t }\n${lines}` },
    { name: 't.att', text: `trust t "T" in force from 1 September 2000 { ${says(above)} }` },
  ];
  const { policies, diagnostics } = readPolicies(sources, { rulebook: england });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const rows = checkCompliance(policies.get('a')!, england, isoDay(day));
  return rows.find((row) => row.provision === provision)!;
}

const notice =
  'notice penalty-notice "Penalty Notice" { any fine £80 if paid within 21 calendar days of notice issued }';

describe('what binds maintained and non-maintained special schools alone', () => {
  test.each([
    ['maintained', 'silent', 'says how many sessions or days a school year has'],
    ['maintained, primary', 'silent', 'says how many sessions or days a school year has'],
    ['non-maintained-special', 'silent', 'says how many sessions or days a school year has'],
    [
      'academy',
      'not applicable',
      'It binds maintained schools and non-maintained special schools; this policy is for an academy.',
    ],
    [
      'independent',
      'not applicable',
      'It binds maintained schools and non-maintained special schools; this policy is for an independent school.',
    ],
    [
      '',
      'silent',
      'It binds maintained schools and non-maintained special schools alone, and the policy does not say what kind of school it is for.',
    ],
    [
      'primary',
      'silent',
      'It binds maintained schools and non-maintained special schools alone, and the policy does not say',
    ],
  ])('“%s” that says nothing: %s', (kind, expected, why) => {
    const row = standing(kind, '', 'YEAR-380');
    expect(row.standing).toBe(expected);
    expect(row.why).toContain(why);
  });

  test('the kind that the trust says holds for its schools', () => {
    expect(standing('', '', 'YEAR-380', '2024-09-01', 'academy').standing).toBe('not applicable');
    expect(standing('maintained', '', 'YEAR-380', '2024-09-01', 'academy').standing).toBe('silent');
  });

  const enough = 'note "The school year has 380 sessions."';
  const fewer = 'note "The school year has 379 sessions."';
  test('whatever its kind, a school that keeps to it meets it', () => {
    expect(standing('', enough, 'YEAR-380').standing).toBe('meets');
    expect(standing('maintained', enough, 'YEAR-380').standing).toBe('meets');
  });
  test('one that does not breaches it only where it is known to be bound', () => {
    expect(standing('maintained', fewer, 'YEAR-380').standing).toBe('breaches');
    expect(standing('', fewer, 'YEAR-380')).toMatchObject({ standing: 'silent', clause: { id: 'note' } });
    expect(standing('academy', fewer, 'YEAR-380').standing).toBe('not applicable');
  });
});

describe('what is law for some and guidance for others', () => {
  test.each([
    ['maintained', 'law'],
    ['non-maintained-special', 'law'],
    ['academy', 'statutory guidance'],
    ['independent', 'statutory guidance'],
    ['', 'law'],
  ])('“%s”: %s', (kind, level) => {
    expect(standing(kind, '', 'LOA-GROUNDS').level).toBe(level);
  });

  test('a policy that does not say its kind is told how strong it is for which', () => {
    expect(standing('', '', 'LOA-GROUNDS').why).toMatch(
      /For maintained schools and non-maintained special schools this is law, for others statutory guidance; the policy does not say what kind of school it is for\.$/,
    );
  });
});

describe('what holds for some school years alone', () => {
  test.each([
    ['2011-08-31', 'not applicable'],
    ['2011-09-01', 'silent'],
    ['2012-08-31', 'silent'],
    ['2012-09-01', 'not applicable'],
    ['2022-08-31', 'silent'],
    ['2022-09-01', 'not applicable'],
  ])('on %s: %s', (day, expected) => {
    expect(standing('maintained', '', 'YEAR-380-X', day).standing).toBe(expected);
  });
});

describe('penalty notices and the kind of school', () => {
  test.each([
    ['academy', notice, 'meets', 'school'],
    ['maintained', '', 'meets', 'school'],
    ['independent', notice, 'breaches', 'penalty-notice'],
    ['independent', '', 'meets', 'school'],
    ['', notice, 'silent', 'penalty-notice'],
    ['', '', 'silent', undefined],
  ])('“%s” with “%s”: %s', (kind, lines, expected, clause) => {
    const row = standing(kind, lines, 'PN-SCHOOLS');
    expect([row.standing, row.clause?.id]).toEqual([expected, clause]);
  });
});

describe('a departure where the law leaves it to some kinds of school', () => {
  const departs = `departs from LOA-GROUNDS because "a trial" approved by "governors" on 1 October 2024, until 31 October 2024`;
  const errorsOf = (kind: string): readonly string[] => {
    const text = `policy a "A" in force from 1 September 2024${kind === '' ? '' : ` { school is ${kind} }`}\n${departs}`;
    const { diagnostics } = readPolicies([{ name: 'a.att', text }], { rulebook: england });
    return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  };

  test.each([
    ['academy', []],
    ['independent', []],
    ['maintained', ['departure-refused']],
    ['', ['departure-refused']],
  ])('“%s”', (kind, expected) => {
    expect(errorsOf(kind)).toEqual(expected);
  });
});
