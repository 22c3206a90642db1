/** Who may ask: the right name of the server, the token, and not too often. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import { Problem } from './problem.ts';

export interface GuardOptions {
  /** What the server is bound to, as the user wrote it. */
  readonly host: string;
  /** Names by which it may be asked for, beside addresses, `localhost` and `host`. */
  readonly names: readonly string[];
  readonly token: string | null;
  /** Requests per second of one client; 0 for no limit. */
  readonly rate: number;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether only this machine reaches what is bound to the host. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  const family = isIP(host);
  return family !== 0 && loopback.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * A page of another site can have its own name point here (DNS rebinding) and would then read what it likes:
 * the name in `Host` gives it away. An address can't be rebound.
 */
export function mustBeOurName(c: Context, { host, names }: GuardOptions): void {
  const asked = c.req.header('host') ?? '';
  const name = asked.replace(/:\d*$/, '').toLowerCase();
  const isAddress = isIP(name) === 4 || (/^\[.*\]$/.test(name) && isIP(name.slice(1, -1)) === 6);
  if (isAddress || name === 'localhost' || [host, ...names].some((own) => own.toLowerCase() === name)) return;
  throw new Problem(421, 'This server does not go by that name', {
    detail: 'Start hearsay serve with --allow-host NAME for a name of your own.',
  });
}

/** Only who asks from a page of this very server may make it work. */
export function mustBeOwnOrigin(c: Context): void {
  const origin = c.req.header('origin');
  if (origin === undefined) return;
  const host = URL.canParse(origin) ? new URL(origin).host : null;
  if (host !== c.req.header('host')) throw new Problem(403, 'Pages of other sites may not do this');
}

/** `Authorization: Bearer TOKEN`, or Basic with the token as password, as browsers can ask for it. */
export function mustKnowToken(c: Context, token: string | null): void {
  if (token === null) return;
  const given = credentialIn(c.req.header('authorization') ?? '');
  if (given !== null && isSame(given, token)) return;
  throw new Problem(401, 'The token is missing or wrong', {
    detail: 'Send the header Authorization: Bearer TOKEN, or the token as password.',
    headers: { 'www-authenticate': 'Bearer realm="hearsay", Basic realm="hearsay", charset="UTF-8"' },
  });
}

function credentialIn(header: string): string | null {
  const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)\s*$/i.exec(header) ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme === '') return null;
  const pair = Buffer.from(value, 'base64').toString();
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : null;
}

/** In a time that tells neither length nor content. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A bucket per client that fills by `rate` a second and holds two seconds' worth. */
export class RateLimit {
  readonly #rate: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: number) {
    this.#rate = rate;
  }

  /** @throws Problem 429 */
  take(client: string, now: number = performance.now()): void {
    if (this.#rate === 0) return;
    const full = this.#rate * 2;
    const bucket = this.#buckets.get(client) ?? { tokens: full, at: now };
    bucket.tokens = Math.min(full, bucket.tokens + ((now - bucket.at) / 1000) * this.#rate);
    bucket.at = now;
    this.#buckets.delete(client);
    this.#buckets.set(client, bucket);
    this.#forget(now);
    if (bucket.tokens < 1)
      throw new Problem(429, 'Too many requests', {
        detail: `This server answers ${this.#rate} requests a second of one client.`,
        headers: { 'retry-after': '1' },
      });
    bucket.tokens -= 1;
  }

  /** A bucket that was left alone for two seconds is full again, as a new one is. */
  #forget(now: number): void {
    for (const [client, { at }] of this.#buckets) {
      if (now - at < 2000) return;
      this.#buckets.delete(client);
    }
  }
}

/** A client by its address; of IPv6 the network, since a machine has as many addresses of it as it likes. */
export function clientOf(address: string | undefined): string {
  if (address === undefined || isIP(address) !== 6) return address ?? '';
  if (address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const whole = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...tail.split(':')];
  return whole.slice(0, 4).join(':');
}
