/**
 * The library's door. The main job, then the same stages one by one.
 * @example
 * import { analyze } from 'hearsay';
 * const { reactions, summary } = await analyze(['digest.txt', 'posts.csv'], { targets: ['phone ban'] });
 * for (const { speaker, text, stances } of reactions) console.log(speaker?.name, text, stances[0]?.label);
 */
export { analyze, openRun } from './pipeline/run.ts';
export type { Analysis, Run } from './pipeline/run.ts';
export type { Account, AnalyzeOptions } from './pipeline/context.ts';

export { openDocuments, openTable } from './formats/index.ts';
export { sourceOf } from './formats/source.ts';
export { layouts, postsIn } from './layouts/index.ts';
export { reactionOf } from './extract/post.ts';
export { readingOf } from './extract/reading.ts';
export { storyTopic } from './topics/story.ts';
export { targetsOf } from './topics/targets.ts';
export { openModels } from './classify/models.ts';
export { explained } from './classify/rationale.ts';
export { scored } from './classify/scored.ts';
export { HandLabels, type HandLabel } from './aggregate/hand-labels.ts';
export { summaryBuilder } from './aggregate/summary.ts';
export { summaryTable } from './report/table.ts';
export { writeResultFolder } from './report/folder.ts';

export { HearsayError } from './errors.ts';
export type { Reject } from './errors.ts';
export { reactionSchema, scoredReactionSchema } from './reaction.ts';
export type { Document, Post, Reaction, ScoredReaction } from './reaction.ts';
export type { Summary } from './aggregate/summary-schema.ts';
