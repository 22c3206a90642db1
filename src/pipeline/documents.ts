/** Prose → what is said in it, each with the topic and the targets of its story. */
import type { Item } from '../classify/scored.ts';
import { readingOf } from '../extract/reading.ts';
import { formatOf, openDocuments } from '../formats/index.ts';
import type { ByteSource } from '../formats/source.ts';
import { isReject } from '../formats/table.ts';
import type { Document, Story } from '../reaction.ts';
import { storyTopic } from '../topics/story.ts';
import { targetsOf } from '../topics/targets.ts';
import { type AnalyzeOptions, type Context, rejected } from './context.ts';

export async function* documentItems(source: ByteSource, context: Context): AsyncGenerator<Item> {
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
