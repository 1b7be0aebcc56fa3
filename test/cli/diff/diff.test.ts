import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diff, diffReport } from '../../../cli/commands/diff.ts';
import { diffMarkdown } from '../../../cli/diff/diff-markdown.ts';
import { readVersions } from '../../../cli/diff/versions.ts';
import type { DiffFlags } from '../../../cli/flags.ts';
import { isoDay } from '../../../register/day.ts';
import { gitFolder } from '../../support/git-folder.ts';
import { oakSchool } from '../../support/oak-school.ts';

const trust = (days: number): string => `trust grove "Grove Trust" in force from 1 September 2024 {
  school in "England"
}
when leave asked {
  school must tell parents about "the outcome" within ${days} school days of leave asked
}
`;
const school = (id: string, closes: string, more = ''): string => oakSchool(closes, { id, under: 'grove', more });

const repository = gitFolder();
const { folder } = repository;
repository.write({ 'policies/grove.att': trust(5), 'policies/oak.att': school('oak', '09:15') });
const first = repository.commit('as it was');
repository.write({ 'policies/oak.att': school('oak', '09:30') });
repository.commit('registers close later');
repository.git('branch', 'later');
repository.write({ 'policies/oak.att': undefined, 'policies/oak-tree.att': school('oak-tree', '09:30') });
repository.commit('another name');
repository.write({ 'policies/grove.att': trust(10), 'policies/elm.att': school('elm', '10:00') });
repository.commit('a layer that asks less, and a new school');
repository.write({ 'policies/elm.att': `// said more plainly\n${school('elm', '10:00')}` });

async function run(
  args: readonly string[],
  options: DiffFlags = {},
  at = folder,
): Promise<{ exit: number; out: string }> {
  let out = '';
  const print = (text: string) => void (out += text);
  const world = { format: 'text', colour: false, environment: {}, folder: at } as const;
  try {
    const exit = await diff({ out: print, err: print, ...world }, args, { asAt: '2026-11-22', ...options });
    return { exit, out };
  } catch (error) {
    return { exit: (error as { readonly exitCode: number }).exitCode, out: String(error) };
  }
}

describe('revisions', () => {
  test.each<[string, readonly string[], number, string]>([
    ['two', [first, 'later'], 1, '2 policies of later beside'],
    ['two as one word', [`${first}..later`], 1, '2 changes of meaning'],
    ['from where they parted', [`${first}...later`], 1, '2 changes of meaning (2 looser)'],
    ['one beside the files as they stand', ['HEAD'], 0, 'no change of meaning'],
    ['the other way round', ['later', first], 1, '2 changes of meaning (2 tighter)'],
    [
      'a file that has another path, and a policy another id',
      ['later', 'HEAD~1'],
      0,
      'no change of meaning, 1 reworded only',
    ],
    ['a policy more', ['HEAD~1', 'HEAD'], 1, '1 looser, 1 policy added'],
    ['of one file', ['HEAD~1', 'HEAD', 'policies/oak-tree.att'], 0, 'no change of meaning'],
    ['of a file that is gone', [first, 'HEAD', 'policies/oak.att'], 1, 'policy removed'],
    ['nothing', [], 2, 'What is compared with what?'],
    ['a revision that is none', ['nowhere', 'HEAD'], 2, 'neither a file here nor a revision'],
    ['what looks like an option', ['--output=x', 'HEAD'], 2, 'neither a file here nor a revision'],
    ['a path without policies', [first, 'HEAD', 'README.md'], 2, 'holds no .att file, in neither version'],
  ])('%s', async (_, args, exit, words) => {
    expect(await run(args)).toEqual({ exit, out: expect.stringContaining(words) as string });
  });

  test('the layer above is read at the same revision, and told of by itself', async () => {
    const { out } = await run(['HEAD~1', 'HEAD']);
    expect(out).toContain('It gives 10 school days, not 5 school days.');
    expect(out).toContain('policies/grove.att:5');
  });

  test('from a folder below, paths are of that folder', async () => {
    const { out } = await run([first, 'later', 'oak.att'], {}, join(folder, 'policies'));
    expect(out).toContain('now  time closes "Registers close" 09:30    oak.att:6');
  });

  test('nothing is checked out, and nothing written', async () => {
    const before = repository.git('status', '--porcelain');
    await run([first, 'HEAD']);
    expect(repository.git('status', '--porcelain')).toBe(before);
  });

  test('without a repository', async () => {
    expect(await run(['main', 'HEAD'], {}, '/')).toEqual({ exit: 3, out: expect.stringContaining('git') as string });
  });
});

describe('two files', () => {
  repository.write({ 'kept/old.att': school('oak', '09:15'), 'kept/new.att': school('oak', '09:40') });

  test('one beside the other is its other version', async () => {
    const { out, exit } = await run(['kept/old.att', 'kept/new.att']);
    expect(exit).toBe(1);
    expect(out).toContain('looser for pupils and families  closes (time)');
    expect(out).toContain('was  time closes "Registers close" 09:15    kept/old.att:6');
    expect(out).toContain('now  time closes "Registers close" 09:40    kept/new.att:6');
    expect(out).toContain('Arriving in the morning from 09:16 to 09:40 is L, and was U.');
    expect(out).toContain('REG-OPEN-30  silent → breaches');
  });

  test('of two schools', async () => {
    const { out } = await run(['kept/new.att', 'policies/elm.att']);
    expect(out).toContain('Oak School (elm)    kept/new.att → policies/elm.att');
  });
});

test.each([
  [['kept/gone.att', 'kept/new.att'], 3, 'cannot read kept/gone.att: there is no such file or folder'],
  [['kept/old.att', 'kept/gone.att'], 3, 'cannot read kept/gone.att: there is no such file or folder'],
  [['kept/old.att'], 2, 'kept/old.att is a file, and is compared with one other file or folder.'],
  [['kept/old.att', 'HEAD'], 2, 'kept/old.att is a file, and is compared with one other file or folder.'],
])('%j says what is wrong', async (operands, exit, message) => {
  expect(await run(operands)).toEqual({ exit, out: expect.stringContaining(message) as string });
});

describe('what fails', () => {
  test.each<[NonNullable<DiffFlags['failOn']>, string, string, number]>([
    ['any', first, 'later', 1],
    ['looser', first, 'later', 1],
    ['looser', 'later', first, 0],
    ['breaches', first, 'later', 1],
    ['breaches', 'later', first, 0],
    ['never', first, 'later', 0],
  ])('%s, from %s to %s: %i', async (failOn, from, to, exit) => {
    expect((await run([from, to], { failOn })).exit).toBe(exit);
  });
});

describe('formats', () => {
  test('json has the old and new words, the lines, and the standing', async () => {
    const { out } = await run([first, 'later'], { format: 'json' });
    expect(JSON.parse(out)).toMatchObject({
      kind: 'diff',
      old: first,
      new: 'later',
      counts: { tighter: 0, looser: 2, neither: 0, reworded: 0, newlyBreached: 1 },
      policies: [
        {
          policy: 'oak',
          changes: [
            {
              clause: 'closes',
              sort: 'time',
              change: 'looser',
              for: ['pupils and families'],
              before: { words: 'time closes "Registers close" 09:15', file: 'policies/oak.att', line: 6 },
              after: { words: 'time closes "Registers close" 09:30', file: 'policies/oak.att', line: 6 },
            },
            { clause: 'morning', change: 'looser' },
          ],
          standing: expect.arrayContaining([
            expect.objectContaining({ provision: 'REG-OPEN-30', was: 'silent', is: 'breaches' }),
          ]) as unknown,
        },
      ],
    });
  });

  test('markdown says it in a table, with the words folded away', async () => {
    const { out } = await run([first, 'later'], { format: 'markdown' });
    expect(out).toContain('**2 changes of meaning (2 looser), 1 provision newly breached**, comparing later with');
    expect(out).toContain(
      '| **looser** for pupils and families | Registers close (line 6) | It is 09:30, not 09:15. |',
    );
    expect(out).toContain('<details><summary>Old and new words</summary>');
    expect(out).toContain('- time closes "Registers close" 09:15\n+ time closes "Registers close" 09:30');
  });

  test('markdown that would be too long leaves out the words first, and says so where it leaves out more', () => {
    const context = { out: () => {}, err: () => {}, format: 'text', colour: false, environment: {}, folder } as const;
    const report = diffReport(readVersions(context, [first, 'later']), isoDay('2026-11-22'));
    const whole = diffMarkdown(report);
    const without = diffMarkdown(report, whole.length - 1);
    expect(without).not.toContain('<details>');
    expect(without).toContain('Registers close (line 6)');
    const less = diffMarkdown(report, without.length - 1);
    expect(less).toContain('… and 1 more');
    expect(diffMarkdown(report, 300)).toContain('more than fits here');
  });

  test('nothing in a policy’s words marks anything up', async () => {
    const words = 'ask <b>@head</b> | see #12 *now* `x` ```';
    repository.write({ 'kept/marks.att': school('oak', '09:15', `school must "${words}"\n`) });
    const { out } = await run(['kept/old.att', 'kept/marks.att'], { format: 'markdown' });
    expect(out).toContain('&lt;b&gt;@<!-- -->head&lt;/b&gt; \\| see #<!-- -->12 \\*now\\* \\`x\\`');
    expect(out).toContain('````diff');
  });
});
