/**
 * Are the stories of a digest told apart? `node tests/bench/segments.mjs` (or with `--digests 60`, or
 * `--file ARTICLES.ndjson` of `{id, text}`, whose articles are joined instead of our own).
 *
 * Digests of three to six stories in seeded orders, once with stars between the stories, once with nothing between
 * them, read by words alone and with the sentence encoder. P_k and WindowDiff are 0 for the right cut. Beside hearsay, in the same run: TextTiling
 * (Hearst, Computational Linguistics 23(1), 1997) over the stems of three paragraphs on each side of a gap, cuts at
 * even distances with the right number of stories known, and no cut. Then each text alone: how many are left whole.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { openModels } from '../../dist/classify/models.js';
import { framesOf } from '../../dist/extract/frames.js';
import { storiesByMeaning, storiesIn } from '../../dist/extract/stories.js';
import { pk, windowDiff } from '../helpers/segmentation.mjs';

const { values } = parseArgs({
  options: { digests: { type: 'string', default: '60' }, file: { type: 'string' } },
});
const say = (line) => process.stdout.write(`${line}\n`);

function numbersFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function texts() {
  const path = values.file ?? fileURLToPath(new URL('../../corpora/speakers/gold.ndjson', import.meta.url));
  const bytes = readFileSync(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line).text).filter((text) => !text.includes('* * *'));
}

/** Stories as paragraphs, without their headings. */
function stories() {
  return texts()
    .map((text) => text.split(/\n+/))
    .map((paragraphs) => paragraphs.filter((it) => /[.!?]["”’]?$/u.test(it.trim())))
    .filter((paragraphs) => paragraphs.length > 2);
}

function digest(all, random) {
  const count = 3 + random(4);
  const chosen = new Set();
  while (chosen.size < Math.min(count, all.length)) chosen.add(random(all.length));
  return [...chosen].map((index) => all[index]);
}

const truthOf = (parts) => parts.flatMap((paragraphs, story) => paragraphs.map(() => story));

/** The number of the story in which each paragraph stands. */
async function read(parts, separator, storiesOf) {
  const text = parts.map((paragraphs) => paragraphs.join('\n\n')).join(separator);
  const found = await storiesOf(framesOf(text));
  let from = 0;
  return parts.flat().map((paragraph) => {
    const at = text.indexOf(paragraph, from);
    from = at + paragraph.length;
    return found.findIndex(({ start, end }) => at >= start && at < end);
  });
}

function tiled(paragraphs) {
  const bags = paragraphs.map((it) => stemmer.tokenizeAndStem(it));
  const similarity = bags
    .slice(1)
    .map((_, gap) =>
      cosine(bags.slice(Math.max(0, gap - 2), gap + 1).flat(), bags.slice(gap + 1, gap + 4).flat()),
    );
  const depths = similarity.map(
    (here, i) => peak(similarity.slice(0, i + 1).reverse()) + peak(similarity.slice(i)) - 2 * here,
  );
  const mean = depths.reduce((a, b) => a + b, 0) / depths.length;
  const deviation = Math.sqrt(depths.reduce((sum, it) => sum + (it - mean) ** 2, 0) / depths.length);
  let story = 0;
  return paragraphs.map((_, i) => (i > 0 && depths[i - 1] > mean + deviation / 2 ? ++story : story));
}

/** As high as the similarity climbs from a gap before it falls again. */
function peak(from) {
  const fall = from.findIndex((value, i) => i > 0 && value < from[i - 1]);
  return from[(fall < 0 ? from.length : fall) - 1];
}

function cosine(a, b) {
  const count = (words) => words.reduce((map, word) => map.set(word, (map.get(word) ?? 0) + 1), new Map());
  const [left, right] = [count(a), count(b)];
  const length = (bag) => Math.sqrt([...bag.values()].reduce((sum, it) => sum + it * it, 0));
  const product = [...left].reduce((sum, [word, n]) => sum + n * (right.get(word) ?? 0), 0);
  return product / (length(left) * length(right) || 1);
}

const even = (parts) => parts.flat().map((_, i, all) => Math.floor((i * parts.length) / all.length));

const models = await openModels();
const vectors = new Map();
let asked = 0;
/** Digests share their paragraphs: each is encoded once. */
async function encode(paragraphs) {
  asked += 1;
  const fresh = [...new Set(paragraphs)].filter((it) => !vectors.has(it));
  (await models.embed(fresh)).forEach((vector, index) => vectors.set(fresh[index], vector));
  return paragraphs.map((it) => vectors.get(it));
}
const byMeaning = (framed) => storiesByMeaning(framed, encode);

const READERS = {
  'hearsay, stars between': (parts) => read(parts, '\n\n* * *\n\n', byMeaning),
  'hearsay, nothing between': (parts) => read(parts, '\n\n', byMeaning),
  '  by words alone': (parts) => read(parts, '\n\n', storiesIn),
  'TextTiling, nothing between': (parts) => tiled(parts.flat()),
  'even cuts, number known': even,
  'no cut': (parts) => parts.flat().map(() => 0),
};

const all = stories();
const random = numbersFrom(20261124);
const digests = Array.from({ length: Number(values.digests) }, () => digest(all, random));
say(`${digests.length} digests of ${all.length} stories`);
say('                               P_k  WindowDiff');
for (const [name, reader] of Object.entries(READERS)) {
  const found = [];
  for (const parts of digests) found.push([truthOf(parts), await reader(parts)]);
  const mean = (measure) => found.reduce((sum, [truth, cut]) => sum + measure(truth, cut), 0) / found.length;
  say(`${name.padEnd(28)} ${mean(pk).toFixed(3)}  ${mean(windowDiff).toFixed(3).padStart(10)}`);
}

async function leftWhole(storiesOf) {
  let whole = 0;
  for (const text of texts()) whole += Number((await storiesOf(framesOf(text))).length === 1);
  return whole;
}
asked = 0;
const [meaning, words] = [await leftWhole(byMeaning), await leftWhole(storiesIn)];
say(
  `texts left whole: ${meaning} of ${texts().length}, by words alone ${words}; the encoder was asked about ${asked}`,
);
await models.close();
