/**
 * Rows → posts with topics and targets. An export is read twice: once for a sample, from which its topics and
 * targets are found, and once for its rows, so that a million posts need little more memory than ten thousand.
 */
import type { Item } from '../classify/scored.ts';
import { reactionOf } from '../extract/post.ts';
import { openTable } from '../formats/index.ts';
import type { ByteSource } from '../formats/source.ts';
import { reopenable } from '../formats/spool.ts';
import { isReject } from '../formats/table.ts';
import { type Posts, postsIn } from '../layouts/index.ts';
import { Reposts } from '../layouts/reposts.ts';
import type { Flag, Post, ScoredReaction, TopicShare } from '../reaction.ts';
import type { Assigner } from '../topics/assigner.ts';
import { sampled, topicsOf } from '../topics/discover.ts';
import { foundTargets } from '../topics/found-targets.ts';
import { givenAssigner } from '../topics/given.ts';
import { TextSample } from '../topics/text-sample.ts';
import { type AnalyzeOptions, type Context, rejected } from './context.ts';

/** Texts from which topics and targets of an export are found. */
const SAMPLE = 20_000;
/** Most targets of a topic of an export. */
const TARGETS = 3;
/** Posts whose topics are looked up together. */
const WINDOW = 512;

export async function* postItems(once: ByteSource, context: Context): AsyncGenerator<Item> {
  const { options, account } = context;
  const source = await reopenable(once);
  const { texts, reposts } = await surveyOf(source, context);
  const topics = await assignerOf(texts, context);
  const targetsAbout = await targetChoice(texts, topics, options);
  const { mapping, posts } = await openPosts(source, options);
  for (const notice of [mapping.notice, reposts.notice(source.name)])
    if (notice !== null) options.onNotice?.(notice);
  const seen = new Set<string>();
  for await (const window of windowsOf(acceptedPosts(posts, reposts, context))) {
    const shares = await sharesOf(window, topics);
    for (const [index, post] of window.entries()) {
      account.out += 1;
      yield {
        reaction: { ...reactionOf(post, source.name), ...shares[index]!, flags: flagsOf(post, seen) },
        targets: targetsAbout(gistOf(post), shares[index]!.topic),
      };
    }
  }
}

/** Characters of a post by which its topic and targets are told: a whole book in a cell tells no more. */
const GIST = 4000;
const gistOf = ({ text }: Post): string => text.slice(0, GIST);

interface Survey {
  readonly texts: readonly string[];
  readonly reposts: Reposts;
}

/** The first of two readings: what the export is about, and which posts it repeats. */
async function surveyOf(source: ByteSource, { options, models }: Context): Promise<Survey> {
  const reads = (code: string | null): boolean => code === null || models.languages.includes(code);
  const sample = new TextSample(SAMPLE);
  const reposts = new Reposts(options.reposts ?? 'keep');
  const { posts } = await openPosts(source, options);
  for await (const item of posts) {
    if (isReject(item)) continue;
    reposts.note(item.post);
    if (reads(options.language ?? item.post.language)) sample.add(gistOf(item.post));
  }
  return { texts: sample.texts(), reposts };
}

function assignerOf(texts: readonly string[], { options, models }: Context): Promise<Assigner> {
  const { topics, topicsCount } = options;
  return topics === undefined
    ? topicsOf(texts, models.embed, { topicsCount })
    : givenAssigner(topics, models.embed);
}

type TargetChoice = (text: string, topic: string | null) => readonly string[];

/** Targets that a person names are asked about wherever they belong; found ones where a post is about them. */
async function targetChoice(
  texts: readonly string[],
  topics: Assigner,
  options: AnalyzeOptions,
): Promise<TargetChoice> {
  const { targets } = options;
  if (targets !== undefined) return () => targets;
  const sample = sampled(texts);
  const shares = await topics.assign(sample);
  const found = foundTargets(
    sample,
    shares.map((own) => own[0]?.name ?? null),
    TARGETS,
  );
  return (text, topic) => {
    const given = options.topics?.find(({ name }) => name === topic)?.targets ?? [];
    if (given.length > 0) return given;
    return found.targetsOf(text, topic);
  };
}

async function openPosts(source: ByteSource, { table, layout, textColumn }: AnalyzeOptions): Promise<Posts> {
  return postsIn(await openTable(source, table), { layout, textColumn });
}

async function* acceptedPosts(
  items: Posts['posts'],
  reposts: Reposts,
  context: Context,
): AsyncGenerator<Post> {
  for await (const item of items) {
    context.account.in += 1;
    if (isReject(item)) rejected(item, context);
    else if (reposts.isFolded(item.post)) context.account.dropped += 1;
    else yield reposts.counted(item.post);
  }
}

async function* windowsOf<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let window: T[] = [];
  for await (const item of items) {
    window.push(item);
    if (window.length < WINDOW) continue;
    yield window;
    window = [];
  }
  if (window.length > 0) yield window;
}

type Topics = Pick<ScoredReaction, 'topic' | 'topics'>;

/** A post without words has no topic. */
async function sharesOf(posts: readonly Post[], topics: Assigner): Promise<Topics[]> {
  const shares = await topics.assign(posts.map(gistOf));
  return posts.map(({ text }, index): Topics => {
    const own: readonly TopicShare[] = text.trim() === '' ? [] : shares[index]!;
    return { topic: own[0]?.name ?? null, topics: own };
  });
}

/** A text that stood in the export before is flagged, not dropped. */
function flagsOf({ text }: Post, seen: Set<string>): Flag[] {
  const isCopy = text.trim() !== '' && seen.has(text);
  seen.add(text);
  return isCopy ? ['duplicate'] : [];
}
