import { describe, expect, test } from 'vitest';
import type { Provision, Rulebook } from '../../../dsl/rulebook/rulebook.ts';
import type { StandingRow } from '../../../dsl/compliance/standing.ts';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { checkCompliance } from '../../../dsl/compliance/compliance.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { provisionOn } from '../../../dsl/rulebook/regime.ts';
import { isoDay } from '../../../register/day.ts';

const day = isoDay('2024-09-01');
const { about: _about, ...base } = provisionOn(england, 'REG-ELECTRONIC', day)!;
type Asked = Pick<Provision, 'relation' | 'value'> & Partial<Provision>;

/** How a policy of these lines stands to a made-up provision that no subject of its own reads. */
function standing(lines: string, asked: Asked, above?: string): StandingRow {
  const under = above === undefined ? '' : ' { under t }';
  const sources = [{ name: 'a.att', text: `policy a "A" in force from 1 September 2020${under}\n${lines}` }];
  if (above !== undefined)
    sources.push({ name: 't.att', text: `trust t "T" in force from 1 September 2020\n${above}` });
  const { policies, diagnostics } = readPolicies(sources, { rulebook: england });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  const provision = {
    ...base,
    field: 'made.up',
    title: 'Shoes are worn',
    ...asked,
  };
  const rulebook: Rulebook = { ...england, provisions: [provision] };
  return checkCompliance(policies.get('a')!, rulebook, day)[0]!;
}

const note = (text: string): string => `note "${text}"`;

describe('words that single out a clause', () => {
  const says = (said: string, text: string): boolean =>
    standing(note(text), { relation: 'exactly', value: { kind: 'words', words: 'so', said: [said] } }).standing ===
    'meets';

  test.each([
    ['register', 'Registers are registered in the register’s book', true],
    ['register', 'Registration is at nine', false],
    ['register*', 'Registration is at nine', false],
    ['registr*', 'Registration is at nine', true],
    ['policy', 'Policies are reviewed', true],
    ['apply', 'whoever applied', true],
    ['review', 'it was reviewed', true],
    ['permit', 'leave was permitted', true],
    ['agree', 'as agreed', true],
    ['absence', 'Absences', true],
    ['home visit', 'a home visit', true],
    ['home visit', 'visit the home', false],
    ['home visit', 'at home, visits', true],
    ['visit + home', 'visit the home', true],
    ['part-time timetable', 'a part time timetable', true],
    ['£1,000', 'a fine of £1000', true],
    ['1000', 'a fine of £1000', false],
    ['LA', 'the LA is told', true],
    ['LA', 'the law is kept', false],
    ['severe*', 'severely absent', true],
    ['doctor’s note', "a doctor's note", true],
  ])('“%s” in “%s”: %s', (said, text, expected) => {
    expect(says(said, text)).toBe(expected);
  });

  test('no phrase runs from one text of a clause into the next', () => {
    const list = {
      relation: 'exactly',
      value: { kind: 'words', words: 'so', said: ['dates support'] },
    } as const;
    expect(standing('letter l "The dates" { includes "support" }', list).standing).toBe('silent');
  });
});

describe('a list that a policy has to include', () => {
  const list: Asked = {
    about: ['shoe'],
    relation: 'includes',
    value: {
      kind: 'list',
      items: [
        { name: 'laces', said: ['lace', 'string'] },
        { name: 'soles', said: ['sole'] },
      ],
    },
  };

  test('all said, in one clause or in several', () => {
    expect(standing(note('A shoe has laces and soles.'), list)).toMatchObject({
      standing: 'meets',
      clause: { id: 'note' },
    });
    expect(standing(`${note('A shoe has strings.')}\n${note('The shoe’s sole.')}`, list).standing).toBe('meets');
  });

  test('some said: silent, and what is left out is named', () => {
    const row = standing(note('A shoe has laces.'), list);
    expect(row.standing).toBe('silent');
    expect(row.why).toContain('says “laces”, and does not say “soles”');
    expect(row.beside.map(({ policyText }) => policyText)).toEqual(['note "A shoe has laces."']);
  });

  test('said, but not of the subject', () => {
    expect(standing(note('Boots have laces and soles.'), list)).toMatchObject({ standing: 'silent', clause: null });
  });

  test('what the layer above says counts', () => {
    expect(standing(note('A shoe has laces.'), list, note('The soles of a shoe.')).standing).toBe('meets');
    expect(standing('', list, note('The soles of a shoe.')).why).toContain('does not say “laces”');
  });

  test('a clause that is not in force that day says nothing', () => {
    const later =
      'measure shoes "laces and soles of a shoe" is attendance this school year in force from 1 October 2024';
    expect(standing(later, list).standing).toBe('silent');
    expect(standing(later.replace('October', 'September'), list).standing).toBe('meets');
  });

  test('a paper of that name that lists some and leaves out others breaches', () => {
    const paper = { ...list, paper: ['shoe letter'] };
    const letter = (title: string): string => `letter l "${title}" { includes "laces" }`;
    expect(standing(letter('The shoe letter'), paper)).toMatchObject({ standing: 'breaches', clause: { id: 'l' } });
    expect(standing(letter('A letter on shoes'), paper).standing).toBe('silent');
    expect(standing('letter l "The shoe letter" { includes "laces", "soles" }', paper).standing).toBe('meets');
  });
});

describe('what no policy may say', () => {
  const ban: Asked = {
    about: ['shoe'],
    relation: 'forbids',
    value: { kind: 'list', items: [{ name: 'nails', said: ['nail'] }] },
  };

  test.each([
    ['said', 'school may "mend a shoe with nails"', 'breaches'],
    ['barred', 'school must not "mend a shoe with nails"', 'meets'],
    ['advised against', 'school should not "mend a shoe with nails"', 'meets'],
    ['denied in words that may belong to something else', 'school may "mend a shoe with nails, not glue"', 'silent'],
    ['unsaid', 'school may "mend a shoe"', 'silent'],
  ])('%s', (_, line, expected) => {
    expect(standing(line, ban).standing).toBe(expected);
  });
});

describe('a list from which a policy may choose', () => {
  const choice: Asked = {
    about: ['shoe'],
    relation: 'one of',
    value: { kind: 'list', items: [{ name: 'black', said: ['black'] }] },
  };

  test('whether it names anything else cannot be read from words', () => {
    expect(standing(note('Shoes are black.'), choice)).toMatchObject({ standing: 'silent', clause: { id: 'note' } });
    expect(standing(note('Shoes are brown.'), choice)).toMatchObject({ standing: 'silent', clause: null });
  });
});

describe('a number in words', () => {
  const years: Asked = {
    about: ['shoe + kept'],
    relation: 'at least',
    value: { kind: 'quantity', number: 6, unit: 'years' },
  };
  const days: Asked = {
    about: ['shoe'],
    relation: 'at most',
    value: { kind: 'quantity', number: 5, unit: 'school days' },
  };

  test.each([
    ['Shoes are kept for 6 years.', years, 'meets'],
    ['Shoes are kept for six years.', years, 'meets'],
    ['Shoes are kept for 5 years.', years, 'breaches'],
    ['Shoes are kept for 72 months.', years, 'meets'],
    ['Shoes are kept for 71 months.', years, 'breaches'],
    ['Boots are kept for 5 years.', years, 'silent'],
    ['A shoe is mended within 5 school days.', days, 'meets'],
    ['A shoe is mended within 6 school days.', days, 'breaches'],
    ['A shoe is mended within 5 working days.', days, 'meets'],
    ['A shoe is mended within 6 working days.', days, 'breaches'],
    ['A shoe is mended within 5 days.', days, 'silent'],
    ['A shoe is mended within 5 school days, or 10 school days.', days, 'silent'],
    ['A shoe is mended soon.', days, 'silent'],
  ])('%s', (text, asked, expected) => {
    expect(standing(note(text), asked).standing).toBe(expected);
  });

  test('one that cannot be weighed is shown; a clause without one is not', () => {
    const row = standing(note('A shoe is mended within 5 days.'), days);
    expect(row.why).toContain('in words that the check cannot weigh');
    expect(row.clause?.id).toBe('note');
    expect(standing(note('A shoe is mended soon.'), days).clause).toBeNull();
  });
});

test('what a policy has to say is asked of a school’s own, and of no trust', () => {
  const asked: Asked = { mustSay: true, relation: 'exactly', value: { kind: 'words', words: 'so', said: ['shoe'] } };
  expect(standing('', asked)).toMatchObject({ standing: 'silent', mustSay: true });
  const { policies } = readPolicies([{ name: 't.att', text: 'trust t "T" in force from 1 September 2020' }], {
    rulebook: england,
  });
  const provision = { ...base, field: 'made.up', ...asked };
  const [row] = checkCompliance(policies.get('t')!, { ...england, provisions: [provision] }, day);
  expect(row).toMatchObject({ standing: 'not applicable' });
});

test('a row says when its provision is in force, and where it can be read', () => {
  const row = standing('', { relation: 'exactly', value: { kind: 'words', words: 'so', said: ['shoe'] } });
  expect(row).toMatchObject({
    inForce: { from: '2024-08-19', to: null },
    link: 'https://www.legislation.gov.uk/uksi/2024/208/made',
    mustSay: false,
  });
});

describe('how surely a row is known', () => {
  const confidenceOn = (id: string, on: string): string | undefined => {
    const { policies } = readPolicies([{ name: 'a.att', text: 'policy a "A" in force from 1 September 2020' }], {
      rulebook: england,
    });
    return checkCompliance(policies.get('a')!, england, isoDay(on)).find((row) => row.provision === id)?.confidence;
  };

  test.each([
    ['PN-THRESH', '2024-08-19', 'confirmed second-hand'],
    ['PN-THRESH', '2026-07-08', 'confirmed second-hand'],
    ['PN-THRESH', '2026-07-09', 'confirmed second-hand; not read in the July 2026 edition'],
    ['INF-VSH', '2026-07-09', 'from memory, not confirmed; not read in the July 2026 edition'],
    ['INF-VSH', '2024-08-18', 'from memory, not confirmed'],
    ['REG-RETAIN', '2026-07-09', 'confirmed second-hand'],
    ['CONTACT-2', '2026-07-09', 'confirmed second-hand'],
  ])('%s on %s: %s', (id, on, expected) => {
    expect(confidenceOn(id, on)).toBe(expected);
  });
});
