/** Clusters of sampled posts, and which of them a new post belongs to: by its neighbours and by its words. */
import type { TopicShare } from '../reaction.ts';
import { others } from './assigner.ts';
import { centreOf } from './separation.ts';
import { similarity } from './neighbours.ts';
import { frequencies, termKeys } from './term-index.ts';

export interface Cluster {
  readonly texts: readonly string[];
  readonly vectors: readonly Float32Array[];
  readonly centre: Float32Array;
  /** By term: the logarithm of how much more often the cluster has it than the whole sample, -1 to 3. */
  readonly odds: ReadonlyMap<string, number>;
}

/** Cosine to the nearest centre below which a post fits no topic; lower where its words speak for one. */
const FLOOR = 0.33;
const FLOOR_WITH_WORDS = 0.2;
const ENOUGH_WORDS = 1;
/** Nearest sampled posts that vote, out of the clusters whose centres are nearest. */
const VOTERS = 15;
const NEAR_CLUSTERS = 3;
/** What words count beside votes; measured with tests/bench/topics.mjs. */
const WORDS_WORTH = 0.2;
const NO_VOTE = 0.05;
/** A second topic is named where it has this share. */
const SECOND = 0.3;
/** Texts of the whole sample that a small cluster's counts are mixed with. */
const PRIOR = 5;

export function clusterOf(
  texts: readonly string[],
  vectors: readonly Float32Array[],
  overall: ReadonlyMap<string, number>,
  all: number,
): Cluster {
  const own = frequencies(texts.map(termKeys));
  const odds = Array.from(own, ([key, count]): [string, number] => {
    const usual = overall.get(key)! / all;
    const here = (count + PRIOR * usual) / (texts.length + PRIOR);
    return [key, overall.get(key)! < 2 ? 0 : Math.min(3, Math.log(here / usual))];
  });
  return { texts, vectors, centre: centreOf(vectors), odds: new Map(odds) };
}

/** A cluster without the members that a community took in though they fit no topic; whole where none would be left. */
export function clusterOfMembers(cluster: Cluster, isOwn: (index: number) => boolean): Cluster {
  const own = cluster.texts.flatMap((_, i) => (isOwn(i) ? [i] : []));
  if (own.length === 0) return cluster;
  return {
    ...cluster,
    texts: own.map((i) => cluster.texts[i]!),
    vectors: own.map((i) => cluster.vectors[i]!),
  };
}

/** The most central text of a cluster. */
export function centralText({ texts, vectors, centre }: Cluster): string {
  let best = 0;
  vectors.forEach((vector, i) => {
    if (similarity(vector, centre) > similarity(vectors[best]!, centre)) best = i;
  });
  return texts[best] as string;
}

/** Members that are compared with each other for examples; evenly over the cluster. */
const MOST_COMPARED = 600;

/**
 * Texts that together lie near to as many of the cluster as can be, the most central first: each next one is
 * that which brings all members nearest to one of those chosen (greedy facility location, Nemhauser, Wolsey and
 * Fisher 1978), so that no two say the same.
 */
export function centralTexts(cluster: Cluster, most: number): string[] {
  const step = Math.max(1, cluster.texts.length / MOST_COMPARED);
  const members = Array.from({ length: Math.min(cluster.texts.length, MOST_COMPARED) }, (_, i) =>
    Math.floor(i * step),
  );
  const vectors = members.map((i) => cluster.vectors[i]!);
  const first = centralText(cluster);
  const chosen = [first];
  const centre = cluster.vectors[cluster.texts.indexOf(first)]!;
  let nearest = vectors.map((vector) => similarity(vector, centre));
  while (chosen.length < most) {
    let best: { gain: number; at: number; near: number[] } | undefined;
    for (const [at, candidate] of vectors.entries()) {
      const near = vectors.map((vector, i) => Math.max(nearest[i]!, similarity(vector, candidate)));
      const gain = near.reduce((sum, value, i) => sum + value - nearest[i]!, 0);
      if (gain > (best?.gain ?? 0)) best = { gain, at, near };
    }
    if (best === undefined) break;
    nearest = best.near;
    chosen.push(cluster.texts[members[best.at]!]!);
  }
  return [...new Set(chosen)];
}

/** Shares of the topics that a post belongs to, the largest first; `names[i]` is the topic of `clusters[i]`. */
export function sharesOf(
  text: string,
  vector: Float32Array,
  clusters: readonly Cluster[],
  names: readonly string[],
  overall: ReadonlyMap<string, number>,
): TopicShare[] {
  const keys = termKeys(text).filter((key) => (overall.get(key) ?? 0) > 1);
  const ranked = clusters
    .map((cluster, index) => {
      const centrality = similarity(vector, cluster.centre);
      return { cluster, index, centrality, words: wordOdds(keys, cluster) };
    })
    .filter(({ words, centrality }) => centrality >= (words >= ENOUGH_WORDS ? FLOOR_WITH_WORDS : FLOOR))
    .sort((a, b) => b.centrality + WORDS_WORTH * b.words - a.centrality - WORDS_WORTH * a.words)
    .slice(0, NEAR_CLUSTERS);
  if (ranked.length === 0) return others();
  const votes = votesOf(
    vector,
    ranked.map(({ cluster }) => cluster),
  );
  const weights = ranked.map(({ words }, i) => (votes[i]! + NO_VOTE) * Math.exp(WORDS_WORTH * words));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return ranked
    .map(({ index }, i) => ({ name: names[index] as string, score: rounded(weights[i]! / total) }))
    .sort((a, b) => b.score - a.score)
    .filter(({ score }, rank) => rank === 0 || score >= SECOND);
}

/** Terms that a cluster lacks speak against it. */
function wordOdds(keys: readonly string[], { odds }: Cluster): number {
  return keys.reduce((sum, key) => sum + Math.max(-1, odds.get(key) ?? -1), 0);
}

/** The part of the vote that each cluster has: its posts among the nearest, weighted by similarity. */
function votesOf(vector: Float32Array, clusters: readonly Cluster[]): number[] {
  const nearest: { cluster: number; weight: number }[] = [];
  clusters.forEach(({ vectors }, cluster) => {
    for (const other of vectors) {
      const weight = similarity(vector, other);
      if (weight <= 0 || (nearest.length === VOTERS && weight <= nearest[VOTERS - 1]!.weight)) continue;
      let at = nearest.length === VOTERS ? VOTERS - 1 : nearest.length;
      for (; at > 0 && nearest[at - 1]!.weight < weight; at--) nearest[at] = nearest[at - 1]!;
      nearest[at] = { cluster, weight };
    }
  });
  const total = nearest.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return clusters.map((_, cluster) => {
    const own = nearest.filter((vote) => vote.cluster === cluster);
    return own.reduce((sum, { weight }) => sum + weight, 0) / total;
  });
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
