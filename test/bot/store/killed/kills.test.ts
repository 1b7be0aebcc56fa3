import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../../../bot/store/import-file.ts';
import type { Store } from '../../../../bot/store/store.ts';
import { formatIsoDay } from '../../../../register/day.ts';
import { genericLong } from '../../../../register/import/profile.ts';
import { codes } from '../../../support/code-table.ts';
import { calendar, longHeading } from '../../../support/import-file.ts';
import { batch, pupil, withSchool } from '../../../support/registers.ts';
import { eachStore } from '../../../support/stores.ts';
import type { WriterMessage, WriterTask } from './writer.ts';

/** More of them by npm run prove. */
const kills = Number(process.env['KILLS'] ?? 20);

/** A register of 40 pupils: `later` has more days, and other codes on some of the earlier ones. */
function register(kind: 'earlier' | 'later'): string {
  const rows: string[] = [longHeading];
  const days = calendar.schoolDays.slice(0, kind === 'earlier' ? 40 : 70);
  for (let number = 0; number < 40; number += 1) {
    for (const [index, day] of days.entries()) {
      const code = kind === 'later' && (number + index) % 3 === 0 ? 'I' : (number * index) % 11 === 5 ? 'N' : '/';
      const who = `A${number},Surname ${number},Forename,2014-02-03,5,5B`;
      rows.push(`${who},${formatIsoDay(day)},AM,${code},`, `${who},${formatIsoDay(day)},PM,\\,`);
    }
  }
  return `${rows.join('\n')}\n`;
}
const earlier = register('earlier');
const later = register('later');

async function schoolWith(store: Store, school: string, ...texts: readonly string[]): Promise<void> {
  await withSchool(store, school);
  await store.saveSchoolYear(school, calendar.years[0]!);
  for (const [index, text] of texts.entries()) {
    await importFile(store, {
      school,
      name: index === 0 ? 'earlier.csv' : 'later.csv',
      bytes: new TextEncoder().encode(text),
      profile: genericLong,
      codes,
      by: 'office',
      at: index === 0 ? '2024-03-28T09:00:00.000Z' : '2024-04-02T09:00:00.000Z',
    });
  }
}

interface Writer {
  readonly child: ChildProcess;
  readonly heard: (what: string) => Promise<WriterMessage>;
}

/** A process of its own, ready to be given its task, and what it sends. */
async function startWriter(): Promise<Writer> {
  const child = fork(new URL('writer.ts', import.meta.url), { execArgv: [], stdio: 'inherit' });
  const messages: WriterMessage[] = [];
  let wake: () => void = () => undefined;
  child.on('message', (message) => {
    messages.push(message as WriterMessage);
    wake();
  });
  child.on('exit', () => {
    wake();
  });
  const heard = async (what: string): Promise<WriterMessage> => {
    for (;;) {
      const found = messages.find((message) => (typeof message === 'string' ? message : 'claimed') === what);
      if (found !== undefined) return found;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended before it was ${what}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  await heard('ready');
  return { child, heard };
}

async function writer(task: WriterTask): Promise<Writer> {
  const started = await startWriter();
  started.child.send(task);
  return started;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Moments from 0 to 1, the same every time: a Weyl sequence from a seed, which fills the span evenly. */
function moments(seed: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (seed + (index + 1) * 0.618_033_988_75) % 1);
}

describe('a process that is killed', () => {
  eachStore((_name, fresh) => {
    test(
      `${kills} kills during an import leave the register as before or as after`,
      { timeout: 3_000 * kills },
      async () => {
        const { store, place } = await fresh();
        await schoolWith(store, 'model', earlier);
        const before = await store.digest('model');
        await schoolWith(store, 'model-after', earlier, later);
        const after = await store.digest('model-after');
        expect(after).not.toBe(before);

        // How long the writing takes here and now: `begun` is sent once the file has been read.
        await schoolWith(store, 'timed', earlier);
        const timed = await writer({ kind: 'import', place, school: 'timed', text: later });
        await timed.heard('begun');
        const started = performance.now();
        await timed.heard('done');
        const whole = performance.now() - started;
        await kill(timed.child);
        expect(await store.digest('timed')).toBe(after);

        let seenAfter = 0;
        let next = startWriter();
        for (const moment of moments(0.42, kills)) {
          const school = `killed-${seenAfter}`;
          if ((await store.school(school)) === undefined) await schoolWith(store, school, earlier);
          const { child, heard } = await next;
          child.send({ kind: 'import', place, school, text: later } satisfies WriterTask);
          await heard('begun');
          await sleep(moment * whole * 1.3);
          await kill(child);
          next = startWriter();
          const digest = await store.digest(school);
          expect([before, after]).toContain(digest);
          if (digest === after) seenAfter += 1;
        }
        await kill((await next).child);

        expect(seenAfter).toBeLessThan(kills);
        // The register can be written to at once, and comes out whole.
        const last = `killed-${seenAfter}`;
        await schoolWith(store, last, earlier, later);
        expect(await store.digest(last)).toBe(after);
      },
    );

    test('an approved letter survives a kill right after its acknowledgement', async () => {
      const { store, place } = await fresh();
      await withSchool(store);
      await store.importRegister(batch([pupil('A1', '/\\')]));
      const { id } = (await store.pupilByUpn('widnes', 'A1'))!;
      const draft = await store.saveDraft({
        school: 'widnes',
        pupil: id,
        paper: 'stage-1-letter',
        adults: [],
        content: '{}',
        evidence: 'e',
        by: 'lead',
        at: '2024-03-28T09:00:00.000Z',
      });
      const { child, heard } = await writer({ kind: 'approve', place, letter: draft.id });
      await heard('done');
      await kill(child);
      expect(child.signalCode).toBe('SIGKILL');
      expect(await store.letter(draft.id)).toMatchObject({ state: 'approved', approved: { by: 'head' } });
    });

    test('of three processes that claim the same deliveries, each delivery goes to one', async () => {
      const { place } = await fresh();
      const keys = Array.from({ length: 40 }, (_, index) => `Ev${index}`);
      const writers = await Promise.all([1, 2, 3].map(() => writer({ kind: 'claim', place, keys })));
      const claims = await Promise.all(writers.map(({ heard }) => heard('claimed')));
      const claimed = claims.flatMap((message) => (typeof message === 'string' ? [] : message.claimed));
      expect(claimed.toSorted()).toEqual(keys.toSorted());
    });
  });
});
