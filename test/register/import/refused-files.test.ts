import { expect, test } from 'vitest';
import { genericWide } from '../../../register/import/profile.ts';
import { amira, longHeading, readMarks } from '../../support/import-file.ts';

const utf8 = new TextEncoder();
const good = amira('2023-09-04,AM,/,', '2023-09-04,PM,\\,');

function utf16(text: string, mark: boolean): Uint8Array {
  const units = Uint16Array.from(mark ? `\ufeff${text}` : text, (character) => character.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

/** Each case: bytes of which nothing is taken, and the reason told. */
const cases: readonly { name: string; file: string | Uint8Array; told: RegExp }[] = [
  { name: 'an empty file', file: '', told: /^file: an empty file/ },
  { name: 'blank lines alone', file: '\n\n  \n', told: /an empty file/ },
  { name: 'another heading', file: 'name,absence\nAmira,3\n', told: /^row 1: name, absence \(file\)/ },
  {
    name: 'a column that is missing',
    file: good.replace('registration group', 'form'),
    told: /^row 1: upn, surname.*\(file\)/,
  },
  {
    name: 'a column that stands twice',
    file: good.replace('minutes late', 'code'),
    told: /two columns with this heading/,
  },
  { name: 'a file cut off in the middle of a row', file: good.slice(0, -8), told: /ends in the middle of a row/ },
  {
    name: 'a quotation mark never closed',
    file: `${good}A1,"Khan,Amira\n${'x,y\n'.repeat(50)}`,
    told: /quotation mark/,
  },
  { name: 'UTF-16 with its mark', file: utf16(good, true), told: /^file: text in UTF-16/ },
  { name: 'UTF-16 without a mark', file: utf16(good, false), told: /^file: text in UTF-16/ },
  { name: 'a workbook', file: Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), told: /^file: a workbook/ },
  {
    name: 'a date with its month first, even one among many',
    file: amira('09/04/2023,AM,/,', '09/13/2023,AM,/,'),
    told: /^row 3, date: 09\/13\/2023 \(file\)/,
  },
];

for (const { name, file, told } of cases) {
  test(`refused: ${name}`, async () => {
    const imported = await readMarks(file);
    expect(imported.reading.kind).toBe('refused');
    expect(imported.told.join('\n')).toMatch(told);
    expect(imported.marks).toEqual([]);
  });
}

test('refused: a wide register headed month first', async () => {
  const heading = 'upn,surname,forename,date of birth,year group,registration group,09/13/2023 AM';
  const imported = await readMarks(`${heading}\nA1,Khan,Amira,,5,5B,/\n`, genericWide);
  expect(imported.told).toEqual(['row 1, 09/13/2023 AM: month/day/year (file)']);
});

test('bytes that are not UTF-8 are a problem of their row alone', async () => {
  const [before, after] = good.replace('Khan', 'Kh%n').split('%') as [string, string];
  const file = Buffer.concat([utf8.encode(before), Uint8Array.of(0xe4), utf8.encode(after)]);
  const imported = await readMarks(file);
  expect(imported.told).toEqual(['row 2, surname: a character that is not UTF-8 (unreadable)']);
  expect(imported.marks).toEqual(['A1 2023-09-04 PM \\']);
});

test('a file in pieces of one byte reads as the whole', async () => {
  const bytes = utf8.encode(good.replace('Amira', 'Zoë'));
  const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
  expect((await readMarks(pieces)).marks).toEqual((await readMarks(bytes)).marks);
});

/** 100 MB, piece by piece, from a seed: the same bytes every time. */
function* noise(kind: 'bytes' | 'text' | 'lines' | 'rows', head = ''): Generator<Uint8Array> {
  yield utf8.encode(head);
  let state = 42;
  for (let size = 0; size < 100_000_000; size += 65_536) {
    const piece = new Uint8Array(65_536);
    for (let index = 0; index < piece.length; index += 1) {
      state = (state * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff;
      const byte = state >> 16;
      if (kind === 'bytes') piece[index] = byte;
      else if (kind === 'text') piece[index] = 97 + (byte % 26);
      else if (kind === 'rows') piece[index] = index % 60 === 59 ? 10 : index % 6 === 5 ? 44 : 97 + (byte % 26);
      else piece[index] = byte % 64 === 0 ? 10 : 32 + (byte % 90);
    }
    yield piece;
  }
}

const heads = [
  ['', ''],
  [' after a good heading', `${longHeading}\n`],
  [' after good rows', good],
] as const;
for (const kind of ['bytes', 'text', 'lines', 'rows'] as const) {
  for (const [after, head] of heads) {
    test(`100 MB of noise (${kind}${after}) is refused at once, in little memory`, async () => {
      const before = process.memoryUsage().rss;
      const started = performance.now();
      let pieces = 0;
      const counted = function* (): Generator<Uint8Array> {
        for (const piece of noise(kind, head)) {
          pieces += 1;
          yield piece;
        }
      };
      const imported = await readMarks(counted());
      expect(imported.reading.kind).toBe('refused');
      expect(imported.reading.report.problems[0]).toMatchObject({ kind: 'file' });
      expect(imported.reading.report.problems.length).toBeLessThanOrEqual(1_000);
      expect(pieces).toBeLessThan(100);
      expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
      expect(performance.now() - started).toBeLessThan(5_000);
    });
  }
}
