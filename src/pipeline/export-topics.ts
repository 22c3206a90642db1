/** What the exports of a run are about: one sample over all of them, the topics and the targets found in it. */
import { openTable } from '../formats/index.ts';
import type { ByteSource } from '../formats/source.ts';
import { isReject } from '../formats/table.ts';
import { type Posts, postsIn } from '../layouts/index.ts';
import { Reposts } from './reposts.ts';
import type { Post } from '../reaction.ts';
import type { Assigner } from '../topics/assigner.ts';
import { type Discovery, sampled, topicsOf } from '../topics/discover.ts';
import { foundTargets } from '../topics/found-targets.ts';
import { givenAssigner } from '../topics/given.ts';
import { TextSample } from '../topics/text-sample.ts';
import type { AnalyzeOptions, Context } from './context.ts';

/** Texts from which topics and targets of exports are found. */
const SAMPLE = 20_000;
/** Most targets of a topic of an export. */
const TARGETS = 3;
/** Characters of a post by which its topic and targets are told: a whole book in a cell tells no more. */
const GIST = 4000;

export const gistOf = ({ text }: Post): string => text.slice(0, GIST);

/** The targets that stance is asked toward for a text of a topic. */
export type TargetChoice = (text: string, topic: string | null) => readonly string[];

export interface ExportTopics {
  readonly topics: Assigner;
  readonly targetsAbout: TargetChoice;
  /** What is known of the reposts in each export. */
  readonly reposts: ReadonlyMap<ByteSource, Reposts>;
}

/** The first of two readings, over all exports together, so that a topic is the same in each of them. */
export async function exportTopics(sources: readonly ByteSource[], context: Context): Promise<ExportTopics> {
  const { texts, times, reposts } = await surveyOf(sources, context);
  const topics = await assignerOf(texts, times, context);
  return { topics, targetsAbout: await targetChoice(texts, topics, context.options), reposts };
}

interface Survey {
  readonly texts: readonly string[];
  /** How often each was posted. */
  readonly times: ReadonlyMap<string, number>;
  readonly reposts: ReadonlyMap<ByteSource, Reposts>;
}

/** A sample of the texts that the models read, the same whatever the order of rows and exports. */
export async function surveyOf(
  sources: readonly ByteSource[],
  { options, models }: Pick<Context, 'options' | 'models'>,
): Promise<Survey> {
  const reads = (code: string | null): boolean => code === null || models.languages.includes(code);
  const sample = new TextSample(SAMPLE);
  const all = new Map<ByteSource, Reposts>();
  for (const source of sources) {
    const reposts = new Reposts(options.reposts ?? 'keep');
    all.set(source, reposts);
    const { posts } = await openPosts(source, options);
    for await (const item of posts) {
      if (isReject(item)) continue;
      reposts.note(item.post);
      if (reads(options.language ?? item.post.language)) sample.add(gistOf(item.post));
    }
  }
  const times = sample.counted();
  return { texts: [...times.keys()], times, reposts: all };
}

export async function openPosts(
  source: ByteSource,
  { table, layout, textColumn }: AnalyzeOptions,
): Promise<Posts> {
  return postsIn(await openTable(source, table), { layout, textColumn });
}

function assignerOf(
  texts: readonly string[],
  times: ReadonlyMap<string, number>,
  { options, models }: Context,
): Promise<Assigner | Discovery> {
  const { topics, topicsCount } = options;
  return topics === undefined
    ? topicsOf(texts, models.embed, { topicsCount, times })
    : givenAssigner(topics, models.embed);
}

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
