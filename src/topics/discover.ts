/**
 * Topics of an export's posts, found: copies collapsed, a seeded sample embedded, its communities named; every
 * post then goes to the topic that most of its nearest sampled posts have.
 */
import { OTHER_TOPIC, type TopicShare } from '../reaction.ts';
import { contentWords } from '../text/terms.ts';
import type { Assigner, Embed } from './assigner.ts';
import { others } from './assigner.ts';
import type { Cluster } from './clusters.ts';
import { centralText, centralTexts, clusterOf, clusterOfMembers, sharesOf } from './clusters.ts';
import { communitiesOf } from './communities.ts';
import { copyKey, distinctTexts } from './copies.ts';
import { groupNames } from './names.ts';
import { shuffleKey } from './random.ts';
import { frequencies, termKeys, wordSimilarities } from './term-index.ts';
import { wordEvidence } from './word-evidence.ts';

export interface DiscoverOptions {
  /** Force this many topics. */
  readonly topicsCount?: number | undefined;
  /** Distinct posts that are compared with each other. 5,000 by default. */
  readonly sample?: number | undefined;
  readonly seed?: number | undefined;
  /** How often each text was posted; as often as it is given unless told. */
  readonly times?: ReadonlyMap<string, number> | undefined;
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
  /** At most `most` posts of the sample that stand for topic `index`, the most central first, no two alike. */
  examplesOf(index: number, most: number): string[];
}

const SAMPLE = 5000;
/** Fewer distinct posts than this are one topic. */
const FEW = 15;
const LEAST = 5;
/** A community is a topic of its own from this part of the sample on, in a large sample from 10 posts and 0.2 %. */
const leastOf = (sample: number): number => Math.max(LEAST, Math.min(0.02 * sample, 10 + 0.002 * sample));
/** So often a text that was posted again and again counts where its community is small: one alone makes no topic. */
const MOST_TIMES = 10;
/** What sharing all words adds to the cosine of two posts; measured with tests/bench/topics.mjs. */
const WORDS_WORTH = 0.2;

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
  const sample = sampled(distinct, options.sample);
  if (sample.length === 0) return oneTopic([]);
  const vectors = await embed(sample);
  const keys = sample.map(termKeys);
  const shared = wordSimilarities(keys);
  const labels = await communitiesOf(vectors, {
    count: options.topicsCount,
    seed: options.seed,
    bonus: (i) => shared(i).map((value) => value * WORDS_WORTH),
    evidence: (found) => wordEvidence(keys, found),
  });
  const isForced = options.topicsCount !== undefined;
  const groups = groupsOf(labels, isForced ? null : timesIn(texts, sample, options.times));
  return discoveryOf(sample, vectors, groups, frequencies(keys), embed);
}

function discoveryOf(
  sample: readonly string[],
  vectors: readonly Float32Array[],
  groups: readonly (readonly number[])[],
  overall: ReadonlyMap<string, number>,
  embed: Embed,
): Discovery {
  const textsOf = (group: readonly number[]): string[] => group.map((i) => sample[i] as string);
  const clusters = groups.map((group) =>
    clusterOf(
      textsOf(group),
      group.map((i) => vectors[i] as Float32Array),
      overall,
      sample.length,
    ),
  );
  const topics = groupNames(groups.map(textsOf)).map(({ name, terms }, index): FoundTopic => {
    const cluster = clusters[index] as Cluster;
    return { name, terms, size: cluster.texts.length, example: centralText(cluster) };
  });
  const names = topics.map(({ name }) => name);
  const sharesBy = (text: string, vector: Float32Array): TopicShare[] =>
    sharesOf(text, vector, clusters, names, overall);
  const assign = (posts: readonly string[]): Promise<TopicShare[][]> =>
    assigned(posts, remembering(embed, sample, vectors), sharesBy);
  const examplesOf = (index: number, most: number): string[] => {
    const cluster = clusters[index] as Cluster;
    const isOwn = (i: number): boolean =>
      sharesBy(cluster.texts[i]!, cluster.vectors[i]!)[0]?.name === names[index];
    return centralTexts(clusterOfMembers(cluster, isOwn), most);
  };
  return { topics, names, assign, examplesOf };
}

/**
 * The texts whose hashes come first, in the order that they have: chance that is the same for the same texts.
 * `topicsOf` compares these, and knows them when it assigns.
 */
export function sampled(distinct: readonly string[], most = SAMPLE): string[] {
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

/** How often each text of the sample was posted, its copies among them. */
function timesIn(
  texts: readonly string[],
  sample: readonly string[],
  times: ReadonlyMap<string, number> = new Map(),
): number[] {
  const posted = new Map<string, number>();
  for (const text of texts) {
    const key = copyKey(text);
    posted.set(key, (posted.get(key) ?? 0) + (times.get(text) ?? 1));
  }
  return sample.map((text) => posted.get(copyKey(text))!);
}

/**
 * Members of each community that is large enough, the largest first: by its different texts, or where these are few
 * by how often they were posted.
 * @param times of each text; null where every community is a topic
 */
function groupsOf(labels: readonly number[], times: readonly number[] | null): number[][] {
  const members = new Map<number, number[]>();
  labels.forEach((label, i) => members.set(label, [...(members.get(label) ?? []), i]));
  const least = leastOf(labels.length);
  const isLarge = (own: readonly number[]): boolean => {
    if (times === null || own.length >= least) return true;
    const posted = own.reduce((sum, i) => sum + Math.min(MOST_TIMES, times[i]!), 0);
    return own.length >= LEAST && posted >= 2 * least;
  };
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => own)
    .filter(isLarge);
}

/** Embeds what is not known yet; nothing is kept beyond what was known from the start. */
function remembering(embed: Embed, texts: readonly string[], vectors: readonly Float32Array[]): Embed {
  const known = new Map(texts.map((text, i) => [text, vectors[i] as Float32Array]));
  return async (asked) => {
    const unknown = asked.filter((text) => !known.has(text));
    const answers = new Map((await embed(unknown)).map((vector, i) => [unknown[i] as string, vector]));
    return asked.map((text) => (known.get(text) ?? answers.get(text)) as Float32Array);
  };
}

/** Copies are embedded once and get the same topics. */
async function assigned(
  posts: readonly string[],
  embed: Embed,
  sharesBy: (text: string, vector: Float32Array) => TopicShare[],
): Promise<TopicShare[][]> {
  const distinct = [...distinctTexts(posts)];
  const vectors = await embed(distinct.map(([, text]) => text));
  const shares = new Map(distinct.map(([key, text], i) => [key, sharesBy(text, vectors[i] as Float32Array)]));
  return posts.map((post) => shares.get(copyKey(post)) ?? others());
}

/** Too few posts to part: one topic, named by its terms. */
function oneTopic(distinct: readonly string[]): Discovery {
  const [group] = groupNames([distinct]);
  const topics =
    distinct.length === 0 ? [] : [{ ...group!, size: distinct.length, example: distinct[0] as string }];
  const name = topics[0]?.name ?? OTHER_TOPIC;
  const assign = (posts: readonly string[]): Promise<TopicShare[][]> =>
    Promise.resolve(posts.map((post) => (contentWords(post).length > 0 ? [{ name, score: 1 }] : others())));
  const examplesOf = (_index: number, most: number): string[] => distinct.slice(0, most);
  return { topics, names: topics.map((topic) => topic.name), assign, examplesOf };
}
