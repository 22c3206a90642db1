/** A topics file proposed from texts: the topics found in them, with the signs by which a file tells them. */
import { OTHER_TOPIC } from '../reaction.ts';
import { type Discovery, sampled } from './discover.ts';
import { signsByTopic } from './signs.ts';
import { type TargetSupport, targetTable } from './targets.ts';
import type { GivenTopic } from './topics-file.ts';

export interface ProposedTopic extends GivenTopic {
  /** What the proposal rests on; not read back. */
  readonly found: {
    /** Different texts of the sample that are in the topic, and their part of it, 0–1. */
    readonly posts: number;
    readonly share: number;
    /** In the order of `targets`. */
    readonly targets: readonly TargetSupport[];
  };
}

export interface Proposal {
  /** Different texts that were compared. */
  readonly posts: number;
  /** Of these, those that fit no topic. */
  readonly other: number;
  /** Largest first. */
  readonly topics: readonly ProposedTopic[];
}

/** With six, a tenth more of the posts that name no sign would fall out of their topic when the file is read. */
const EXAMPLES = 12;
const TARGETS = 5;

/** What `discovery` found in `texts`, as a file that gives nearly the same topics when it is read back. */
export async function proposalOf(texts: readonly string[], discovery: Discovery): Promise<Proposal> {
  const sample = sampled(texts);
  const topicOf = (await discovery.assign(sample)).map((shares) => shares[0]!.name);
  const signs = signsByTopic(sample, topicOf);
  const targets = targetTable(sample, topicOf, TARGETS);
  const sizes = new Map<string, number>();
  for (const topic of topicOf) sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
  const topics = discovery.names.map((name, index): ProposedTopic => {
    const { words = [], phrases = [], hashtags = [] } = signs.get(name) ?? {};
    const own = targets.get(name) ?? [];
    const posts = sizes.get(name) ?? 0;
    return {
      name,
      words: [...words],
      phrases: [...phrases],
      hashtags: [...hashtags],
      examples: discovery.examplesOf(index, EXAMPLES).map(oneLine),
      targets: own.map((target) => target.name),
      found: { posts, share: rounded(posts / Math.max(1, sample.length)), targets: own },
    };
  });
  return {
    posts: sample.length,
    other: sizes.get(OTHER_TOPIC) ?? 0,
    topics: topics.filter(({ found }) => found.posts > 0).sort((a, b) => b.found.posts - a.found.posts),
  };
}

/** An example is a sentence of a file that people edit: spacing and the length of a post do not matter there. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_EXAMPLE);
const LONGEST_EXAMPLE = 400;

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
