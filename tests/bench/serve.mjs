/**
 * Does `hearsay serve` hold its promise under load? Composes a result of 200,000 records (no model is asked), serves
 * it, and asks /api/summary 200 times a second with autocannon, while clients hang and vanish beside: latency, errors,
 * memory over time. A bare node:http server that sends the same bytes is asked the same way, before and after: that
 * is the limit of this machine in this hour.
 *
 *   npm run build && node tests/bench/serve.mjs [--seconds 600] [--records 200000] [--rate 200]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { summaryBuilder } from '../../dist/aggregate/summary.js';
import { writeResultFolder } from '../../dist/report/folder.js';
import { composedRecord } from './composed-record.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    records: { type: 'string', default: '200000' },
    rate: { type: 'string', default: '200' },
    bare: { type: 'string' },
  },
});
const [seconds, records, rate] = [values.seconds, values.records, values.rate].map(Number);
const say = (line) => process.stdout.write(`${line}\n`);

/** The same bytes, as Node alone sends them; a process of its own, like the server beside which it stands. */
function bareServer(file) {
  const bytes = readFileSync(file);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length };
  const server = createServer((_, answer) => answer.writeHead(200, headers).end(bytes));
  server.listen(0, '127.0.0.1', () => say(`http://127.0.0.1:${server.address().port}/`));
}

async function composed(folder) {
  const builder = summaryBuilder();
  async function* reactions() {
    for (let row = 1; row <= records; row += 1) {
      const reaction = composedRecord(row);
      builder.add(reaction);
      yield reaction;
    }
  }
  const counts = { in: records, out: records, rejected: 0 };
  const facts = { version: 'bench', clock: '', inputs: [], models: [], options: {}, counts };
  await writeResultFolder(folder, {
    reactions: reactions(),
    rejects: [],
    summary: () => builder.summary(),
    facts,
  });
}

/** A program that prints its address once it listens. */
async function started(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  return { child, url: String(line).trim().replace(/\/$/, '') };
}

const CONNECTIONS = 10;

/** What autocannon counted, and every answer's milliseconds: its own percentiles leave the 95th out. */
async function asked(url, duration) {
  const times = [];
  const run = autocannon({
    url,
    duration,
    connections: CONNECTIONS,
    overallRate: rate,
    headers: { accept: 'application/json' },
  });
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  return { ...(await run), times: withThoseNotAsked(times) };
}

/**
 * A connection that waits asks nothing in the meantime: each request that was due then counts with the time that it
 * would have waited (coordinated omission). autocannon's own correction takes 1 ms for the time between two requests
 * of a connection, which lets one answer of 200 ms count as two hundred.
 */
function withThoseNotAsked(times) {
  const between = (1000 * CONNECTIONS) / rate;
  const all = [];
  for (const time of times) for (let left = time; left > 0; left -= between) all.push(left);
  return Float64Array.from(all).sort();
}

function told(name, { times, latency, requests, errors, timeouts, non2xx }) {
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1);
  const figures = [50, 90, 95, 99, 99.9].map((percent) => `p${percent} ${at(percent / 100)}`);
  say(`${name.padEnd(10)} ${figures.join('  ')}  max ${at(1)} ms (autocannon's own p97.5: ${latency.p97_5})`);
  say(
    `           ${requests.average.toFixed(0)} requests/s, ${requests.total} in all; errors ${errors}, timeouts ${timeouts}, not 2xx ${non2xx}`,
  );
}

async function memoryOf(url) {
  const text = await fetch(`${url}/metrics`).then((answer) => answer.text());
  const read = (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)[1]);
  return {
    rss: read('process_resident_memory_bytes') / 2 ** 20,
    heap: read('nodejs_heap_size_used_bytes') / 2 ** 20,
  };
}

/** Every second one client that stops in its headers, one that reads nothing of a long answer, one that goes away. */
function nuisance(url) {
  const { hostname, port } = new URL(url);
  const open = (text, thenGo) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('error', () => {});
    socket.pause();
    if (thenGo) setTimeout(() => socket.destroy(), 50);
    else setTimeout(() => socket.destroy(), 60_000).unref();
  };
  const timer = setInterval(() => {
    open('GET /api/summary HTTP/1.1\r\nHost: loc', false);
    open('GET /api/reactions.ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n', false);
    open('GET /api/reactions.csv HTTP/1.1\r\nHost: localhost\r\n\r\n', true);
  }, 1000);
  return () => clearInterval(timer);
}

async function loaded(url, duration) {
  const memory = [];
  const note = async () => memory.push(await memoryOf(url));
  const sampling = setInterval(() => void note().catch(() => {}), Math.max(1000, (duration * 1000) / 20));
  const stop = nuisance(url);
  const result = await asked(`${url}/api/summary`, duration);
  stop();
  clearInterval(sampling);
  await note();
  return { result, memory };
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const out = join(folder, 'out');
  say(
    `${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)}`,
  );
  const own = fileURLToPath(import.meta.url);
  const children = [];
  try {
    await composed(out);
    const server = await started([
      join(own, '../../../dist/cli.js'),
      'serve',
      out,
      '--port',
      '0',
      '--quiet',
      '--watch',
    ]);
    children.push(server.child);
    const bytes = Buffer.from(await (await fetch(`${server.url}/api/summary`)).arrayBuffer());
    const same = join(folder, 'same-bytes');
    writeFileSync(same, bytes);
    const bare = await started([own, '--bare', same]);
    children.push(bare.child);
    say(
      `${records.toLocaleString('en')} records, summary of ${bytes.length.toLocaleString('en')} bytes, ${rate} requests/s`,
    );
    const short = Math.min(60, seconds);
    told('bare', await asked(bare.url, short));
    const { result, memory } = await loaded(server.url, seconds);
    told('hearsay', result);
    told('bare', await asked(bare.url, short));
    say('memory of the server over time, MiB:');
    say(`  resident ${memory.map(({ rss }) => rss.toFixed(0)).join(' ')}`);
    say(`  heap     ${memory.map(({ heap }) => heap.toFixed(0)).join(' ')}`);
  } finally {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.bare === undefined) await main();
else bareServer(values.bare);
