/** The order of the stages: read → extract → topics and targets → classify → aggregate. Everything streams. */
import type { KnownErrors } from '../aggregate/correction.ts';
import { type Summary, summaryBuilder } from '../aggregate/summary.ts';
import { type ModelInfo, openModels } from '../classify/models.ts';
import { explained } from '../classify/rationale.ts';
import { type Item, scored } from '../classify/scored.ts';
import type { Reject } from '../errors.ts';
import { type Content, contentOf } from '../formats/index.ts';
import { type ByteSource, recordNames, sourceOf } from '../formats/source.ts';
import { reopenable } from '../formats/spool.ts';
import type { ScoredReaction } from '../reaction.ts';
import type { Account, AnalyzeOptions, Context } from './context.ts';
import { documentItems } from './documents.ts';
import { type ExportTopics, exportTopics } from './export-topics.ts';
import { postItems } from './exports.ts';

/** A run that streams: iterate `reactions` to its end, then close. */
export interface Run {
  readonly reactions: AsyncGenerator<ScoredReaction>;
  account(): Account;
  models(): readonly ModelInfo[];
  /** How the models that answered err on labelled rows, for `summaryBuilder`. */
  readonly errors: () => KnownErrors;
  close(): Promise<void>;
}

/**
 * Opens every input, then streams scored records in argument order, then by start or row.
 * @throws HearsayError `input` where a file can't be read, `usage` for an unknown column or layout, `model`
 */
export async function openRun(files: readonly string[], options: AnalyzeOptions = {}): Promise<Run> {
  const sources: ByteSource[] = [];
  for (const file of files) sources.push(await sourceOf(file, options.stdin));
  const names = recordNames(sources.map(({ name }) => name));
  const named = sources.map((source, index) => Object.assign({}, source, { name: names[index]! }));
  const models = await openModels(options);
  const context: Context = { options, models, account: { in: 0, out: 0, dropped: 0, rejected: 0 } };
  const abouts = new Map<string, ReadonlyMap<string, string>>();
  const items = options.explain === true ? noting(abouts, itemsOf(named, context)) : itemsOf(named, context);
  const labelled = scored(items, models, { language: options.language });
  const aboutOf = ({ id }: ScoredReaction, target: string): string | null =>
    abouts.get(id)?.get(target) ?? null;
  return {
    reactions: options.explain === true ? explained(labelled, models, aboutOf) : labelled,
    account: () => ({ ...context.account }),
    models: () => models.used,
    errors: () => ({ sentiment: models.confusions('sentiment'), stance: models.confusions('stance') }),
    close: () => models.close(),
  };
}

/** The same items; what each was said of is kept by its record's id and by target. */
async function* noting(
  abouts: Map<string, ReadonlyMap<string, string>>,
  items: AsyncIterable<Item>,
): AsyncGenerator<Item> {
  for await (const item of items) {
    const { reaction, targets, abouts: own = [] } = item;
    const told = targets.flatMap((target, i) => (own[i] ? [[target, own[i]] as const] : []));
    if (told.length > 0) abouts.set(reaction.id, new Map(told));
    yield item;
  }
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
  const builder = summaryBuilder({ errors: run.errors, ...options });
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
  const inputs = await Promise.all(
    sources.map(async (source) => {
      const content = await contentOf(source, context.options.as);
      return { content, source: content === 'posts' ? await reopenable(source) : source };
    }),
  );
  const exports = inputs.filter(({ content }) => content === 'posts').map(({ source }) => source);
  let found: ExportTopics | undefined;
  for (let at = 0; at < inputs.length; at += 1) {
    const prose = proseFrom(inputs, at);
    // Documents before the first export need not wait until all exports have been surveyed.
    if (prose.length > 0) yield* documentItems(prose, context);
    at += prose.length;
    if (at < inputs.length)
      yield* postItems(inputs[at]!.source, (found ??= await exportTopics(exports, context)), context);
  }
}

interface Input {
  readonly content: Content;
  readonly source: ByteSource;
}

/** Sources of prose up to the next export. */
function proseFrom(inputs: readonly Input[], at: number): ByteSource[] {
  const next = inputs.findIndex(({ content }, index) => index >= at && content === 'posts');
  return inputs.slice(at, next === -1 ? inputs.length : next).map(({ source }) => source);
}
