/** A server for one result folder: opened, listening, and stopped without cutting anybody off. */
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { ModelOptions } from '../classify/models.ts';
import { HearsayError } from '../errors.ts';
import { appOf } from './app.ts';
import { type GuardOptions, isLoopback } from './guard.ts';
import { EventHub } from './hub.ts';
import { Metrics } from './metrics.ts';
import { Pace } from './pace.ts';
import { CurrentResult } from './result.ts';
import { ScoringDesk } from './scoring-desk.ts';
import { watched } from './watch.ts';

export interface ServeOptions extends GuardOptions {
  readonly dir: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly watch: boolean;
  readonly models: ModelOptions;
  readonly version: string;
  readonly onNotice: (line: string) => void;
}

export interface Running {
  /** `http://127.0.0.1:4180/` */
  readonly url: string;
  readonly records: number;
  readonly topics: number;
  /** Takes no new request, lets those under way end for so long, then returns. */
  stop(patienceMs?: number): Promise<void>;
}

/** Milliseconds and counts beyond which a client is not waited for. */
const CONNECTIONS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16_384,
} as const;
/** A connection on which nothing moves, in either direction; longer than scoring may take. */
const SILENCE_MS = 130_000;
const MOST_CONNECTIONS = 1_000;
const PATIENCE_MS = 3_000;
const SHORTEST_TOKEN = 16;

/**
 * @throws HearsayError `usage` for an address that is not this machine's own without a token, or one that can't be
 * bound; `input` for what is no whole result folder
 */
export async function openServer(options: ServeOptions): Promise<Running> {
  mustBeSafe(options);
  const current = await CurrentResult.open(options.dir);
  const desk = new ScoringDesk(options.models);
  const hub = options.watch ? new EventHub() : null;
  let server: Server | null = null;
  const sockets = new Set<Socket>();
  const metrics = new Metrics({
    records: () => current.now.manifest.counts.records,
    loadedAt: () => current.now.loadedAt.getTime() / 1000,
    waiting: () => desk.waiting,
    listeners: () => hub?.listeners ?? 0,
    reading: () => current.readers,
    connections: () => sockets.size,
  });
  const onFailure = (error: unknown): void =>
    options.onNotice(`a request failed: ${error instanceof Error ? error.stack : String(error)}`);
  const app = appOf(
    { current, desk, hub, metrics, pace: new Pace(), figures: new Map() },
    { ...options, onFailure },
  );
  const endings = [() => desk.close(), () => hub?.close(), () => current.close()];
  try {
    server = await listening(app.fetch, options, sockets);
    if (hub !== null) endings.unshift(await watched({ current, hub, onNotice: options.onNotice }));
  } catch (error) {
    for (const end of endings) end();
    throw error;
  }
  const own = server;
  return {
    url: urlOf(own.address() as AddressInfo),
    records: current.now.manifest.counts.records,
    topics: current.now.summary.topics.length,
    stop: async (patienceMs = PATIENCE_MS) => {
      hub?.close();
      await closed(own, patienceMs);
      for (const end of endings) end();
    },
  };
}

function mustBeSafe({ host, token }: ServeOptions): void {
  if (token !== null && token.length < SHORTEST_TOKEN)
    throw new HearsayError('usage', `the token has fewer than ${SHORTEST_TOKEN} characters`, {
      remedy: 'Make one with: openssl rand -hex 24',
    });
  if (token === null && !isLoopback(host))
    throw new HearsayError('usage', `${host} can be reached by other machines, and no token is given`, {
      remedy: 'Give one with --token or HEARSAY_TOKEN.',
    });
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

function listening(fetch: Fetch, { host, port }: ServeOptions, sockets: Set<Socket>): Promise<Server> {
  const server = createAdaptorServer({ fetch, serverOptions: { ...CONNECTIONS } }) as Server;
  server.maxConnections = MOST_CONNECTIONS;
  server.setTimeout(SILENCE_MS);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(unbound(cause, host, port)));
    server.listen(port, host, () => resolve(server));
  });
}

function unbound(cause: NodeJS.ErrnoException, host: string, port: number): HearsayError {
  const remedy = 'Name another with --port.';
  if (cause.code === 'EADDRINUSE')
    return new HearsayError('usage', `port ${port} of ${host} is in use`, { cause, remedy });
  if (cause.code === 'EACCES')
    return new HearsayError('usage', `port ${port} needs rights that you do not have`, { cause, remedy });
  return new HearsayError('usage', `${host} is no address of this machine (${cause.message})`, {
    cause,
    remedy: 'Name another with --host.',
  });
}

const urlOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`;

/** What is idle goes at once, what is under way has some time. */
async function closed(server: Server, patienceMs: number): Promise<void> {
  const end = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), patienceMs);
  await end;
  clearTimeout(late);
}
