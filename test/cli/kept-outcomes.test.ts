import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import type { KeptOutcomes } from '../../cli/check/kept-outcomes.ts';
import { keptIn } from '../../cli/check/kept-outcomes.ts';
import { check } from '../../cli/commands/check.ts';
import type { CheckFormat } from '../../cli/flags.ts';

const repository = resolve(import.meta.dirname, '../..');
const made: string[] = [];
afterAll(() => made.forEach((path) => rmSync(path, { recursive: true })));
afterEach(() => vi.useRealTimers());

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'att-kept-'));
  made.push(path);
  return path;
}

interface Asked {
  readonly from?: string;
  readonly paths?: readonly string[];
  readonly asAt?: string;
  readonly format?: CheckFormat;
}

/** What `att check` prints, with its exit code, and the names of the files that it read for it. */
async function checked(
  kept: string | undefined,
  { from = repository, paths = ['policies'], asAt, format = 'pretty' }: Asked,
  build = 'a build',
): Promise<{ readonly said: string; readonly read: readonly string[] }> {
  let text = '';
  const read: string[] = [];
  const out = (more: string): void => void (text += more);
  const context = {
    out,
    err: out,
    format: 'text' as const,
    colour: false,
    environment: { ATT_FRESH: 'yes' },
    folder: from,
  };
  const flags = { format, ...(asAt === undefined ? {} : { asAt }) };
  const exit = await check(context, paths, flags, (question) =>
    kept === undefined ? undefined : noting(keptIn(kept, build, question), read),
  );
  return { said: `${text}exit ${exit}`, read: read.sort() };
}

/** What is read is kept: so it is seen what was read. */
function noting(kept: KeptOutcomes, read: string[]): KeptOutcomes {
  return {
    ...kept,
    keep: (source, outcome) => {
      read.push(source.name);
      kept.keep(source, outcome);
    },
  };
}

const conformance = (part: string): string => join(repository, 'test/conformance', part);
const attFiles = (path: string): readonly string[] => readdirSync(path).filter((name) => name.endsWith('.att'));

describe('what is printed with what was kept is what is printed without', () => {
  const days = [undefined, '2024-03-28', 'today', '2024-08-01..2024-09-30'];
  const formats = ['pretty', 'json'] as const;
  const wholes = [
    { what: 'the policies', from: repository, paths: ['policies'] },
    ...['check', 'parse'].map((part) => ({
      what: `conformance/${part} at once`,
      from: conformance(part),
      paths: ['.'],
    })),
    ...readdirSync(conformance('layers'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ what: `conformance/layers/${name}`, from: conformance(`layers/${name}`), paths: ['.'] })),
  ];

  test.each(wholes)('$what', async ({ from, paths }) => {
    const kept = folder();
    for (const asAt of days) {
      for (const format of formats) {
        const asked: Asked = { from, paths, format, ...(asAt === undefined ? {} : { asAt }) };
        const fresh = await checked(undefined, asked);
        const first = await checked(kept, asked);
        const again = await checked(kept, asked);
        expect(first.said).toBe(fresh.said);
        expect(again.said).toBe(fresh.said);
        expect(again.read).toEqual([]);
      }
    }
  });

  test.each(['check', 'parse'])('each text of conformance/%s by itself', async (part) => {
    for (const name of attFiles(conformance(part))) {
      const alone = folder();
      const kept = folder();
      cpSync(join(conformance(part), name), join(alone, name));
      const asked: Asked = { from: alone, paths: [name] };
      const { said } = await checked(undefined, asked);
      expect((await checked(kept, asked)).said).toBe(said);
      expect(await checked(kept, asked)).toEqual({ said, read: [] });
    }
  });
});

describe('what has changed is read again, with what rests on it', () => {
  const texts = {
    'borough.att': `framework borough "Borough" in force from 1 September 2024 {\n  school in "England"\n}\nrole office "office"\noffice must send copy   cite "1"\n`,
    'school.att': `policy school "School" in force from 1 September 2024 {\n  school in "England"\n  under borough\n}\noffice must call parents   cite "2"\n`,
    'other.att': `policy other "Other" in force from 1 September 2024 {\n  school in "England"\n}\nparents must call school   cite "3"\n`,
  };

  function desk(): {
    readonly asked: Asked;
    readonly kept: string;
    readonly write: (name: string, text: string) => void;
  } {
    const from = folder();
    const write = (name: string, text: string): void => {
      writeFileSync(join(from, name), text);
    };
    for (const [name, text] of Object.entries(texts)) write(name, text);
    return { asked: { from, paths: ['.'] }, kept: folder(), write };
  }

  /** Reads all twice, makes a change, and reads again: what was read then, and that it is what fresh eyes read. */
  async function readAfter(change: (write: (name: string, text: string) => void) => void): Promise<readonly string[]> {
    const { asked, kept, write } = desk();
    await checked(kept, asked);
    expect((await checked(kept, asked)).read).toEqual([]);
    change(write);
    const { said, read } = await checked(kept, asked);
    expect(said).toBe((await checked(undefined, asked)).said);
    expect((await checked(kept, asked)).read).toEqual([]);
    return read;
  }

  test.each<readonly [string, (write: (name: string, text: string) => void) => void, readonly string[]]>([
    ['one byte of a policy', (write) => write('other.att', `${texts['other.att']} `), ['other.att']],
    [
      'a layer',
      (write) => write('borough.att', texts['borough.att'].replace('copy', 'plan')),
      ['borough.att', 'school.att'],
    ],
    [
      'a school, whose names its layer is used by',
      (write) => write('school.att', texts['school.att'].replace('office', 'parents')),
      ['borough.att', 'school.att'],
    ],
    ['a file with the id of another', (write) => write('z.att', texts['other.att']), ['other.att', 'z.att']],
    [
      'a layer that was missing before',
      (write) => {
        write('school.att', texts['school.att'].replace('under borough', 'under absent'));
      },
      ['borough.att', 'school.att'],
    ],
    [
      'a file that nothing rests on',
      (write) => write('new.att', texts['other.att'].replace('policy other', 'policy new')),
      ['new.att'],
    ],
  ])('%s', async (_, change, read) => {
    expect(await readAfter(change)).toEqual(read);
  });

  const all = Object.keys(texts).sort();

  test('the day, and the build (rulebook and templates are part of it)', async () => {
    const { asked, kept } = desk();
    await checked(kept, asked);
    expect((await checked(kept, { ...asked, asAt: '2025-01-06' })).read).toEqual(all);
    expect((await checked(kept, { ...asked, asAt: '2025-01-07' })).read).toEqual(all);
    expect((await checked(kept, asked, 'another build')).read).toEqual(all);
    expect((await checked(kept, asked)).read).toEqual([]);
  });

  test('a file read for another’s sake is held beside the law once it is asked about', async () => {
    const { asked, kept } = desk();
    await checked(kept, { ...asked, paths: ['school.att'] });
    expect((await checked(kept, asked)).read).toEqual(all);
    expect((await checked(kept, { ...asked, paths: ['other.att'] })).read).toEqual([]);
  });

  test('how a policy stands to the law of today is read again tomorrow', async () => {
    const { asked, kept } = desk();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-05T12:00:00Z') });
    await checked(kept, asked);
    expect((await checked(kept, asked)).read).toEqual([]);
    vi.setSystemTime(new Date('2026-01-06T12:00:00Z'));
    expect((await checked(kept, asked)).read).toEqual(all);
    expect((await checked(kept, { ...asked, asAt: '2026-01-05' })).read).toEqual(all);
    vi.setSystemTime(new Date('2026-01-07T12:00:00Z'));
    expect((await checked(kept, { ...asked, asAt: '2026-01-05' })).read).toEqual([]);
  });
});
