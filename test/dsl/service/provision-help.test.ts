import { describe, expect, test } from 'vitest';
import { england, provisionHelp } from '../../../dsl/index.ts';

const ids = [...new Set(england.provisions.map(({ id }) => id))];

test('how a provision reads', () => {
  expect(provisionHelp(england, 'PA-10')).toEqual([
    'PA-10  A pupil who misses 10 per cent or more of possible sessions is persistently absent',
    '',
    'from 1 September 2015 to 18 August 2024  from 10% of possible sessions',
    '  non-statutory guidance: A guide to absence statistics, Department for Education (2016), contents page (confirmed)',
    '  https://www.gov.uk/government/publications/absence-statistics-guide',
    '  Missed for any reason; attendance of exactly 90 per cent is persistent absence. Before 2015/16 it was 15 per cent.',
    '',
    'from 19 August 2024  from 10% of possible sessions',
    '  statutory guidance: Working together to improve school attendance (August 2024) (confirmed second-hand)',
    '  https://www.gov.uk/government/publications/working-together-to-improve-school-attendance',
    '  Missed for any reason; attendance of exactly 90 per cent is persistent absence.',
    '',
    'meets     from 10% of possible sessions on',
    'breaches  anything else, in another unit too',
    'departs   departs from PA-10 because "why" approved by ROLE on DATE, until DATE',
  ]);
});

describe.each(ids)('%s', (id) => {
  const lines = provisionHelp(england, id)!;

  test('says since when, how binding, where written and how surely known', () => {
    const versions = england.provisions.filter((each) => each.id === id);
    expect(lines.filter((line) => /^(?:from|since) /.test(line))).toHaveLength(versions.length);
    for (const { level, confidence } of versions)
      expect(lines.join('\n')).toMatch(new RegExp(`^  ${level}: .* \\(${confidence}.*\\)$`, 'm'));
    expect(lines.join('\n')).not.toMatch(/undefined|null|\[object/);
  });

  test('offers a departure from guidance alone', () => {
    const { level } = england.provisions.findLast((each) => each.id === id)!;
    expect(lines.some((line) => line.includes(`departs from ${id}`))).toBe(level.endsWith('guidance'));
  });
});

test('what nobody knows', () => {
  expect(provisionHelp(england, 'PN-TRESH')).toBeUndefined();
});
