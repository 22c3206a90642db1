/**
 * Communities of vectors: a graph of nearest neighbours weighted by cosine, parted by Louvain (Blondel et al.
 * 2008). The number is that whose communities stand apart best, in meaning and in words; a wanted number is reached
 * by a finer parting and merging.
 */
import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import type { Neighbours } from './neighbours.ts';
import { neighboursOf } from './neighbours.ts';
import { randomFrom } from './random.ts';
import { separationOf } from './separation.ts';

export interface CommunityOptions {
  /** Force this many communities, where there are vectors enough. */
  readonly count?: number | undefined;
  readonly seed?: number | undefined;
  /** For vector i what is added to its similarities with all others. */
  readonly bonus?: ((i: number) => Float32Array) | undefined;
  /** How well communities explain what else is known of the vectors; all explain it alike unless given. */
  readonly evidence?: ((labels: readonly number[]) => number) | undefined;
}

// The package is CommonJS and its types describe it as ES: what `import` gives is the function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** What did best on composed sets: see tests/bench/topics.mjs. */
const NEIGHBOURS = 15;
/** Coarse to fine; modularity alone parts small graphs too finely and large ones too coarsely. */
const RESOLUTIONS = [0.2, 0.3, 0.4, 0.5, 0.7, 0.85, 1, 1.25, 1.5, 2, 3, 4, 6, 8];
/** Partings in a row that stand apart less well than the best by this much end the search. */
const WORSE = 0.7;
/** Where many are wanted. */
const FINER = [12, 20, 32, 50];
const WORTH_THE_NAME = 3;
/** Partings that are merged to the wanted number, of which the best is taken. */
const MERGED = 5;

/** A community number for each vector, 0 for the largest; depends on the order of the vectors and the seed. */
export async function communitiesOf(
  vectors: readonly Float32Array[],
  { count, seed = 1, bonus, evidence = () => 1 }: CommunityOptions = {},
): Promise<number[]> {
  if (vectors.length < 2) return vectors.map(() => 0);
  const each = Math.min(NEIGHBOURS, Math.max(2, Math.floor(vectors.length / 8)), vectors.length - 1);
  const graph = graphOf(await neighboursOf(vectors, each, bonus));
  const worth = (labels: readonly number[]): number =>
    worthOf(separationOf(vectors, labels), evidence(labels));
  if (count === undefined) return bySize(bestParted(graph, worth, seed));
  const wanted = partedFinely(graph, count, seed).map((labels) => mergedTo(count, labels, vectors));
  return bySize(wanted.toSorted((a, b) => worth(b) - worth(a))[0]!);
}

/** The parting whose communities stand apart best. */
function bestParted(
  graph: UndirectedGraph,
  worthIn: (labels: readonly number[]) => number,
  seed: number,
): number[] {
  let best: { labels: number[]; worth: number } = { labels: [], worth: -1 };
  const worths: number[] = [];
  for (const resolution of RESOLUTIONS) {
    const labels = parted(graph, resolution, seed);
    const worth = worthIn(labels);
    worths.push(worth);
    if (worth > best.worth) best = { labels, worth };
    if (worths.slice(-3).every((each) => each < WORSE * best.worth)) break;
  }
  return best.labels;
}

/**
 * Meaning alone stands apart best in few large communities, words alone in many small ones: both together have
 * their best near the number of topics that people gave (tests/bench/topics.mjs).
 */
const worthOf = (separation: number, evidence: number): number =>
  Math.max(0, separation) ** 2 * Math.max(LEAST_EVIDENCE, evidence);

const LEAST_EVIDENCE = 0.01;

/** The coarsest partings with `count` communities worth the name; where none has so many, the finest. */
function partedFinely(graph: UndirectedGraph, count: number, seed: number): number[][] {
  const enough: number[][] = [];
  let labels: number[] = [];
  for (const resolution of [...RESOLUTIONS, ...FINER]) {
    labels = parted(graph, resolution, seed);
    if (sizesOf(labels).filter(([, size]) => size >= WORTH_THE_NAME).length >= count) enough.push(labels);
    if (enough.length === MERGED) break;
  }
  return enough.length > 0 ? enough : [labels];
}

function graphOf({ count, each, ids, similarities }: Neighbours): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let i = 0; i < count; i++) graph.addNode(i);
  for (let i = 0; i < count; i++)
    for (let at = i * each; at < (i + 1) * each; at++) {
      const weight = similarities[at]!;
      if (weight > 0 && !graph.hasEdge(i, ids[at])) graph.addEdge(i, ids[at], { weight });
    }
  return graph;
}

function parted(graph: UndirectedGraph, resolution: number, seed: number): number[] {
  const found = louvain(graph, { resolution, rng: randomFrom(seed), getEdgeWeight: 'weight' });
  return graph.mapNodes((node) => found[node] as number);
}

/** Merges the two communities whose mean vectors are nearest, weighing size, until `count` are left. */
function mergedTo(count: number, labels: readonly number[], vectors: readonly Float32Array[]): number[] {
  const sums = new Map<number, { sum: Float64Array; size: number }>();
  labels.forEach((label, i) => {
    const own = sums.get(label) ?? { sum: new Float64Array(vectors[0]!.length), size: 0 };
    vectors[i]!.forEach((value, d) => (own.sum[d]! += value));
    own.size++;
    sums.set(label, own);
  });
  const into = new Map<number, number>();
  while (sums.size > Math.max(1, count)) {
    const [kept, gone] = nearestPair(sums);
    const [a, b] = [sums.get(kept)!, sums.get(gone)!];
    b.sum.forEach((value, d) => (a.sum[d]! += value));
    a.size += b.size;
    sums.delete(gone);
    into.set(gone, kept);
  }
  const rootOf = (label: number): number => (into.has(label) ? rootOf(into.get(label)!) : label);
  return labels.map(rootOf);
}

/** By Ward's criterion: the merge that adds least spread. */
function nearestPair(sums: ReadonlyMap<number, { sum: Float64Array; size: number }>): [number, number] {
  const groups = [...sums].sort(([a], [b]) => a - b);
  let best: { cost: number; pair: [number, number] } = { cost: Infinity, pair: [0, 0] };
  groups.forEach(([a, { sum: left, size: m }], at) => {
    for (const [b, { sum: right, size: n }] of groups.slice(at + 1)) {
      let distance = 0;
      for (let d = 0; d < left.length; d++) distance += (left[d]! / m - right[d]! / n) ** 2;
      const cost = ((m * n) / (m + n)) * distance;
      if (cost < best.cost) best = { cost, pair: [a, b] };
    }
  });
  return best.pair;
}

/** Numbers anew: 0 for the largest, ties by the first vector. */
function bySize(labels: readonly number[]): number[] {
  const rank = new Map(sizesOf(labels).map(([label], index) => [label, index]));
  return labels.map((label) => rank.get(label) as number);
}

/** Communities with their sizes, largest first. */
function sizesOf(labels: readonly number[]): (readonly [number, number])[] {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes].sort((a, b) => b[1] - a[1]);
}
