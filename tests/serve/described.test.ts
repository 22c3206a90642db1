/** The description held against the server: what is answered, right or wrong, is described. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventedPosts, resultOf } from '../browser/helpers/results.ts';
import { type RawAnswer, type Served, asked, served } from '../helpers/server.ts';

interface Answer {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
interface Described {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly responses: Readonly<Record<string, Answer>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: object;
}

let server: Served;
let description: Description;
const ajv = new Ajv2020({ strict: false, validateFormats: false });

beforeAll(async () => {
  const folder = await resultOf(inventedPosts(150));
  server = await served(folder, ['--watch', '--rate', '0', '--model', 'small']);
  description = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as Description;
  ajv.addSchema({ $id: 'api', components: description.components });
}, 60_000);

afterAll(async () => {
  await server?.stop();
});

const validatorOf = (schema: object): ValidateFunction =>
  ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object);

/** What the description says otherwise, or not at all. */
function untold(path: string, method: string, { status, headers, body }: RawAnswer): string[] {
  const answer = description.paths[path]?.[method]?.responses[status];
  if (answer === undefined) return [`${status} is not described`];
  const promised = Object.keys(answer.headers ?? {}).map((name) => name.toLowerCase());
  // There is a next page, or there is none.
  const missing = promised.filter((name) => name !== 'link' && headers[name] === undefined);
  const more = ['etag', 'link', 'retry-after', 'www-authenticate'].filter(
    (name) => headers[name] !== undefined && !promised.includes(name),
  );
  return [
    ...missing.map((name) => `${status} lacks ${name}`),
    ...more.map((name) => `${status} has ${name}`),
    ...untoldBody(answer, headers['content-type'] ?? '', body),
  ];
}

function untoldBody({ content }: Answer, header: string, body: Buffer): string[] {
  if (content === undefined) return body.length === 0 ? [] : ['there is a body'];
  const type = header.replace(/\s*;.*$/, '');
  const schema = content[type]?.schema;
  if (schema === undefined) return [`${type} is not described`];
  if (!type.endsWith('json') || type === 'application/x-ndjson') return [];
  const isRight = validatorOf(schema);
  return isRight(JSON.parse(body.toString())) ? [] : [ajv.errorsText(isRight.errors)];
}

describe('what is answered is described', () => {
  test('in every form of every path, and when nothing has changed', async () => {
    const gets = Object.entries(description.paths).filter(
      ([path, it]) => it['get'] && path !== '/api/events',
    );
    expect(gets.length).toBeGreaterThan(15);
    for (const [path, { get }] of gets)
      for (const accept of Object.keys(get!.responses['200']!.content!)) {
        const answer = await asked(server.url + path, { headers: { accept } });
        expect(answer.status, path).toBe(200);
        expect(answer.headers['content-type'], path).toContain(accept);
        expect(untold(path, 'get', answer), path).toEqual([]);
        const known = { accept, 'if-none-match': answer.headers.etag ?? '"none"' };
        const again = await asked(server.url + path, { headers: known });
        const canAsk = get!.parameters?.some(({ name }) => name === 'If-None-Match') === true;
        expect(again.status, path).toBe(canAsk ? 304 : 200);
        expect(untold(path, 'get', again), path).toEqual([]);
      }
  });

  test('to texts that are to be scored', { timeout: 60_000 }, async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ texts: ['A kind crew', { id: 'b', text: '' }], targets: ['crew'] });
    const answer = await asked(`${server.url}/api/analyze`, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    expect(untold('/api/analyze', 'post', answer)).toEqual([]);
  });

  const long = 'a'.repeat(20_000);
  const json = { 'content-type': 'application/json' };
  const wrong: [number, string, string, { headers?: Record<string, string>; body?: string }][] = [
    [400, 'get', '/api/summary?topic=a', {}],
    [400, 'get', '/api/reactions?from=2026-02-30', {}],
    [400, 'get', '/api/reactions.csv?limit=1001', {}],
    [400, 'get', '/api/reactions?cursor=none', {}],
    [400, 'get', '/api/series?period=year', {}],
    [406, 'get', '/api/reactions', { headers: { accept: 'image/png' } }],
    [421, 'get', '/', { headers: { host: 'evil.example' } }],
    [421, 'get', '/healthz', { headers: { host: 'evil.example' } }],
    [431, 'get', '/api/topics', { headers: { 'x-long': long } }],
    [400, 'post', '/api/analyze', { headers: json, body: '{"texts":' }],
    [400, 'post', '/api/analyze', { headers: json, body: '{"texts":[]}' }],
    [403, 'post', '/api/analyze', { headers: { ...json, origin: 'http://evil.example' }, body: '{}' }],
    [413, 'post', '/api/analyze', { headers: json, body: `{"texts":["${long.repeat(60)}"]}` }],
    [415, 'post', '/api/analyze', { headers: { 'content-type': 'text/plain' }, body: '{}' }],
  ];
  test.each(wrong)('%i to %s %s', async (status, method, address, rest) => {
    const answer = await asked(server.url + address, { method: method.toUpperCase(), ...rest });
    expect(answer.status).toBe(status);
    expect(untold(address.replace(/\?.*$/, ''), method, answer)).toEqual([]);
  });

  test('to who asks too often, has no token, or listens to what nobody watches', async () => {
    const folder = await resultOf(inventedPosts(3));
    const guarded = await served(folder, ['--rate', '2', '--token', 'a token of some length']);
    const all = await Promise.all(Array.from({ length: 8 }, () => asked(`${guarded.url}/api/topics`)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([401, 429]));
    for (const answer of all) expect(untold('/api/topics', 'get', answer)).toEqual([]);
    await guarded.stop();
    const unwatched = await served(folder);
    const answer = await asked(`${unwatched.url}/api/events`);
    expect(answer.status).toBe(404);
    expect(untold('/api/events', 'get', answer)).toEqual([]);
    await unwatched.stop();
  });
});
