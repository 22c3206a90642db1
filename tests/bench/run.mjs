/**
 * How fast is hearsay, and how much of the bare runtime's speed does it reach?
 * `npm run bench` (or `npm run bench -- --rounds 3 --rows 1024 --file posts.csv`).
 *
 * Each measurement is a process of its own, the order is reversed every round, and the median stands beside
 * every raw value. Run it on a quiet machine: the load before each round is printed.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { processCount } from '../../dist/classify/crew.js';
import { modelPlaces } from '../../dist/classify/folder.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    rows: { type: 'string', default: '1536' },
    model: { type: 'string', multiple: true },
    file: { type: 'string' },
  },
});

const MODELS = ['sentiment-small', 'stance-small', 'sentiment-base', 'stance-base', 'sentence-small'];
const VARIANTS = ['floor', 'hearsay', 'batches'];
const program = new URL('variants.mjs', import.meta.url).pathname;
const run = promisify(execFile);

const folderOf = (model) => (model === 'sentence-small' ? 'sentence-encoder' : model);
const isThere = (model) => modelPlaces().some((place) => existsSync(join(place, folderOf(model))));
const asked = (values.model ?? MODELS).filter(isThere);
const plan = asked.flatMap((model) => VARIANTS.map((variant) => ({ model, variant, speeds: [] })));

const say = (line) => process.stdout.write(`${line}\n`);
say(
  `${cpus()[0]?.model}, ${availableParallelism()} cores, ${processCount()} processes; Node ${process.version}`,
);

for (let round = 0; round < Number(values.rounds); round += 1) {
  say(`round ${round + 1}, load ${loadavg()[0].toFixed(2)}`);
  for (const it of round % 2 === 0 ? plan : plan.toReversed()) {
    // A large model takes about five times as long for each row.
    const rows = it.model.endsWith('-base') ? Math.ceil(Number(values.rows) / 4) : Number(values.rows);
    const args = [program, it.model, it.variant, String(rows), ...(values.file ? [values.file] : [])];
    const { stdout } = await run(process.execPath, args);
    const measured = JSON.parse(stdout.trim().split('\n').at(-1));
    it.speeds.push(measured.rows / measured.seconds);
  }
}

const median = (speeds) => speeds.toSorted((a, b) => a - b)[Math.floor(speeds.length / 2)];
const pad = (text, width) => String(text).padStart(width);
say(`\n${'model'.padEnd(17)} ${'variant'.padEnd(9)} rows/s  of floor  all values`);
for (const { model, variant, speeds } of plan) {
  const floor = median(plan.find((it) => it.model === model && it.variant === 'floor').speeds);
  const share = (median(speeds) / floor).toFixed(2);
  const all = speeds.map((it) => it.toFixed(0)).join(' ');
  say(
    `${model.padEnd(17)} ${variant.padEnd(9)} ${pad(median(speeds).toFixed(0), 6)}  ${pad(share, 8)}  ${all}`,
  );
}
