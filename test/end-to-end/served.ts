import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../bot/main.ts';
import type { SamplePlan } from '../../bot/sample-school/sample-plan.ts';
import { widnesPlan } from '../../bot/sample-school/widnes-plan.ts';
import { readSettings, type Environment } from '../../bot/settings.ts';
import { bundleClient } from '../bot/page/page-app.ts';

export interface Served {
  readonly url: string;
  /** What was printed to whoever started it. */
  readonly printed: string;
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/**
 * Everything that `npm start` starts, on a new store in a temporary folder and any free port.
 * @param samples the sample schools it starts with; Widnes alone unless given
 */
export async function startServed(
  environment: Environment = {},
  samples: readonly SamplePlan[] = [widnesPlan()],
): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'att-serve-'));
  const read = readSettings({ ATT_STORE: join(folder, 'att.db'), PORT: '0', NO_COLOR: '1', ...environment });
  if (read.kind === 'problems') throw new Error(read.problems.join('\n'));
  let printed = '';
  const serving = await serve(read.settings, {
    print: (text) => void (printed += text),
    assets: await bundleClient(),
    samples,
  });
  return {
    url: serving.url ?? '',
    printed,
    folder,
    async stop() {
      await serving.stop();
      await rm(folder, { recursive: true });
    },
  };
}
