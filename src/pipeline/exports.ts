/**
 * Rows → posts with topics and targets. An export is read twice: once for a sample, from which its topics and
 * targets are found, and once for its rows, so that a million posts need little more memory than ten thousand.
 */
import type { Item } from '../classify/scored.ts';
import { reactionOf } from '../extract/post.ts';
import type { ByteSource } from '../formats/source.ts';
import { isReject } from '../formats/table.ts';
import type { Posts } from '../layouts/index.ts';
import type { Reposts } from './reposts.ts';
import type { Flag, Post, ScoredReaction, TopicShare } from '../reaction.ts';
import type { Assigner } from '../topics/assigner.ts';
import { type Context, rejected } from './context.ts';
import { type ExportTopics, gistOf, openPosts } from './export-topics.ts';

/** Posts whose topics are looked up together. */
const WINDOW = 512;

/** The posts of one of the exports that were surveyed. */
export async function* postItems(
  source: ByteSource,
  { topics, targetsAbout, reposts: all }: ExportTopics,
  context: Context,
): AsyncGenerator<Item> {
  const { options, account } = context;
  const reposts = all.get(source)!;
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
