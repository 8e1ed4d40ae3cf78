import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { TYPES } from '../setup/static-server';

export interface Server {
  /** Ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves on a free port of 127.0.0.1 what `roots` name: per path, which ends with a slash when it is a folder, the
 * folder or file that stands there. The longest path wins, so that one file of a folder can be another's. Files are sent
 * as streams, with their length, and are never cached.
 */
export async function serve(roots: ReadonlyMap<string, string>): Promise<Server> {
  const paths = [...roots.keys()].sort((a, b) => b.length - a.length);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = paths.find((each) => (each.endsWith('/') ? pathname.startsWith(each) : pathname === each));
    const rest = normalize(decodeURIComponent(pathname.slice(path?.length ?? 0)));
    const root = path === undefined || rest.startsWith('..') ? undefined : roots.get(path);
    const file =
      root === undefined ? undefined : path?.endsWith('/') ? join(root, rest === '.' ? 'index.html' : rest) : root;
    const stat = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
    if (file === undefined || !stat?.isFile()) {
      response.writeHead(404).end('Not found');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': stat.size, 'Cache-Control': 'no-store' });
    createReadStream(file, { highWaterMark: 1 << 20 }).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
