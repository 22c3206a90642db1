/**
 * Does the memory of `hearsay score` grow with the export? `node tests/bench/memory.mjs`
 * (or with `--rows 10000 --rows 1000000`, `--distinct 3000` for an export of so many different texts).
 *
 * Exports of invented posts are scored one after another, each in a process of its own; shown is the highest
 * resident memory of the program, and of the program with its helpers. HEARSAY_MODELS names other models: with small
 * ones a million different texts take minutes.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { csvLine } from '../../dist/formats/csv-writer.js';
import { posts } from './texts.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', multiple: true, default: ['10000', '100000'] },
    distinct: { type: 'string' },
  },
});
const program = new URL('../../dist/cli.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hearsay-memory-'));
const beginnings = (await posts(4000)).map(({ text }) => text);

/** A number makes a text another one. */
async function exported(rows) {
  const distinct = Number(values.distinct ?? rows);
  const path = join(folder, `${rows}.csv`);
  const out = createWriteStream(path);
  out.write(csvLine(['id', 'text']));
  for (let i = 0; i < rows; i += 1) {
    const text = `${beginnings[(i % distinct) % beginnings.length]} ${i % distinct}`;
    if (!out.write(csvLine([String(i), text]))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return path;
}

/** Megabytes resident now: of a process, and with those that it began. */
function resident(pid) {
  const sizeOf = (id) => {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  };
  const children = readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id))
    .filter((id) => {
      try {
        return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(pid);
      } catch {
        return false;
      }
    });
  const own = sizeOf(pid);
  return { own, all: children.reduce((sum, id) => sum + sizeOf(id), own) };
}

async function peakOf(path) {
  const start = performance.now();
  const child = spawn(process.execPath, [program, 'score', path, '-o', `${path}.scored.csv`, '-q'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const peak = { own: 0, all: 0 };
  const timer = setInterval(() => {
    const now = resident(child.pid);
    peak.own = Math.max(peak.own, now.own);
    peak.all = Math.max(peak.all, now.all);
  }, 250);
  const [code] = await once(child, 'exit');
  clearInterval(timer);
  if (code !== 0) throw new Error(`score ended with ${code}`);
  return { ...peak, seconds: (performance.now() - start) / 1000 };
}

const say = (line) => process.stdout.write(`${line}\n`);

say('     rows  different  peak MB  with helpers  seconds');
try {
  for (const given of values.rows) {
    const rows = Number(given);
    const path = await exported(rows);
    const { own, all, seconds } = await peakOf(path);
    const cells = [rows, Math.min(rows, Number(values.distinct ?? rows)), own, all, seconds];
    const widths = [9, 9, 7, 12, 7];
    say(cells.map((cell, i) => cell.toFixed(0).padStart(widths[i])).join('  '));
    rmSync(path);
  }
} finally {
  rmSync(folder, { recursive: true });
}
