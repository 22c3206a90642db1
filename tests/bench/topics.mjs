/**
 * Do the topics that hearsay finds match topics that people gave, and better than plain ways to find them?
 *
 *   npm run build && node tests/bench/topics.mjs posts.ndjson [--sources a,b] [--least 60] [--most 400]
 *       [--topics 60] [--python python3]
 *
 * The file (NDJSON, also .gz) has one post a line: `{text, topic}`, or `{text, target, source}` whose targets
 * serve as topics. Topics with fewer than `--least` distinct posts are left out, of others `--most` are drawn;
 * at most `--topics` topics. Beside hearsay, on the same posts and with the true number of topics given:
 * `natural`'s TF-IDF with k-means, and k-means on hearsay's own sentence vectors. With `--python`, also UMAP and
 * HDBSCAN on the same vectors (BERTopic's recipe; needs umap-learn, hdbscan and scikit-learn in that Python).
 * NMI and ARI count every post, those in `other` as one group; NPMI is the mean coherence of the ten terms that
 * name each topic, by the same naming for all.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import natural from 'natural/lib/natural/tfidf/index.js';
import { openModels } from '../../dist/classify/models.js';
import { termsIn } from '../../dist/text/terms.js';
import { topicsOf } from '../../dist/topics/discover.js';
import { groupNames } from '../../dist/topics/names.js';
import { randomFrom, shuffleKey } from '../../dist/topics/random.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sources: { type: 'string' },
    least: { type: 'string', default: '60' },
    most: { type: 'string', default: '400' },
    topics: { type: 'string', default: '60' },
    python: { type: 'string' },
  },
});
const say = (line) => process.stdout.write(`${line}\n`);

function postsOf(path) {
  const bytes = readFileSync(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().trim().split('\n');
  const wanted = values.sources?.split(',');
  const groups = new Map();
  for (const line of lines) {
    const { text, topic, target, source } = JSON.parse(line);
    if (wanted !== undefined && !wanted.includes(source)) continue;
    const name = topic ?? target;
    groups.set(name, (groups.get(name) ?? new Set()).add(text));
  }
  const byChance = (a, b) => shuffleKey(a) - shuffleKey(b);
  return [...groups]
    .filter(([, texts]) => texts.size >= Number(values.least))
    .toSorted(([a], [b]) => byChance(a, b))
    .slice(0, Number(values.topics))
    .flatMap(([topic, texts]) =>
      [...texts]
        .toSorted(byChance)
        .slice(0, Number(values.most))
        .map((text) => ({ text, topic })),
    )
    .toSorted((a, b) => byChance(a.text, b.text));
}

const countsOf = (labels) => {
  const counts = new Map();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
};
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

/** Normalised mutual information (arithmetic mean) and the adjusted Rand index. */
function agreement(truth, labels) {
  const n = truth.length;
  const pairs = (count) => (count * (count - 1)) / 2;
  const [a, b] = [countsOf(truth), countsOf(labels)];
  const joint = countsOf(truth.map((label, i) => `${label}\u0000${labels[i]}`));
  const entropy = (counts) => -sum([...counts.values()].map((c) => (c / n) * Math.log(c / n)));
  const mutual = entropy(a) + entropy(b) - entropy(joint);
  const both = sum([...joint.values()].map(pairs));
  const [left, right] = [a, b].map((counts) => sum([...counts.values()].map(pairs)));
  const expected = (left * right) / pairs(n);
  return {
    nmi: (2 * mutual) / (entropy(a) + entropy(b)),
    ari: (both - expected) / ((left + right) / 2 - expected),
  };
}

/** Mean normalised pointwise mutual information of each topic's ten terms over the posts. */
function coherence(posts, labels) {
  const keys = posts.map(({ text }) => new Set(termsIn(text).map(({ key }) => key)));
  const members = new Map();
  labels.forEach((label, i) => {
    if (label !== 'other') members.set(label, [...(members.get(label) ?? []), posts[i].text]);
  });
  const keyOf = (term) => termsIn(term).at(term.includes(' ') ? 1 : 0)?.key ?? termsIn(term)[0]?.key;
  const scores = groupNames([...members.values()]).map(({ terms }) => {
    const posting = terms.map(keyOf).map((key) => keys.flatMap((own, i) => (own.has(key) ? [i] : [])));
    const pairs = posting.flatMap((own, i) =>
      posting.slice(i + 1).map((other) => npmi(own, other, posts.length)),
    );
    return pairs.length === 0 ? 0 : sum(pairs) / pairs.length;
  });
  return sum(scores) / Math.max(1, scores.length);
}

function npmi(a, b, all) {
  const inB = new Set(b);
  const both = a.filter((i) => inB.has(i)).length;
  if (both === 0) return -1;
  if (both === all) return 1;
  return Math.log((both * all) / (a.length * b.length)) / -Math.log(both / all);
}

/** k-means++ with 30 rounds of Lloyd's, seeded. */
function kMeans(vectors, k) {
  const random = randomFrom(1);
  const distance = (a, b) => {
    let total = 0;
    for (let d = 0; d < a.length; d++) total += (a[d] - b[d]) ** 2;
    return total;
  };
  const centres = [vectors[Math.floor(random() * vectors.length)]];
  const nearest = new Float64Array(vectors.length).fill(Infinity);
  while (centres.length < k) {
    vectors.forEach((vector, i) => (nearest[i] = Math.min(nearest[i], distance(vector, centres.at(-1)))));
    let left = random() * sum([...nearest]);
    centres.push(
      vectors[
        Math.max(
          0,
          nearest.findIndex((value) => (left -= value) <= 0),
        )
      ],
    );
  }
  let labels = [];
  for (let round = 0; round < 30; round++) {
    const next = vectors.map((vector) => {
      const distances = centres.map((centre) => distance(vector, centre));
      return distances.indexOf(Math.min(...distances));
    });
    if (next.every((label, i) => label === labels[i])) break;
    labels = next;
    const sizes = countsOf(labels);
    centres.forEach((_, c) => (centres[c] = new Float32Array(vectors[0].length)));
    labels.forEach((label, i) =>
      vectors[i].forEach((value, d) => (centres[label][d] += value / sizes.get(label))),
    );
  }
  return labels.map(String);
}

/** `natural`'s own tokens and weights; the 2,000 most frequent terms of three posts and more, at length 1. */
function naturalVectors(posts) {
  const index = new natural.TfIdf();
  for (const { text } of posts) index.addDocument(text);
  const frequency = countsOf(
    index.documents.flatMap((terms) => Object.keys(terms).filter((t) => t !== '__key')),
  );
  const kept = [...frequency]
    .filter(([, count]) => count >= 3)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 2000);
  const place = new Map(kept.map(([term], i) => [term, i]));
  return index.documents.map((terms) => {
    const vector = new Float32Array(kept.length);
    for (const term of Object.keys(terms))
      if (place.has(term)) vector[place.get(term)] = terms[term] * index.idf(term);
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  });
}

const RECIPE = `
import json, sys
import numpy as np, umap, hdbscan
x = np.fromfile(sys.argv[1], dtype=np.float32).reshape(-1, int(sys.argv[2]))
y = umap.UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric='cosine', random_state=42).fit_transform(x)
labels = hdbscan.HDBSCAN(min_cluster_size=int(sys.argv[3]), metric='euclidean', cluster_selection_method='eom').fit_predict(y)
print(json.dumps(['other' if l < 0 else str(l) for l in labels.tolist()]))
`;

/** BERTopic's defaults, and its smallest topic at what hearsay asks for. */
function umapHdbscan(vectors, least) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const file = join(folder, 'vectors.f32');
  writeFileSync(file, Buffer.concat(vectors.map((v) => Buffer.from(v.buffer, v.byteOffset, v.byteLength))));
  const args = ['-c', RECIPE, file, String(vectors[0].length), String(least)];
  const printed = execFileSync(values.python, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  rmSync(folder, { recursive: true });
  return JSON.parse(printed.trim().split('\n').at(-1));
}

const posts = postsOf(positionals[0]);
const truth = posts.map(({ topic }) => topic);
const count = new Set(truth).size;
const texts = posts.map(({ text }) => text);
say(`${cpus()[0]?.model}, load ${loadavg()[0].toFixed(2)}, Node ${process.version}`);
say(`${posts.length} posts, ${count} topics of ${Math.min(...countsOf(truth).values())} posts and more`);

const models = await openModels();
const known = new Map();
const vectors = await models.embed(texts);
texts.forEach((text, i) => known.set(text, vectors[i]));
const embed = (asked) => Promise.resolve(asked.map((text) => known.get(text)));
await models.close();

async function found(options) {
  const topics = await topicsOf(texts, embed, options);
  return (await topics.assign(texts)).map(([first]) => first.name);
}

const ways = [
  ['hearsay', () => found({})],
  ['hearsay, number given', () => found({ topicsCount: count })],
  ['vectors, k-means, number given', () => kMeans(vectors, count)],
  ['natural TF-IDF, k-means, number given', () => kMeans(naturalVectors(posts), count)],
];
if (values.python !== undefined) {
  ways.push(['UMAP, HDBSCAN (10 posts and more)', () => umapHdbscan(vectors, 10)]);
  const least = Math.round(Math.max(5, Math.min(0.04 * posts.length, 20 + 0.002 * posts.length)));
  ways.push([`UMAP, HDBSCAN (${least} posts and more)`, () => umapHdbscan(vectors, least)]);
}

say(`\n${'way'.padEnd(38)}   NMI   ARI   NPMI  topics  other  CPU s`);
for (const [name, way] of ways) {
  const before = process.cpuUsage();
  const labels = await way();
  const { user } = process.cpuUsage(before);
  const { nmi, ari } = agreement(truth, labels);
  const topics = new Set(labels.filter((label) => label !== 'other')).size;
  const other = labels.filter((label) => label === 'other').length / labels.length;
  const cells = [(100 * nmi).toFixed(1), (100 * ari).toFixed(1), coherence(posts, labels).toFixed(2)];
  say(
    `${name.padEnd(38)} ${cells.map((cell) => cell.padStart(5)).join(' ')} ${String(topics).padStart(7)} ` +
      `${(100 * other).toFixed(0).padStart(4)} % ${(user / 1e6).toFixed(1).padStart(6)}`,
  );
}
