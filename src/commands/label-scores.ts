/** How well the models find the labels of a file: the figures, without a word about their looks. */
import { createHash } from 'node:crypto';
import {
  accuracy,
  classScores,
  type ClassScore,
  type Confusion,
  confusionOf,
  macroRecall,
  mean,
  meanF1,
  type Verdict,
} from '../aggregate/confusion.ts';
import { calibrationError, type ReliabilityBin, reliabilityBins } from '../aggregate/reliability.ts';
import { NO_SENTIMENT } from '../classify/labels.ts';
import { scored } from '../classify/scored.ts';
import type { Models } from '../classify/models.ts';
import { reactionOf } from '../extract/post.ts';
import {
  type ScoredReaction,
  SENTIMENTS,
  type SentimentScore,
  STANCES,
  type StanceScore,
} from '../reaction.ts';
import type { KnownTargets } from './known-targets.ts';
import {
  type GroupScores,
  groupScores,
  scoreInterval,
  type ScoreInterval,
  TWO_SIDES,
} from './label-groups.ts';
import type { LabelledFile, LabelledRow } from './labelled-rows.ts';
import { askedTargets, type TargetCheck } from './target-check.ts';

export type LabelTask = 'sentiment' | 'stance';

export const LABELS: Readonly<Record<LabelTask, readonly string[]>> = {
  sentiment: SENTIMENTS,
  stance: STANCES,
};

/** Everything in 0–1, rows apart. */
export interface LabelScores extends Partial<GroupScores> {
  readonly task: LabelTask;
  readonly file: string;
  readonly models: readonly string[];
  readonly rows: number;
  readonly unlabelled: number;
  readonly rejected: number;
  /** Rows that the models were not asked about; they count as missed. */
  readonly withheld: number;
  /** Mean recall for sentiment; mean F1 of favor and against over all rows for stance. */
  readonly headline: ScoreInterval & { readonly measure: 'macro-recall' | 'mean F1 of favor and against' };
  /** Mean F1 of all three labels. */
  readonly macroF1: ScoreInterval;
  readonly accuracy: number;
  readonly classes: readonly ClassScore[];
  readonly confusion: Confusion;
  readonly calibration: { readonly error: number; readonly bins: readonly ReliabilityBin[] };
  /** Of all rows, those with a label that is not unsure, and how many of them are right. */
  readonly sure: { readonly share: number; readonly right: number };
  /** Stance only, where asked for: the headline score with other targets, and with none. */
  readonly targetChecks?: Readonly<Record<TargetCheck, number>>;
}

interface Judged extends Verdict {
  readonly row: LabelledRow;
  readonly probability: number;
  readonly isUnsure: boolean;
}

export interface EvaluationOptions {
  readonly language?: string | undefined;
  /** Only rows that no calibration was fitted on. */
  readonly heldOut?: boolean | undefined;
  /** Data sets whose own measure leaves `none` out. */
  readonly twoSided?: readonly string[] | undefined;
  /** Tells targets that the model was taught from others. */
  readonly knownTargets?: KnownTargets | undefined;
  /** Ask about another target of the file, or about none, to see whether the model minds it. */
  readonly targetCheck?: TargetCheck | undefined;
  /** Told how many rows are done. */
  readonly onProgress?: (done: number, of: number) => void;
}

export async function labelScores(
  task: LabelTask,
  file: LabelledFile,
  models: Models,
  options: EvaluationOptions = {},
): Promise<LabelScores> {
  const rows = options.heldOut ? file.rows.filter(isHeldOut) : file.rows;
  const judged = await judgedRows(task, file.name, rows, models, options);
  const confusion = confusionOf(LABELS[task], judged);
  const sure = judged.filter((it) => it.found !== null && !it.isUnsure);
  const bins = reliabilityBins(
    judged.flatMap(({ found, truth, probability }) =>
      found === null ? [] : [{ probability, isRight: found === truth }],
    ),
  );
  return {
    task,
    file: file.name,
    models: models.used.map(({ name }) => name),
    rows: rows.length,
    unlabelled: file.unlabelled,
    rejected: file.rejected,
    withheld: judged.filter(({ found }) => found === null).length,
    headline: headlineOf(task, judged),
    macroF1: withInterval(judged, task, (it) => meanF1(it)),
    accuracy: accuracy(confusion),
    classes: classScores(confusion),
    confusion,
    calibration: { error: calibrationError(bins), bins },
    sure: {
      share: judged.length === 0 ? 0 : sure.length / judged.length,
      right: mean(sure.map(({ found, truth }) => (found === truth ? 1 : 0))),
    },
    ...(task === 'stance' && groupScores(judged, options.twoSided ?? [], options.knownTargets)),
  };
}

/** The recipe fits calibration on the rows whose id's hash begins with an even byte. */
function isHeldOut({ id, row }: LabelledRow): boolean {
  return (
    createHash('sha256')
      .update(id ?? String(row))
      .digest()[0]! %
      2 ===
    1
  );
}

async function judgedRows(
  task: LabelTask,
  file: string,
  rows: readonly LabelledRow[],
  models: Models,
  { language, targetCheck, onProgress }: EvaluationOptions,
): Promise<Judged[]> {
  const asked = askedTargets(rows, targetCheck);
  const items = rows.map((row, i) => ({
    reaction: reactionOf(postOf(row), file),
    targets: asked[i] ? [asked[i]] : [],
  }));
  const judged: Judged[] = [];
  for await (const reaction of scored(items, onlyFor(task, models), { language })) {
    judged.push(judgedRow(task, rows[judged.length]!, reaction));
    onProgress?.(judged.length, rows.length);
  }
  return judged;
}

/** Stance is scored without asking about sentiment too. */
function onlyFor(task: LabelTask, models: Models): Parameters<typeof scored>[1] {
  const { languages, judgedSentiment, judgedStance } = models;
  const unasked = async (texts: readonly string[]) =>
    texts.map(() => ({ score: NO_SENTIMENT, truncated: false }));
  return { languages, judgedStance, judgedSentiment: task === 'sentiment' ? judgedSentiment : unasked };
}

const postOf = ({ row, text, language }: LabelledRow): Parameters<typeof reactionOf>[0] => ({
  row,
  text,
  language,
  sourceId: null,
  url: null,
  author: null,
  publishedAt: null,
  engagement: {},
  platform: null,
  replyTo: null,
  quoteOf: null,
  repostOf: null,
});

function judgedRow(task: LabelTask, row: LabelledRow, reaction: ScoredReaction): Judged {
  const score = task === 'sentiment' ? reaction.sentiment : reaction.stances[0];
  const found = score?.label ?? null;
  return {
    row,
    truth: row.label,
    found,
    probability: found === null ? 0 : probabilityOf(score!, found),
    isUnsure: score?.unsure ?? false,
  };
}

const probabilityOf = (score: SentimentScore | StanceScore, label: string): number =>
  (score as unknown as Record<string, number>)[label] ?? 0;

function headlineOf(task: LabelTask, judged: readonly Judged[]): LabelScores['headline'] {
  return task === 'sentiment'
    ? { measure: 'macro-recall', ...withInterval(judged, task, macroRecall) }
    : {
        measure: 'mean F1 of favor and against',
        ...withInterval(judged, task, (it) => meanF1(it, TWO_SIDES)),
      };
}

const withInterval = (
  judged: readonly Judged[],
  task: LabelTask,
  statistic: (confusion: Confusion) => number,
): ScoreInterval => scoreInterval(judged, (sample) => statistic(confusionOf(LABELS[task], sample)));
