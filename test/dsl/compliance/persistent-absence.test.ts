import { describe, expect, test } from 'vitest';
import { standingOf, standingOfFile } from './standing-of.ts';

function pa(words: string): string {
  return `threshold pa "Persistently absent" is ${words}`;
}

describe('PA-10, from 10% of possible sessions missed', () => {
  test('a group of some persistently absent pupils does not define them', () => {
    const policy =
      'fact send "special educational needs" for pupil\ngroup pa-send "persistently absent, with SEND" is absence this school year at least 15% and send';
    expect(standingOf(policy, 'PA-10', '2024-08-19').standing).toBe('silent');
  });

  test('says that exactly 90% is left out', () => {
    expect(standingOf(pa('attendance this school year below 90%'), 'PA-10', '2024-08-19').why).toBe(
      'By this clause a pupil is persistently absent who misses more than 10% of possible sessions, so not one at exactly 90% attendance; the guidance has 10% or more.',
    );
  });

  test('is guidance of two strengths, on either side of 19 August 2024', () => {
    const policy = pa('attendance this school year below 90%');
    expect(standingOf(policy, 'PA-10', '2024-08-18')).toMatchObject({
      standing: 'breaches',
      level: 'non-statutory guidance',
    });
    expect(standingOf(policy, 'PA-10', '2024-08-19')).toMatchObject({
      standing: 'breaches',
      level: 'statutory guidance',
    });
  });
});

describe('Widnes and Halton', () => {
  test.each(['2023-11-22', '2024-09-01'])(
    'the framework says both “90%% or less” and “less than 90%%”, on %s',
    (day) => {
      const widnes = standingOfFile('widnes', 'PA-10', day);
      expect(widnes).toMatchObject({
        standing: 'contradicts itself',
        clause: { id: 'persistently-absent-below', cite: 'Introduction; Glossary, Persistent absence' },
      });
      expect(widnes.beside.map((each) => each.clause?.id)).toEqual(['pa-map', 'persistently-absent', 'contradiction']);
      expect(standingOfFile('halton', 'PA-10', day)).toMatchObject({
        standing: 'contradicts itself',
        clause: { id: 'persistently-absent-below' },
      });
    },
  );

  test('that they part at exactly 90% is said beside', () => {
    const { beside } = standingOfFile('widnes', 'PA-10', '2024-09-01');
    expect(beside.at(-1)?.why).toBe(
      'The policy notes that its clauses differ: “90% or less at the meetings, less than 90% elsewhere: they part at exactly 90%”.',
    );
  });
});
