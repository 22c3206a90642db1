/** The routes behind the guard, and what becomes of everything that goes wrong. */
import type { HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  type GuardOptions,
  RateLimit,
  clientOf,
  mustBeOurName,
  mustBeOwnOrigin,
  mustKnowToken,
} from './guard.ts';
import type { Metrics } from './metrics.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { Problem } from './problem.ts';
import { description } from './routes/description.ts';
import type { Serving } from './serving.ts';
import { LIMITS } from './shapes.ts';

export interface AppOptions extends GuardOptions {
  readonly version: string;
  /** Told of what nobody foresaw. */
  readonly onFailure: (error: unknown) => void;
}

export function appOf(serving: Serving, options: AppOptions): Hono {
  const app = new Hono();
  const operations = [...OPERATIONS, description(OPERATIONS, options.version)];
  const routes = new Map(operations.flatMap((it) => pathsOf(it).map((path) => [path, it.path] as const)));
  app.use(measured(serving.metrics, routes));
  app.use(withHeaders);
  app.use(limited(new RateLimit(options.rate)));
  app.use(async (c, next) => {
    mustBeOurName(c, options);
    await next();
  });
  for (const operation of operations) add(app, operation, serving, options.token);
  app.notFound((c) => {
    mustKnowToken(c, options.token);
    throw new Problem(404, 'There is nothing here', { detail: '/api/openapi.json names all there is.' });
  });
  app.onError((error, c) => failed(error, c, options.onFailure));
  return app;
}

const pathsOf = ({ path, suffixes = [] }: Operation): string[] => [
  path,
  ...suffixes.map((suffix) => `${path}.${suffix}`),
];

function add(app: Hono, operation: Operation, serving: Serving, token: string | null): void {
  const { method, isOpen, body } = operation;
  const allowed = method === 'get' ? ['GET', 'HEAD'] : ['POST'];
  for (const path of pathsOf(operation)) {
    app.all(path, async (c, next) => {
      if (isOpen !== true) mustKnowToken(c, token);
      if (!allowed.includes(c.req.method))
        throw new Problem(405, 'Not with this method', {
          detail: `Use ${allowed.join(' or ')}.`,
          headers: { allow: allowed.join(', ') },
        });
      if (method === 'post') mustBeOwnOrigin(c);
      await next();
    });
    if (body !== undefined) app.use(path, bodyLimit({ maxSize: LIMITS.bytes, onError: tooLarge }));
    app.on(method.toUpperCase(), path, (c) => operation.handle(c, serving));
  }
}

const tooLarge = (): Response =>
  new Problem(413, 'The body is too large', {
    detail: `At most ${LIMITS.bytes.toLocaleString('en')} bytes.`,
    headers: { connection: 'close' },
  }).response;

/** By the paths that there are, so that no client makes up names of figures. */
function measured(own: Metrics, routes: ReadonlyMap<string, string>): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const method = METHODS.has(c.req.method) ? c.req.method : 'other';
    own.answered(method, routes.get(c.req.path) ?? 'none', c.res.status, (performance.now() - began) / 1000);
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST']);

function limited(rate: RateLimit): MiddlewareHandler {
  return async (c, next) => {
    rate.take(clientOf(getConnInfo(c).remote.address));
    await next();
  };
}

/** What is no page needs nothing and may stand in no frame; the page brings a policy of its own. */
const HEADERS = Object.entries({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
});

/**
 * Set below hono, beside what an answer brings: hono's own way (`secureHeaders`) rebuilds each Response, which copies
 * its body and takes most of the time of a summary.
 */
const withHeaders: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
  for (const [name, value] of HEADERS) c.env.outgoing.setHeader(name, value);
  await next();
};

function failed(error: unknown, c: Context, onFailure: (error: unknown) => void): Response {
  if (error instanceof Problem) return error.response;
  // Nobody reads the answer to a request that was taken back.
  if (c.req.raw.signal.aborted) return new Problem(499, 'The client has gone').response;
  onFailure(error);
  return new Problem(500, 'Something went wrong inside hearsay', {
    detail: 'The server says more on its standard error.',
  }).response;
}
