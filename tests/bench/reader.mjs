/**
 * How many articles a second does the reader of quotations read? `node tests/bench/reader.mjs`
 * (or with `--file ARTICLES.ndjson` of `{id, text}`, `--articles 60`, `--rounds 3`).
 *
 * Articles of about 700 words, composed of our own stories in ever new orders; each measurement is a process of its
 * own, and the median of the rounds stands beside every value:
 *
 * - `rules, one process`: the rules alone, article after article, on sixty times as many articles, since they are
 *   through before the engine has warmed up;
 * - `rules`: the same as the program reads them, with helping processes, their start included;
 * - `rules and encoder`: what `hearsay quotes` does, where the sentence encoder helps to tell stories apart,
 *   on four times as many;
 * - `rules and tagger`: what `--indirect` reads, with the encoder, on four times as many;
 * - `bare tagger`: the model's session alone on the windows of the same articles, tokenised before the clock starts.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { alignedTokens } from '../../dist/classify/alignment.js';
import { modelFolder, modelPlaces } from '../../dist/classify/folder.js';
import { openModels } from '../../dist/classify/models.js';
import { openModel } from '../../dist/classify/runtime.js';
import { windowsOf } from '../../dist/classify/tagging.js';
import { readingOf } from '../../dist/extract/reading.js';
import { readingsOf } from '../../dist/pipeline/readings.js';

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    articles: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    variant: { type: 'string' },
  },
});
const WORDS = 700;
const WARM_UP = 5;
/** How many times as many articles are read as were asked for. */
const TIMES = { 'rules, one process': 60, rules: 60, 'rules and encoder': 4, 'rules and tagger': 4 };
const wordsIn = (text) => text.split(/\s+/).length;

function linesOf(path) {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).text);
}

/** Paragraphs of our stories, each article beginning elsewhere. */
function composed(count) {
  const stories = linesOf(fileURLToPath(new URL('../../corpora/speakers/gold.ndjson', import.meta.url)));
  return Array.from({ length: count }, (_, i) => {
    const parts = [];
    for (let at = i; wordsIn(parts.join(' ')) < WORDS; at += 5) {
      const paragraphs = stories[at % stories.length].split('\n\n');
      parts.push(...paragraphs.slice(0, 2 + (at % paragraphs.length)));
    }
    return parts.join('\n\n');
  });
}

function articles(times = 1) {
  const count = Number(values.articles) * times;
  return values.file ? linesOf(values.file).slice(0, count) : composed(count);
}

const VARIANTS = {
  'rules, one process': (texts) => clocked(texts, (text) => readingOf({ name: 'article', text })),
  rules: (texts) => readTogether(texts, { tagger: false, folder: mkdtempSync(join(tmpdir(), 'no-models-')) }),
  'rules and encoder': (texts) => readTogether(texts, { tagger: false }),
  'rules and tagger': (texts) => readTogether(texts, { tagger: true }),
  async 'bare tagger'(texts) {
    const { path, metadata } = modelFolder('quotation-tagger', modelPlaces());
    const model = await openModel(path);
    const windows = texts.map((text) => {
      const tokens = alignedTokens(text, model).map(({ token }) => token);
      const room = metadata.maxTokens - model.controls(1);
      return windowsOf(tokens.length, room).map(({ start, end }) => model.sequence(tokens.slice(start, end)));
    });
    return clocked(windows, async (sequences) => {
      for (const sequence of sequences) await model.run([sequence]);
    });
  },
};

const documentsOf = async function* (texts) {
  for (const text of texts) yield { document: { name: 'article', text } };
};

/** Articles a second as the program reads them, from the first to the last. */
async function readTogether(texts, options) {
  const models = await openModels({ folder: options.folder });
  const start = performance.now();
  for await (const _ of readingsOf(documentsOf(texts), models, options)) continue;
  return texts.length / ((performance.now() - start) / 1000);
}

/** Items a second, the first few not counted. */
async function clocked(items, work) {
  for (const item of items.slice(0, WARM_UP)) await work(item);
  const start = performance.now();
  for (const item of items) await work(item);
  return items.length / ((performance.now() - start) / 1000);
}

const say = (line) => process.stdout.write(`${line}\n`);

if (values.variant) {
  say(JSON.stringify(await VARIANTS[values.variant](articles(TIMES[values.variant] ?? 1))));
  process.exit(0);
}
const texts = articles();
const mean = Math.round(texts.reduce((sum, text) => sum + wordsIn(text), 0) / texts.length);
say(`reader of quotations, ${texts.length} articles of ${mean} words`);
say(
  `${cpus()[0]?.model}, ${availableParallelism()} cores; Node ${process.version}; load ${loadavg()[0].toFixed(2)}`,
);
const speeds = Object.fromEntries(Object.keys(VARIANTS).map((name) => [name, []]));
for (let round = 0; round < Number(values.rounds); round += 1)
  for (const name of round % 2 ? Object.keys(VARIANTS).reverse() : Object.keys(VARIANTS)) {
    const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2), '--variant', name];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    speeds[name].push(JSON.parse(stdout));
  }
say('\nvariant             articles/s  all values');
for (const [name, found] of Object.entries(speeds)) {
  const median = found.toSorted((a, b) => a - b)[Math.floor(found.length / 2)];
  say(`${name.padEnd(20)}${median.toFixed(1).padStart(10)}  ${found.map((it) => it.toFixed(1)).join(' ')}`);
}
