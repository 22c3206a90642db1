/** A folder that changes under a server, and clients that read slowly or go away. */
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { type Socket, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { summaryBuilder } from '../../src/aggregate/summary.ts';
import { writeResultFolder } from '../../src/report/folder.ts';
import { freshDirectory, hearsay } from '../helpers/program.ts';
import { post } from '../helpers/reactions.ts';
import { type Served, asked, metric, served, until } from '../helpers/server.ts';

const running: Served[] = [];
afterAll(async () => {
  await Promise.all(running.map((server) => server.stop('SIGKILL')));
});

/** Opens the stream of events; `text()` is all that came so far. */
function listening(url: string, headers: Record<string, string> = {}) {
  let text = '';
  let isOver = false;
  const sent = request(`${url}/api/events`, { headers, agent: false }, (answer) => {
    answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
    answer.on('error', () => {});
    answer.on('close', () => (isOver = true));
  });
  sent.on('error', () => {});
  sent.end();
  return { text: () => text, isOver: () => isOver, leave: () => sent.destroy() };
}

const told = (text: string, event: string): { id: string | undefined; data: Record<string, unknown> }[] =>
  text
    .split('\n\n')
    .filter((block) => block.startsWith(`event: ${event}\n`))
    .map((block) => ({
      id: /^id: (.*)$/m.exec(block)?.[1],
      data: JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as Record<string, unknown>,
    }));

describe('a watched folder', () => {
  let cwd: string;
  let server: Served;
  const analyze = async (...texts: string[]): Promise<void> => {
    writeFileSync(join(cwd, 'posts.csv'), `text\n${texts.join('\n')}\n`);
    const run = await hearsay(
      ['analyze', 'posts.csv', '--target', 'ferry', '--model', 'small', '-o', 'out'],
      { cwd },
    );
    if (run.status !== 0) throw new Error(run.stderr);
  };
  beforeAll(async () => {
    cwd = freshDirectory();
    await analyze('What a lovely crossing', 'The ferry was late again');
    server = await served('out', ['--watch'], { cwd });
    running.push(server);
  }, 300_000);

  test(
    'tells its listeners of a changed input and of the next result, and serves it',
    { timeout: 300_000 },
    async () => {
      const before = await asked(`${server.url}/api/summary`);
      const { next } = JSON.parse((await asked(`${server.url}/api/reactions?limit=1`)).body.toString()) as {
        next: string;
      };
      const listener = listening(server.url);
      await until(() => told(listener.text(), 'result').length === 1);
      expect(told(listener.text(), 'result')[0]!.data).toMatchObject({ records: 2 });

      await analyze('What a lovely crossing', 'The ferry was late again', 'And again');
      await until(() => told(listener.text(), 'result').length === 2);
      const now = told(listener.text(), 'result')[1]!;
      expect(now.data).toMatchObject({ records: 3, result: now.id });
      expect(told(listener.text(), 'input')[0]!.data).toEqual({ name: 'posts.csv' });
      const after = await asked(`${server.url}/api/summary`, {
        headers: { 'if-none-match': before.headers.etag! },
      });
      expect(after.status).toBe(200);
      expect(after.body.toString()).toContain('"n":3');
      expect((await asked(`${server.url}/api/reactions?limit=1&cursor=${next}`)).status).toBe(400);

      // Who comes back and knows this result is not told of it again.
      const again = listening(server.url, { 'last-event-id': now.id! });
      await until(() => again.text().includes('retry:'));
      expect(told(again.text(), 'result')).toEqual([]);
      listener.leave();
      again.leave();
      await until(async () => (await metric(server.url, 'hearsay_event_listeners')) === 0);
    },
  );

  test('is served on as it was while it is damaged', { timeout: 120_000 }, async () => {
    const listener = listening(server.url);
    const parquet = join(cwd, 'out/reactions.parquet');
    const whole = readFileSync(parquet);
    rmSync(parquet);
    const manifest = join(cwd, 'out/manifest.json');
    utimesSync(manifest, new Date(), new Date(Date.now() + 5000));
    await until(() => told(listener.text(), 'problem').length > 0);
    expect((await asked(`${server.url}/api/reactions`)).status).toBe(200);
    writeFileSync(parquet, whole);
    listener.leave();
  });

  test('ends its listeners when it stops', async () => {
    const own = await served('out', ['--watch'], { cwd });
    const listener = listening(own.url);
    await until(() => told(listener.text(), 'result').length === 1);
    expect(await own.stop()).toBe(0);
    await until(listener.isOver);
  });
});

describe('a large result', () => {
  const RECORDS = 4_000;
  const words = 'The boat left without us, and nobody knew why. '.repeat(60);
  let folder: string;
  let server: Served;
  beforeAll(async () => {
    folder = join(freshDirectory(), 'out');
    const builder = summaryBuilder();
    async function* reactions() {
      for (let row = 1; row <= RECORDS; row += 1) {
        const reaction = post(row, { text: `${row}: ${words}` });
        if (row <= 10) builder.add(reaction);
        yield reaction;
      }
    }
    await writeResultFolder(folder, {
      reactions: reactions(),
      rejects: [],
      summary: () => builder.summary(),
      facts: {
        version: '0.0.0',
        clock: '2026-03-01T00:00:00Z',
        inputs: [],
        models: [],
        options: {},
        counts: { in: RECORDS, out: RECORDS, rejected: 0 },
      },
    });
    server = await served(folder, ['--watch']);
    running.push(server);
  }, 300_000);

  test('streams whole, packed or not', async () => {
    const whole = readFileSync(join(folder, 'reactions.ndjson'), 'utf8');
    expect((await asked(`${server.url}/api/reactions.ndjson`)).body.toString() === whole).toBe(true);
    const packed = await fetch(`${server.url}/api/reactions.ndjson`, {
      headers: { 'accept-encoding': 'br' },
    });
    expect((await packed.text()) === whole).toBe(true);
  });

  /** Asks for everything and reads no byte of it. */
  const unread = (headers = ''): Promise<Socket> =>
    new Promise((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.pause();
        socket.write(`GET /api/reactions.ndjson HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`, () =>
          resolve(socket),
        );
      });
      socket.on('error', () => {});
    });

  test(
    'that nobody reads leaves the others their turn, and is let go of once its readers have gone',
    {
      timeout: 120_000,
    },
    async () => {
      const sockets = await Promise.all(Array.from({ length: 30 }, () => unread()));
      await until(async () => (await metric(server.url, 'hearsay_readers')) === 30);
      const answer = await asked(`${server.url}/api/reactions`);
      for (const socket of sockets) socket.destroy();
      expect(answer.status).toBe(200);
      await until(async () => (await metric(server.url, 'hearsay_readers')) === 0);
    },
  );

  test('is let go of by clients that vanish at any moment', { timeout: 120_000 }, async () => {
    for (let n = 0; n < 60; n += 1) {
      const socket = await unread(n % 2 === 0 ? '' : 'Accept-Encoding: gzip\r\n');
      setTimeout(() => socket.destroy(), n * 3);
    }
    await until(async () => (await metric(server.url, 'hearsay_readers')) === 0);
    expect((await asked(`${server.url}/healthz`)).status).toBe(200);
    expect(server.said()).not.toContain('failed');
  });

  test('is given to its end to who reads it while the server stops', { timeout: 300_000 }, async () => {
    const own = await served(folder);
    const wanted = readFileSync(join(folder, 'reactions.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('Account 33'));
    const headers = { 'accept-encoding': 'identity' };
    const answer = await fetch(`${own.url}/api/reactions.ndjson?q=account+33`, { headers });
    const stopped = own.stop();
    const text = await answer.text();
    expect(text.trimEnd().split('\n')).toEqual(wanted);
    expect(await stopped).toBe(0);
    await expect(fetch(own.url)).rejects.toThrow('fetch failed');
  });
});
