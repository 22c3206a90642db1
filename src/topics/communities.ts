/**
 * Communities of vectors: a graph of nearest neighbours weighted by cosine, parted by Louvain (Blondel et al.
 * 2008). The number is that which stands apart best; a wanted number is reached by a finer parting and merging.
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
}

// The package is CommonJS and its types describe it as ES: what `import` gives is the function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** What did best on composed sets: see tests/bench/topics.mjs. */
const NEIGHBOURS = 15;
/** Coarse to fine; modularity alone parts small graphs too finely and large ones too coarsely. */
const RESOLUTIONS = [0.7, 0.85, 1, 1.25, 1.5, 2, 3, 4, 6, 8];
/** Tried first where there are few vectors. */
const COARSEST = 0.5;
const FEW_VECTORS = 600;
/** A finer parting is taken where it stands apart nearly as well as the best. */
const NEARLY = 0.93;
const FINER = 1.6;
const FINEST = 60;

/** A community number for each vector, 0 for the largest; depends on the order of the vectors and the seed. */
export async function communitiesOf(
  vectors: readonly Float32Array[],
  { count, seed = 1, bonus }: CommunityOptions = {},
): Promise<number[]> {
  if (vectors.length < 2) return vectors.map(() => 0);
  const each = Math.min(NEIGHBOURS, Math.max(2, Math.floor(vectors.length / 8)), vectors.length - 1);
  const graph = graphOf(await neighboursOf(vectors, each, bonus));
  if (count === undefined) return bySize(bestParted(graph, vectors, seed));
  return bySize(mergedTo(count, partedFinely(graph, count, seed), vectors));
}

/** The finest parting of those that stand apart best, or nearly so. */
function bestParted(graph: UndirectedGraph, vectors: readonly Float32Array[], seed: number): number[] {
  const tried: { labels: number[]; separation: number }[] = [];
  let best = 0;
  for (const resolution of vectors.length < FEW_VECTORS ? [COARSEST, ...RESOLUTIONS] : RESOLUTIONS) {
    const labels = parted(graph, resolution, seed);
    const separation = separationOf(vectors, labels);
    best = Math.max(best, separation);
    tried.push({ labels, separation });
    if (tried.slice(-3).every((each) => each.separation < NEARLY * best)) break;
  }
  return (tried.findLast(({ separation }) => separation >= NEARLY * best) ?? tried[0]!).labels;
}

/** Parts more and more finely until there are `count` communities, or no more are to be had. */
function partedFinely(graph: UndirectedGraph, count: number, seed: number): number[] {
  let labels = parted(graph, 1, seed);
  for (let fine = FINER; fine < FINEST && new Set(labels).size < count; fine *= FINER)
    labels = parted(graph, fine, seed);
  return labels;
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
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const ranked = [...sizes].sort((a, b) => b[1] - a[1]).map(([label]) => label);
  const rank = new Map(ranked.map((label, index) => [label, index]));
  return labels.map((label) => rank.get(label) as number);
}
