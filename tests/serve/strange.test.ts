/** Requests that no dashboard makes: ways out of the folder, other methods, pages of other sites. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resultOf } from '../browser/helpers/results.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { type Served, asked, served } from '../helpers/server.ts';

let server: Served;
beforeAll(async () => {
  server = await served(await resultOf(inventedRun));
});
afterAll(async () => {
  await server?.stop('SIGKILL');
});

/** The answer to a request whose every byte is as given: clients tidy paths before they ask. */
function rawAnswer(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(server.port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

describe('no path leads to a file', () => {
  test.each([
    '/manifest.json',
    '/reactions.ndjson',
    '/feeds/4cat.csv',
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/..\\..\\..\\etc\\passwd',
    '/api/..%5c..%5cmanifest.json',
    '/api/reactions.csv/../../manifest.json',
    '/api/reactions%00.csv',
    '/api/%2e%2e%2fmanifest.json',
    '/....//....//etc/passwd',
    '//etc/passwd',
    '/file:///etc/passwd',
    '/%ff%fe',
    '/%zz',
    'http://127.0.0.1/../manifest.json',
  ])('%s', async (path) => {
    const answer = await rawAnswer(path);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toMatch(/root:|"tool"|thread_id/);
  });
});

describe('other methods', () => {
  test.each(['OPTIONS', 'DELETE', 'PUT', 'PATCH', 'TRACE', 'PROPFIND'])(
    '%s is told which there are',
    async (method) => {
      const { status, headers } = await asked(`${server.url}/api/summary`, { method });
      expect(status).toBe(405);
      expect(headers.allow).toBe('GET, HEAD');
    },
  );

  test('HEAD gives the head alone, as GET would', async () => {
    for (const path of ['/', '/api/summary', '/api/reactions.csv', '/api/series', '/healthz']) {
      const [head, get] = [
        await asked(server.url + path, { method: 'HEAD' }),
        await asked(server.url + path),
      ];
      expect(head.body.length, path).toBe(0);
      expect([head.status, head.headers.etag], path).toEqual([get.status, get.headers.etag]);
      expect(head.headers['content-type'], path).toBe(get.headers['content-type']);
    }
  });
});

describe('pages of other sites', () => {
  test.each(['http://evil.example', 'null', 'https://127.0.0.1.evil.example'])(
    'of %s may read nothing',
    async (origin) => {
      const headers = { origin, 'access-control-request-method': 'GET' };
      for (const method of ['GET', 'OPTIONS']) {
        const answer = await asked(`${server.url}/api/summary`, { method, headers });
        const granted = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
        expect(granted).toEqual([]);
        expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
      }
    },
  );

  test('may have nothing scored', async () => {
    const headers = { origin: 'http://evil.example', 'content-type': 'text/plain' };
    const body = JSON.stringify({ texts: ['The boat was late'] });
    expect((await asked(`${server.url}/api/analyze`, { method: 'POST', headers, body })).status).toBe(403);
  });
});
