/** Prose → what is said in it, each with the topic and the targets of its story. */
import type { Item } from '../classify/scored.ts';
import type { Reject } from '../errors.ts';
import type { Reading } from '../extract/reading.ts';
import { type Format, formatOf, openDocuments } from '../formats/index.ts';
import type { ByteSource } from '../formats/source.ts';
import { isReject } from '../formats/table.ts';
import type { Document, Reaction, Story, TopicShare } from '../reaction.ts';
import { spanAround } from '../text/around.ts';
import { languageOf } from '../text/language.ts';
import { sentencesIn } from '../text/sentences.ts';
import { targetsAmong } from '../topics/about.ts';
import type { Assigner } from '../topics/assigner.ts';
import { givenAssigner } from '../topics/given.ts';
import { storyAbout, storyTopic } from '../topics/story.ts';
import { targetsOf } from '../topics/targets.ts';
import { type AnalyzeOptions, type Context, rejected } from './context.ts';
import { readingsOf } from './readings.ts';

/** Items of several sources of prose, one after the other. */
export async function* documentItems(sources: readonly ByteSource[], context: Context): AsyncGenerator<Item> {
  const { topics, folder, indirect = false, onNotice } = context.options;
  const given = topics && (await givenAssigner(topics, context.models.embed));
  const readers = { tagger: indirect, folder, onNotice };
  const documents = documentsIn(sources, context.options);
  for await (const { document, format, reading } of readingsOf(documents, context.models, readers)) {
    // A text is no row; the lines of an NDJSON file of documents are.
    const rows = format.name === 'json' ? 1 : 0;
    context.account.in += rows;
    if (isReject(document)) {
      rejected(document, context);
      continue;
    }
    context.account.out += rows;
    if (format.name === 'html') context.options.onText?.(document);
    yield* storyItems(reading!, context, given);
  }
}

interface Found {
  readonly document: Document | Reject;
  readonly format: Format;
}

async function* documentsIn(
  sources: readonly ByteSource[],
  { table }: AnalyzeOptions,
): AsyncGenerator<Found> {
  for (const source of sources) {
    const format = await formatOf(source);
    for await (const document of openDocuments(source, table)) yield { document, format };
  }
}

/** Topics and targets belong to a story: all that is said in it shares them. */
async function* storyItems(
  { document, stories, reactions }: Reading,
  { options }: Context,
  given: Assigner | undefined,
): AsyncGenerator<Item> {
  const themes = new Map<number, Theme>();
  for (const story of stories) themes.set(story.index, await themeOf(story, document, options, given));
  const isLeftOut = ({ flags }: Reaction): boolean => flags.includes('indirect') && options.indirect !== true;
  const indirect = reactions.filter(isLeftOut).length;
  if (indirect > 0)
    options.onNotice?.(`${document.name}: ${indirect} indirect statements left out (--indirect keeps them)`);
  const { language } = languageOf(document.text);
  const kept = reactions.filter((found) => !isLeftOut(found));
  if (options.onSentences !== undefined) tellSentences(document, kept, options.onSentences);
  for (const reaction of kept) {
    const theme = themes.get(reaction.story ?? 0);
    const topics = theme?.topics ?? [];
    yield {
      reaction: { ...reaction, topic: topics[0]?.name ?? null, topics },
      targets: theme?.targets ?? [],
      abouts: theme === undefined ? [] : aboutsOf(reaction.text, theme),
      around: language,
    };
  }
}

function tellSentences({ text }: Document, reactions: readonly Reaction[], tell: SentenceListener): void {
  const sentences = sentencesIn(text);
  for (const { id, provenance, speaker, cue } of reactions) {
    const places = [provenance, speaker?.mention, cue].filter(
      (place) => place !== null && place !== undefined,
    );
    const { start, end } = spanAround(sentences, places) ?? provenance;
    tell({ id, start, text: text.slice(start, end) });
  }
}

type SentenceListener = NonNullable<AnalyzeOptions['onSentences']>;

interface Theme {
  /** What the story is about, in its own words. */
  readonly about: string;
  /** Which of the targets a text names. */
  readonly namedIn: (text: string) => readonly string[];
  readonly topics: readonly TopicShare[];
  readonly targets: readonly string[];
}

/** The headline before words that name no target, but for words that it holds itself. */
function aboutsOf(text: string, { about, namedIn, targets }: Theme): (string | null)[] {
  const named = new Set(namedIn(text));
  return targets.map((target) => (named.has(target) || about.includes(text) ? null : about));
}

async function themeOf(
  story: Story,
  document: Document,
  options: AnalyzeOptions,
  given: Assigner | undefined,
): Promise<Theme> {
  const { topics, targets } = await topicOf(story, document, options, given);
  return { topics, targets, about: storyAbout(story, document.text), namedIn: targetsAmong(targets) };
}

async function topicOf(
  story: Story,
  { text }: Document,
  options: AnalyzeOptions,
  given: Assigner | undefined,
): Promise<Pick<Theme, 'topics' | 'targets'>> {
  const own = text.slice(story.start, story.end);
  if (given === undefined)
    return {
      topics: [{ name: storyTopic(story, text), score: 1 }],
      targets: options.targets ?? targetsOf([own]),
    };
  const [topics = []] = await given.assign([own]);
  const named = options.topics?.find(({ name }) => name === topics[0]?.name)?.targets ?? [];
  return { topics, targets: options.targets ?? (named.length > 0 ? named : targetsOf([own])) };
}
