/**
 * Does the memory of a result folder stay flat as records grow? Writes folders of 10,000, 100,000 and 1,000,000
 * invented records, each in a fresh process, and prints records per second, seconds and peak memory.
 *
 *   npm run build && node tests/bench/result-folder.mjs [largest]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { summaryBuilder } from '../../dist/aggregate/summary.js';
import { writeResultFolder } from '../../dist/report/folder.js';
import { composedRecord } from './composed-record.mjs';

async function write(total) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const builder = summaryBuilder();
  async function* reactions() {
    for (let row = 1; row <= total; row += 1) {
      const reaction = composedRecord(row);
      builder.add(reaction);
      yield reaction;
    }
  }
  const began = process.hrtime.bigint();
  const counts = { in: total, out: total, rejected: 0 };
  const facts = { version: 'bench', clock: '', inputs: [], models: [], options: {}, counts };
  await writeResultFolder(join(folder, 'out'), {
    reactions: reactions(),
    rejects: [],
    summary: () => builder.summary(),
    facts,
  });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  rmSync(folder, { recursive: true });
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${total.toLocaleString('en').padStart(10)} records  ${seconds.toFixed(1).padStart(6)} s  ${Math.round(
      total / seconds,
    )
      .toLocaleString('en')
      .padStart(7)}/s  peak ${peak} MiB\n`,
  );
}

if (process.argv[2] === '--one') await write(Number(process.argv[3]));
else {
  const largest = Number(process.argv[2] ?? 1_000_000);
  process.stdout.write(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}\n`);
  for (const total of [10_000, 100_000, 1_000_000].filter((n) => n <= largest))
    spawnSync(process.execPath, [process.argv[1], '--one', String(total)], { stdio: 'inherit' });
}
