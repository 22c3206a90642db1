/**
 * The order of the stages: read → extract → topics and targets → classify → aggregate. Everything streams:
 * an export is read once for a sample, from which its topics and targets are found, and once more for its
 * rows, so that a million posts need little more memory than ten thousand.
 */
import { type Summary, type SummaryOptions, summaryBuilder } from './aggregate/summary.ts';
import { type ModelInfo, type ModelOptions, type Models, openModels } from './classify/models.ts';
import { type Item, scored } from './classify/scored.ts';
import type { Reject } from './errors.ts';
import { reactionOf } from './extract/post.ts';
import { readingOf } from './extract/reading.ts';
import { contentOf, formatOf, openDocuments, openTable } from './formats/index.ts';
import { type ByteSource, sourceOf } from './formats/source.ts';
import { reopenable } from './formats/spool.ts';
import { isReject, type TableOptions } from './formats/table.ts';
import { type Posts, postsIn } from './layouts/index.ts';
import { type RepostPolicy, Reposts } from './layouts/reposts.ts';
import type { Document, Flag, Post, ScoredReaction, Story, TopicShare } from './reaction.ts';
import { targetsFor } from './topics/about.ts';
import type { Assigner } from './topics/assigner.ts';
import { topicsOf } from './topics/discover.ts';
import { storyTopic } from './topics/story.ts';
import { targetsOf } from './topics/targets.ts';
import { TextSample } from './topics/text-sample.ts';

export interface ReadOptions {
  /** What every input holds, whatever its name. */
  readonly as?: 'posts' | 'documents' | undefined;
  /** Name of a layout, in place of the one recognised. */
  readonly layout?: string | undefined;
  /** Name or 1-based number of the column that holds the text. */
  readonly textColumn?: string | undefined;
  readonly table?: TableOptions | undefined;
  /** Read where a file is `-`; the process's own unless given. */
  readonly stdin?: AsyncIterable<unknown> | undefined;
}

export interface AnalyzeOptions extends ReadOptions, SummaryOptions, ModelOptions {
  /** Targets of every stance; found per story and per export unless given. */
  readonly targets?: readonly string[] | undefined;
  /** Also indirect speech, which is left out otherwise. */
  readonly indirect?: boolean | undefined;
  /** How many topics to find in an export, in place of as many as it has. */
  readonly topicsCount?: number | undefined;
  /** What becomes of reposts in exports: kept unless told otherwise, or counted on the post that they repeat. */
  readonly reposts?: RepostPolicy | undefined;
  /** ISO 639-1 code of every text; switches detection off. */
  readonly language?: string | undefined;
  /** Told what was detected, a sentence each. */
  readonly onNotice?: ((line: string) => void) | undefined;
  readonly onReject?: ((reject: Reject) => void) | undefined;
}

/** Rows of exports: `in = out + dropped + rejected` when everything has been read. */
export interface Account {
  readonly in: number;
  readonly out: number;
  /** Reposts that `reposts` told to drop or to count. */
  readonly dropped: number;
  readonly rejected: number;
}

/** A run that streams: iterate `reactions` to its end, then close. */
export interface Run {
  readonly reactions: AsyncGenerator<ScoredReaction>;
  account(): Account;
  models(): readonly ModelInfo[];
  close(): Promise<void>;
}

interface Context {
  readonly options: AnalyzeOptions;
  readonly models: Models;
  readonly account: { in: number; out: number; dropped: number; rejected: number };
}

/**
 * Opens every input, then streams scored records in argument order, then by start or row.
 * @throws HearsayError `input` where a file can't be read, `usage` for an unknown column or layout, `model`
 */
export async function openRun(files: readonly string[], options: AnalyzeOptions = {}): Promise<Run> {
  const sources: ByteSource[] = [];
  for (const file of files) sources.push(await sourceOf(file, options.stdin));
  const models = await openModels(options);
  const context: Context = { options, models, account: { in: 0, out: 0, dropped: 0, rejected: 0 } };
  return {
    reactions: scored(itemsOf(sources, context), models, { language: options.language }),
    account: () => ({ ...context.account }),
    models: () => models.used,
    close: () => models.close(),
  };
}

export interface Analysis {
  readonly summary: Summary;
  readonly reactions: readonly ScoredReaction[];
  readonly rejects: readonly Reject[];
}

/**
 * The main job, held in memory: every record of the files, and the figures per topic.
 * @example
 * const { reactions, summary } = await analyze(['digest.txt', 'posts.csv'], { targets: ['phone ban'] });
 */
export async function analyze(files: readonly string[], options: AnalyzeOptions = {}): Promise<Analysis> {
  const rejects: Reject[] = [];
  const onReject = (reject: Reject): void => {
    rejects.push(reject);
    options.onReject?.(reject);
  };
  const run = await openRun(files, { ...options, onReject });
  const builder = summaryBuilder(options);
  const reactions: ScoredReaction[] = [];
  try {
    for await (const reaction of run.reactions) {
      builder.add(reaction);
      reactions.push(reaction);
    }
  } finally {
    await run.close();
  }
  return { summary: builder.summary(), reactions, rejects };
}

async function* itemsOf(sources: readonly ByteSource[], context: Context): AsyncGenerator<Item> {
  for (const source of sources) {
    const content = await contentOf(source, context.options.as);
    yield* content === 'posts' ? postItems(source, context) : documentItems(source, context);
  }
}

async function* documentItems(source: ByteSource, context: Context): AsyncGenerator<Item> {
  // A text is no row; the lines of an NDJSON file of documents are.
  const rows = (await formatOf(source)).name === 'json' ? 1 : 0;
  for await (const document of openDocuments(source, context.options.table)) {
    context.account.in += rows;
    if (isReject(document)) {
      rejected(document, context);
      continue;
    }
    context.account.out += rows;
    yield* storyItems(document, context);
  }
}

/** Topics and targets belong to a story: all that is said in it shares them. */
async function* storyItems(document: Document, { options, models }: Context): AsyncGenerator<Item> {
  const tagger = models.has('tagging') ? models.tag : undefined;
  const { stories, reactions } = await readingOf(document, { tagger });
  const themes = new Map(stories.map((story) => [story.index, themeOf(story, document, options)]));
  for (const reaction of reactions) {
    if (reaction.flags.includes('indirect') && options.indirect !== true) continue;
    const theme = themes.get(reaction.story ?? 0);
    const topic = theme?.topic ?? null;
    yield {
      reaction: { ...reaction, topic, topics: topic === null ? [] : [{ name: topic, score: 1 }] },
      targets: theme?.targets ?? [],
    };
  }
}

interface Theme {
  readonly topic: string;
  readonly targets: readonly string[];
}

function themeOf(story: Story, { text }: Document, options: AnalyzeOptions): Theme {
  const own = text.slice(story.start, story.end);
  return { topic: storyTopic(story, text), targets: options.targets ?? targetsOf([own]) };
}

/** Texts from which topics and targets of an export are found. */
const SAMPLE = 20_000;
/** Posts whose topics are looked up together. */
const WINDOW = 512;

async function* postItems(once: ByteSource, context: Context): AsyncGenerator<Item> {
  const { options, models, account } = context;
  const source = await reopenable(once);
  const { texts, reposts } = await surveyOf(source, options);
  const topics = await topicsOf(texts, models.embed, { topicsCount: options.topicsCount });
  const found = options.targets === undefined ? targetsOf(texts) : [];
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
        targets: options.targets ?? targetsFor(post.text, found),
      };
    }
  }
}

interface Survey {
  readonly texts: readonly string[];
  readonly reposts: Reposts;
}

/** The first of two readings: what the export is about, and which posts it repeats. */
async function surveyOf(source: ByteSource, options: AnalyzeOptions): Promise<Survey> {
  const sample = new TextSample(SAMPLE);
  const reposts = new Reposts(options.reposts ?? 'keep');
  const { posts } = await openPosts(source, options);
  for await (const item of posts) {
    if (isReject(item)) continue;
    reposts.note(item.post);
    sample.add(item.post.text);
  }
  return { texts: sample.texts(), reposts };
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
  const shares = await topics.assign(posts.map(({ text }) => text));
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

function rejected(reject: Reject, { account, options }: Context): void {
  account.rejected += 1;
  options.onReject?.(reject);
}
