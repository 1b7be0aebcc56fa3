import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { StandIn } from '../stand-in/index.ts';
import { createPage, type PageAssets, type PageOptions } from './create-page.ts';

export interface ServeOptions extends PageOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** 127.0.0.1 unless given: nobody else on the network sees the page. */
  readonly host?: string;
}

export interface ServedPage {
  /** `http://localhost:3000` */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Serves the page; rejects when the port is taken. */
export async function servePage(
  slack: StandIn,
  { port = 0, host = '127.0.0.1', ...options }: ServeOptions,
): Promise<ServedPage> {
  const server = createAdaptorServer({ fetch: createPage(slack, options).fetch });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Reads the bundled client from where the build put it: `client.js` and `client.css`. */
export async function readPageAssets(folder: string): Promise<PageAssets> {
  const [script, style] = await Promise.all(
    ['client.js', 'client.css'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  return { script: script ?? '', style: style ?? '' };
}
