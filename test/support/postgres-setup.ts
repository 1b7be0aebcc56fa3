import { existsSync, rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { clearStaleServers, placeForServer, stopServer } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the PostgreSQL of this run is, or will be once a test asks for it. */
    readonly postgresFolder: string;
  }
}

/** Before all tests: names the place for a server, and ends what a run that was killed left behind. It starts none. */
export function setup(project: TestProject): () => Promise<void> {
  clearStaleServers();
  const folder = placeForServer();
  project.provide('postgresFolder', folder);
  return async () => {
    if (!existsSync(folder)) return;
    await stopServer(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}
