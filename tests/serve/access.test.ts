/** Who may ask a server, how often and for how long: real processes on a small real result. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemSchema } from '../../src/serve/problem.ts';
import { freshDirectory, hearsay } from '../helpers/program.ts';
import { type Served, asked, metric, served, until } from '../helpers/server.ts';

const TOKEN = 'mussel-lantern-4817-quay';
let cwd: string;
let folder: string;
const running: Served[] = [];

async function start(
  flags: readonly string[] = [],
  options: Parameters<typeof served>[2] = {},
): Promise<Served> {
  const server = await served(folder, flags, options);
  running.push(server);
  return server;
}

beforeAll(async () => {
  cwd = freshDirectory();
  folder = join(cwd, 'out');
  const posts = ['What a lovely crossing', 'The ferry was late again', 'Timetable is online'];
  writeFileSync(join(cwd, 'posts.csv'), `text\n${posts.join('\n')}\n`);
  const run = await hearsay(['analyze', 'posts.csv', '--target', 'ferry', '--model', 'small', '-o', 'out'], {
    cwd,
  });
  if (run.status !== 0) throw new Error(run.stderr);
}, 300_000);

afterAll(async () => {
  await Promise.all(running.map((server) => server.stop('SIGKILL')));
});

describe('a token', () => {
  let server: Served;
  beforeAll(async () => {
    server = await start([], { env: { HEARSAY_TOKEN: TOKEN } });
  });
  const status = async (path: string, authorization?: string): Promise<number> =>
    (await asked(server.url + path, { headers: authorization === undefined ? {} : { authorization } }))
      .status;
  const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

  test.each(['/', '/api/summary', '/api/reactions.csv', '/api/openapi.json', '/metrics', '/nowhere'])(
    'opens %s, and nothing else does',
    async (path) => {
      for (const wrong of [
        undefined,
        'Bearer',
        `Bearer ${TOKEN}x`,
        'Bearer x',
        basic('me:wrong'),
        basic(TOKEN),
        TOKEN,
      ])
        expect(await status(path, wrong), wrong).toBe(401);
      const there = path === '/nowhere' ? 404 : 200;
      expect(await status(path, `Bearer ${TOKEN}`)).toBe(there);
      expect(await status(path, `bearer  ${TOKEN}`)).toBe(there);
      expect(await status(path, basic(`anybody:${TOKEN}`))).toBe(there);
    },
  );

  test('is asked for in a way that browsers understand', async () => {
    const { headers, body } = await asked(server.url);
    expect(headers['www-authenticate']).toMatch(/^Bearer .*Basic /);
    expect(problemSchema.parse(JSON.parse(body.toString()))).toMatchObject({ status: 401 });
  });

  test('is not needed to ask whether the server lives', async () => {
    expect(await status('/healthz')).toBe(200);
  });

  test('is no part of any answer or line', async () => {
    const { body } = await asked(`${server.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(body.toString() + server.said()).not.toContain(TOKEN);
  });
});

describe('starting', () => {
  test('on an address that others reach demands a token', async () => {
    const run = await hearsay(['serve', folder, '--host', '0.0.0.0', '--port', '0'], {
      env: { HEARSAY_TOKEN: '' },
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('0.0.0.0 can be reached by other machines, and no token is given');
  });

  test('with a token that can be guessed is refused', async () => {
    const run = await hearsay(['serve', folder, '--token', 'secret', '--port', '0']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('fewer than 16 characters');
  });

  test('on every address works with a token', async () => {
    const server = await start(['--host', '0.0.0.0', '--token', TOKEN]);
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await asked(`http://127.0.0.1:${server.port}/api/summary`, { headers })).status).toBe(200);
    expect((await asked(`http://127.0.0.1:${server.port}/api/summary`)).status).toBe(401);
  });

  test('on a port that is in use says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const run = await hearsay(['serve', folder, '--port', String(port)]);
    other.close();
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toBe(`hearsay: port ${port} of 127.0.0.1 is in use. Name another with --port.\n`);
  });

  test.each([
    [
      'an address of another machine',
      ['--host', '192.0.2.7', '--token', TOKEN],
      2,
      'is no address of this machine',
    ],
    ['a port that is none', ['--port', '70000'], 2, '65535'],
  ])('on %s says so', async (_, flags, status, words) => {
    const run = await hearsay(['serve', folder, ...flags]);
    expect(run.status).toBe(status);
    expect(run.stderr).toContain(words);
  });

  test('on no result folder, or a damaged one, says which file', async () => {
    expect(await hearsay(['serve', join(cwd, 'nowhere')])).toMatchObject({ status: 4 });
    const damaged = freshDirectory();
    for (const name of ['manifest.json', 'summary.json', 'dashboard.html', 'reactions.parquet'])
      writeFileSync(join(damaged, name), readFileSync(join(folder, name)));
    writeFileSync(join(damaged, 'reactions.parquet'), 'PAR1 and no more');
    const run = await hearsay(['serve', damaged, '--port', '0']);
    expect(run.status).toBe(4);
    expect(run.stderr).toContain('reactions.parquet');
  });
});

describe('the name that is asked for', () => {
  test.each([
    ['127.0.0.1', 200],
    ['127.0.0.1:80', 200],
    ['localhost:4180', 200],
    ['[::1]:4180', 200],
    ['newsroom.example', 200],
    ['NEWSROOM.example:8080', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['localhost.evil.example:4180', 421],
  ])('%j is answered with %i', async (host, status) => {
    const server = running.find(({ url }) => url === named.url)!;
    expect((await asked(`${server.url}/api/summary`, { headers: { host } })).status).toBe(status);
  });
  let named: Served;
  beforeAll(async () => {
    named = await start(['--allow-host', 'newsroom.example']);
  });
});

describe('too much', () => {
  test('of one client is refused for a moment', async () => {
    const server = await start(['--rate', '5']);
    const answers = await Promise.all(Array.from({ length: 40 }, () => asked(`${server.url}/healthz`)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(10);
    expect(refused.length).toBeGreaterThanOrEqual(20);
    expect(refused[0]!.headers['retry-after']).toBe('1');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect((await asked(`${server.url}/healthz`)).status).toBe(200);
  });

  test('to score is refused, while figures are answered', { timeout: 300_000 }, async () => {
    const server = await start(['--model', 'small']);
    const body = JSON.stringify({
      texts: Array.from({ length: 50 }, (_, n) => `Boat ${n} was late`),
      targets: ['boat'],
    });
    const headers = { 'content-type': 'application/json' };
    const posts = Array.from({ length: 14 }, () =>
      asked(`${server.url}/api/analyze`, { method: 'POST', headers, body }),
    );
    await until(async () => (await metric(server.url, 'hearsay_scoring_queue')) === 8);
    const began = performance.now();
    expect((await asked(`${server.url}/api/summary`)).status).toBe(200);
    expect((await asked(`${server.url}/api/reactions`)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(8000);
    const statuses = (await Promise.all(posts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect(statuses.filter((status) => status === 200)).toHaveLength(9);
  });

  test('in the headers is refused', async () => {
    const server = await start();
    const { status } = await asked(`${server.url}/healthz`, { headers: { 'x-long': 'a'.repeat(20_000) } });
    expect(status).toBe(431);
  });
});

describe('clients that hang', () => {
  const heard = (socket: Socket): Promise<string> =>
    new Promise((resolve) => {
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
    });

  test('are sent away, and nobody waits for them', { timeout: 200_000 }, async () => {
    const server = await start();
    const open = (text: string): Promise<string> => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
      return heard(socket);
    };
    const head = 'POST /api/analyze HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const hanging = [
      ...Array.from({ length: 100 }, () => open('GET /api/summary HTTP/1.1\r\nHost: loc')),
      ...Array.from({ length: 20 }, () => open(`${head}Content-Length: 400\r\n\r\n{"texts":`)),
      ...Array.from({ length: 20 }, () => open('')),
    ];
    await until(async () => (await metric(server.url, 'hearsay_connections')) > 130);
    const began = performance.now();
    expect((await asked(`${server.url}/api/summary`)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(8000);
    const last = await Promise.all(hanging);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(last.slice(0, 100).every((text) => text.startsWith('HTTP/1.1 408'))).toBe(true);
    await until(async () => (await metric(server.url, 'hearsay_connections')) <= 2);
  });
});

describe('a signal', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s stops the server, and its port is free again',
    async (signal) => {
      const server = await served(folder);
      // A connection that is kept alive holds nobody back.
      await fetch(`${server.url}/api/summary`).then((answer) => answer.arrayBuffer());
      const began = performance.now();
      expect(await server.stop(signal)).toBe(0);
      expect(performance.now() - began).toBeLessThan(4500);
      const again = await start(['--port', String(server.port)]);
      expect(again.port).toBe(server.port);
    },
  );
});
