/**
 * Topics of an export's posts, found: copies collapsed, a seeded sample embedded, its communities named; every
 * post then goes to the topic that most of its nearest sampled posts have.
 */
import type { TopicShare } from '../reaction.ts';
import { contentWords } from '../text/terms.ts';
import type { Assigner, Embed } from './assigner.ts';
import { OTHER, others } from './assigner.ts';
import { centreOf, communitiesOf } from './communities.ts';
import { copyKey, distinctTexts } from './copies.ts';
import { groupNames } from './names.ts';
import { similarity } from './neighbours.ts';
import { shuffleKey } from './random.ts';

export interface DiscoverOptions {
  /** Force this many topics. */
  readonly topicsCount?: number | undefined;
  /** Distinct posts that are compared with each other. 5,000 by default. */
  readonly sample?: number | undefined;
  readonly seed?: number | undefined;
}

export interface FoundTopic {
  readonly name: string;
  /** The terms that set the topic apart, weightiest first. */
  readonly terms: readonly string[];
  /** Distinct posts of the sample that are in the topic. */
  readonly size: number;
  /** The most central post of the sample. */
  readonly example: string;
}

export interface Discovery extends Assigner {
  /** Largest first. */
  readonly topics: readonly FoundTopic[];
}

const SAMPLE = 5000;
/** Fewer distinct posts than this are one topic. */
const FEW = 30;
/** A community that holds a smaller part of the sample, or fewer posts, is no topic of its own. */
const LEAST_PART = 0.004;
const LEAST_POSTS = 5;
/** Cosine to its topic's centre below which a post fits none. */
const FLOOR = 0.25;
const VOTERS = 15;
const NEAR_TOPICS = 3;
/** A second topic is named where it has this part of the votes. */
const SECOND = 0.25;

/**
 * The same texts give the same topics, in any order and on every run.
 *
 * @example
 * const found = await topicsOf(posts, models.embed);
 * found.names;               // ['Ferry, timetable, pier', 'Counter fee, bank, cash']
 * await found.assign(posts); // [[{ name: 'Ferry, timetable, pier', score: 1 }], …]
 */
export async function topicsOf(
  texts: readonly string[],
  embed: Embed,
  options: DiscoverOptions = {},
): Promise<Discovery> {
  const distinct = [...distinctTexts(texts).values()].filter((text) => contentWords(text).length > 0);
  if (distinct.length < FEW && options.topicsCount === undefined) return oneTopic(distinct);
  const sample = sampled(distinct, options.sample ?? SAMPLE);
  if (sample.length === 0) return oneTopic([]);
  const vectors = await embed(sample);
  const labels = await communitiesOf(vectors, { count: options.topicsCount, seed: options.seed });
  const clusters = clustersOf(sample, vectors, labels, options.topicsCount !== undefined);
  return { ...named(clusters), assign: (posts) => assigned(posts, clusters, embed) };
}

interface Cluster {
  readonly texts: readonly string[];
  readonly vectors: readonly Float32Array[];
  readonly centre: Float32Array;
  readonly topic: FoundTopic;
}

/** The distinct texts whose hashes come first, in the order of their words: chance, but no luck. */
function sampled(distinct: readonly string[], most: number): string[] {
  if (distinct.length <= most) return [...distinct];
  const ranked = distinct.map((text) => ({ text, key: shuffleKey(text) }));
  const chosen = new Set(
    ranked
      .sort((a, b) => a.key - b.key)
      .slice(0, most)
      .map(({ text }) => text),
  );
  return distinct.filter((text) => chosen.has(text));
}

function clustersOf(
  sample: readonly string[],
  vectors: readonly Float32Array[],
  labels: readonly number[],
  isForced: boolean,
): Cluster[] {
  const members = new Map<number, number[]>();
  labels.forEach((label, i) => members.set(label, [...(members.get(label) ?? []), i]));
  const least = isForced ? 1 : Math.max(LEAST_POSTS, Math.round(LEAST_PART * sample.length));
  const kept = [...members].filter(([, own]) => own.length >= least).sort(([a], [b]) => a - b);
  const names = groupNames(kept.map(([, own]) => own.map((i) => sample[i] as string)));
  return kept.map(([, own], index) => {
    const ownVectors = own.map((i) => vectors[i] as Float32Array);
    const centre = centreOf(ownVectors);
    const central = own.toSorted((a, b) => similarity(vectors[b]!, centre) - similarity(vectors[a]!, centre));
    const example = sample[central[0] as number] as string;
    const topic = { ...names[index]!, size: own.length, example };
    return { texts: own.map((i) => sample[i] as string), vectors: ownVectors, centre, topic };
  });
}

function named(clusters: readonly Cluster[]): Pick<Discovery, 'names' | 'topics'> {
  const topics = clusters.map(({ topic }) => topic);
  return { topics, names: topics.map(({ name }) => name) };
}

/** Copies are embedded once and get the same topics. */
async function assigned(
  posts: readonly string[],
  clusters: readonly Cluster[],
  embed: Embed,
): Promise<TopicShare[][]> {
  const distinct = distinctTexts(posts);
  const keys = [...distinct.keys()];
  const vectors = await embed([...distinct.values()]);
  const shares = new Map(keys.map((key, i) => [key, sharesOf(vectors[i] as Float32Array, clusters)]));
  return posts.map((post) => shares.get(copyKey(post)) ?? others());
}

function sharesOf(vector: Float32Array, clusters: readonly Cluster[]): TopicShare[] {
  const near = clusters
    .map((cluster) => ({ cluster, centrality: similarity(vector, cluster.centre) }))
    .sort((a, b) => b.centrality - a.centrality)
    .slice(0, NEAR_TOPICS)
    .filter(({ centrality }) => centrality >= FLOOR);
  if (near.length === 0) return others();
  const votes = votesOf(
    vector,
    near.map(({ cluster }) => cluster),
  );
  const total = votes.reduce((sum, { weight }) => sum + weight, 0);
  const shares = near.map(({ cluster }) => {
    const own = votes.filter(({ from }) => from === cluster).reduce((sum, { weight }) => sum + weight, 0);
    return { name: cluster.topic.name, score: rounded(own / total) };
  });
  const ranked = shares.sort((a, b) => b.score - a.score);
  return ranked.filter(({ score }, index) => index === 0 || score >= SECOND);
}

interface Vote {
  readonly from: Cluster;
  readonly weight: number;
}

/** The sampled posts that are nearest, each voting for its topic with its similarity. */
function votesOf(vector: Float32Array, clusters: readonly Cluster[]): Vote[] {
  const votes: Vote[] = [];
  for (const from of clusters)
    for (const other of from.vectors) {
      const weight = similarity(vector, other);
      if (weight <= 0 || (votes.length === VOTERS && weight <= votes[VOTERS - 1]!.weight)) continue;
      let at = votes.length === VOTERS ? VOTERS - 1 : votes.length;
      for (; at > 0 && votes[at - 1]!.weight < weight; at--) votes[at] = votes[at - 1]!;
      votes[at] = { from, weight };
    }
  return votes;
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Too few posts to part: one topic, named by its terms. */
function oneTopic(distinct: readonly string[]): Discovery {
  const [group] = groupNames([distinct]);
  const topics =
    distinct.length === 0 ? [] : [{ ...group!, size: distinct.length, example: distinct[0] as string }];
  const name = topics[0]?.name ?? OTHER;
  const assign = (posts: readonly string[]): Promise<TopicShare[][]> =>
    Promise.resolve(posts.map((post) => (contentWords(post).length > 0 ? [{ name, score: 1 }] : others())));
  return { topics, names: topics.map((topic) => topic.name), assign };
}
