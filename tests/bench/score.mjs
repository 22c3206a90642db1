/**
 * How fast does `hearsay score` give an export back, beside what a programmer would write first?
 * `node tests/bench/score.mjs` (or with `--rows 2000 --rounds 1`); a part of `npm run bench`.
 *
 * The same export, sentiment only, 25 % of its rows repeat a text:
 *
 * - `score`: the program from its start to the finished file;
 * - `distinct`: the same on as many rows without a repeated text, so that the cache has nothing to give;
 * - `one process`: `distinct` without helping processes;
 * - `pipeline, one text`, `pipeline, batches of 32`: the text-classification pipeline of transformers.js with its
 *   defaults, in file order, texts in memory before the clock starts;
 * - `bare, own processes`, `bare, all cores`: the ONNX Runtime session alone on the same batches of the distinct
 *   texts, tokenised before the clock starts: in as many processes as hearsay has, and in one process with a thread
 *   for each core.
 *
 * Every measurement is a process of its own, the order is reversed every round, and the median stands beside
 * every raw value.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { processCount } from '../../dist/classify/crew.js';
import { csvLine } from '../../dist/formats/csv-writer.js';
import { posts } from './texts.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    rows: { type: 'string', default: '20000' },
    only: { type: 'string', multiple: true },
  },
});
const rows = Number(values.rows);
const run = promisify(execFile);
const here = (name) => new URL(name, import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
const file = (name) => join(folder, name);

/** Every fourth row repeats a text that stood halfway before; no row that repeats is itself repeated. */
const texts = (await posts(rows)).map(({ text }) => text);
const repeating = texts.map((text, i) => (i % 4 === 3 ? texts[4 * Math.floor(i / 8)] : text));
const csv = (cells) => [['id', 'text'], ...cells.map((text, i) => [String(i), text])].map(csvLine).join('');
writeFileSync(file('repeating.csv'), csv(repeating));
writeFileSync(file('distinct.csv'), csv(texts));

async function program(input, env = {}) {
  const start = performance.now();
  await run(
    process.execPath,
    [here('../../dist/cli.js'), 'score', file(input), '--model', 'small', '-o', file('scored.csv'), '-q'],
    {
      env: { ...process.env, ...env },
    },
  );
  return rows / ((performance.now() - start) / 1000);
}

async function measured(script, ...args) {
  const { stdout } = await run(process.execPath, [here(script), ...args]);
  const found = JSON.parse(stdout.trim().split('\n').at(-1));
  return found.rows / found.seconds;
}

const variants = [
  { name: 'score', speed: () => program('repeating.csv') },
  { name: 'distinct', speed: () => program('distinct.csv') },
  { name: 'one process', speed: () => program('distinct.csv', { HEARSAY_PROCESSES: '1' }) },
  { name: 'pipeline, one text', speed: () => measured('pipeline.mjs', file('repeating.csv'), '1') },
  { name: 'pipeline, batches of 32', speed: () => measured('pipeline.mjs', file('repeating.csv'), '32') },
  {
    name: 'bare, own processes',
    speed: () => measured('variants.mjs', 'sentiment-small', 'floor', values.rows, file('distinct.csv')),
  },
  {
    name: 'bare, all cores',
    speed: () => measured('variants.mjs', 'sentiment-small', 'batches', values.rows, file('distinct.csv')),
  },
]
  .filter(({ name }) => values.only?.includes(name) ?? true)
  .map(({ name, speed }) => ({ name, speed, speeds: [] }));

const say = (line) => process.stdout.write(`${line}\n`);
say(`hearsay score, ${rows} rows, sentiment only`);
say(
  `${cpus()[0]?.model}, ${availableParallelism()} cores, ${processCount()} processes; Node ${process.version}`,
);
for (let round = 0; round < Number(values.rounds); round += 1) {
  say(`round ${round + 1}, load ${loadavg()[0].toFixed(2)}`);
  for (const it of round % 2 === 0 ? variants : variants.toReversed()) it.speeds.push(await it.speed());
}
rmSync(folder, { recursive: true });

const median = (speeds) => speeds.toSorted((a, b) => a - b)[Math.floor(speeds.length / 2)];
const of = (...names) =>
  Math.max(...variants.filter(({ name }) => names.includes(name)).map((it) => median(it.speeds)));
say(`\n${'variant'.padEnd(25)} rows/s  all values`);
for (const { name, speeds } of variants)
  say(
    `${name.padEnd(25)} ${median(speeds).toFixed(0).padStart(6)}  ${speeds.map((it) => it.toFixed(0)).join(' ')}`,
  );

const bare = of('bare, own processes', 'bare, all cores');
const pipeline = of('pipeline, one text', 'pipeline, batches of 32');
const share = (part, whole) => (Number.isFinite(part / whole) ? (part / whole).toFixed(2) : 'not measured');
say(`\nscore beside the better pipeline         ${share(of('score'), pipeline)}`);
say(`distinct texts beside the bare session   ${share(of('distinct'), bare)}`);
say(`what repeated texts give                 ${share(of('score'), of('distinct'))}`);
say(`what helping processes give              ${share(of('distinct'), of('one process'))}`);
say(`one process with all cores, beside many  ${share(of('bare, all cores'), of('bare, own processes'))}`);
