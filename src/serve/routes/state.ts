/** The page, and what machines ask about the server's state. */
import { kept } from '../answers.ts';
import { MEDIA } from '../negotiation.ts';
import type { Operation } from '../operation.ts';
import { healthSchema } from '../shapes.ts';

/** Where the page itself says nothing, nothing may run or load. */
const STRICTEST = "default-src 'none'; base-uri 'none'; form-action 'none'";

export const page: Operation = {
  id: 'getPage',
  method: 'get',
  path: '/',
  summary: 'The dashboard, a page for people',
  hasTag: true,
  answers: { 'text/html': null },
  handle(c, { current }) {
    const { kept: bodies, pagePolicy } = current.now;
    // Frames can only be forbidden by a header.
    const policy = `${pagePolicy ?? STRICTEST}; frame-ancestors 'none'`;
    return kept(c, bodies.page, { 'content-security-policy': policy });
  },
};

export const health: Operation = {
  id: 'getHealth',
  method: 'get',
  path: '/healthz',
  summary: 'Whether the server answers, and what it serves; needs no token',
  answers: { [MEDIA.json]: healthSchema },
  isOpen: true,
  handle(c, { current }) {
    const { version, manifest } = current.now;
    c.header('cache-control', 'no-store');
    return c.json({ status: 'ok', result: version, records: manifest.counts.records });
  },
};

export const metrics: Operation = {
  id: 'getMetrics',
  method: 'get',
  path: '/metrics',
  summary: 'Figures for Prometheus',
  answers: { 'text/plain': null },
  async handle(c, { metrics: own }) {
    c.header('cache-control', 'no-store');
    return c.body(await own.text(), 200, { 'content-type': own.type });
  },
};
