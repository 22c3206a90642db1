/** The pipeline of transformers.js with its defaults: `node pipeline.mjs FILE BATCH` prints one JSON line. */
import { readFileSync } from 'node:fs';
import { env, pipeline } from '@xenova/transformers';
import Papa from 'papaparse';

const WARM_UP = 64;
const [path, batch] = process.argv.slice(2);
const texts = Papa.parse(readFileSync(path, 'utf8').trimEnd())
  .data.slice(1)
  .map((cells) => cells[1]);

env.allowRemoteModels = false;
env.localModelPath = new URL('../../models', import.meta.url).pathname;
const classify = await pipeline('text-classification', 'sentiment-small');
for (const text of texts.slice(0, WARM_UP)) await classify(text);

const size = Number(batch);
const start = performance.now();
let done = 0;
for (let at = 0; at < texts.length; at += size)
  done += (await classify(size === 1 ? texts[at] : texts.slice(at, at + size))).length;
if (done !== texts.length) throw new Error(`${done} of ${texts.length} texts came back`);
process.stdout.write(`${JSON.stringify({ rows: done, seconds: (performance.now() - start) / 1000 })}\n`);
