/** Exports → the topics found in them, as a topics file holds them. No label is asked for. */
import { openModels } from '../classify/models.ts';
import { HearsayError } from '../errors.ts';
import { contentOf } from '../formats/index.ts';
import { type ByteSource, recordNames, sourceOf } from '../formats/source.ts';
import { reopenable } from '../formats/spool.ts';
import { topicsOf } from '../topics/discover.ts';
import { type Proposal, proposalOf } from '../topics/proposal.ts';
import type { AnalyzeOptions } from './context.ts';
import { openPosts, surveyOf } from './export-topics.ts';

export interface ProposeOptions extends AnalyzeOptions {
  /** What chance is drawn from; 1 unless given. */
  readonly seed?: number | undefined;
}

/**
 * Topics of all exports together. The same posts give the same proposal, whatever their order.
 * @throws HearsayError `usage` for a file of documents, `input`, `model`
 */
export async function proposedTopics(
  files: readonly string[],
  options: ProposeOptions = {},
): Promise<Proposal> {
  const names = recordNames(files);
  const sources: ByteSource[] = [];
  for (const [index, file] of files.entries()) {
    const source = await exportOf(await sourceOf(file, options.stdin), options);
    sources.push({ ...source, name: file === '-' ? source.name : names[index]! });
    options.onNotice?.((await openPosts(sources.at(-1)!, options)).mapping.notice);
  }
  const models = await openModels(options);
  try {
    const { texts, times } = await surveyOf(sources, { options, models });
    const { topicsCount, seed } = options;
    return await proposalOf(texts, await topicsOf(texts, models.embed, { topicsCount, seed, times }));
  } finally {
    await models.close();
  }
}

async function exportOf(source: ByteSource, { as }: ProposeOptions): Promise<ByteSource> {
  if ((await contentOf(source, as)) === 'posts') return reopenable(source);
  throw new HearsayError('usage', 'this holds documents, whose topics are their stories', {
    at: { file: source.name },
    remedy: 'Name an export of posts, or say with --as posts that it is one.',
  });
}
