/** Stands before the models and remembers what they said, in a room of fixed size. */
import type { Judged, Models, Pair } from '../classify/models.ts';
import type { Asker } from '../classify/scored.ts';
import {
  SENTIMENTS,
  type SentimentLabel,
  type SentimentScore,
  STANCES,
  type StanceLabel,
  type StanceScore,
} from '../reaction.ts';
import { AnswerLane } from './answer-lane.ts';
import type { LabelledScore } from './answer-record.ts';
import type { AnswerTable } from './answer-table.ts';

export interface DeskOptions {
  /** What tells the answers of these models from those of others: the same name means the same answers. */
  readonly names: { readonly sentiment: string; readonly stance: string };
  readonly onRecord?: (record: Buffer) => void;
}

type DeskModels = Pick<Models, 'judgedSentiment' | 'judgedStance' | 'languages'>;

/** Answers as `models` would, each distinct question asked once for as long as the table holds its answer. */
export class AnswerDesk implements Asker {
  readonly languages: readonly string[];
  readonly #sentiment: AnswerLane<string, SentimentLabel>;
  readonly #stance: AnswerLane<Pair, StanceLabel>;

  constructor(models: DeskModels, table: AnswerTable, { names, onRecord = () => {} }: DeskOptions) {
    this.languages = models.languages;
    this.#sentiment = new AnswerLane(table, {
      labels: SENTIMENTS,
      keyOf: (text) => [names.sentiment, 'sentiment', text],
      ask: async (texts) => (await models.judgedSentiment(texts)).map((it) => labelled(it, SENTIMENTS)),
      onRecord,
    });
    this.#stance = new AnswerLane(table, {
      labels: STANCES,
      keyOf: ({ text, target }) => [names.stance, 'stance', text, target],
      ask: async (pairs) => (await models.judgedStance(pairs)).map((it) => labelled(it, STANCES)),
      onRecord,
    });
  }

  /** Questions put to the models so far. */
  get asked(): number {
    return this.#sentiment.asked + this.#stance.asked;
  }

  /** Questions whose answers are not there yet. */
  get open(): number {
    return this.#sentiment.open + this.#stance.open;
  }

  async judgedSentiment(texts: readonly string[]): Promise<Judged<SentimentScore>[]> {
    const answers = await this.#sentiment.answers(texts);
    return answers.map(({ score, truncated }) => ({ score: sentimentOf(score), truncated }));
  }

  async judgedStance(pairs: readonly Pair[]): Promise<Judged<StanceScore>[]> {
    const answers = await this.#stance.answers(pairs);
    return answers.map(({ score, truncated }, i) => ({
      score: { target: pairs[i]!.target, ...stanceOf(score) },
      truncated,
    }));
  }
}

type Probabilities<Label extends string> = { readonly label: Label | null; readonly unsure: boolean } & {
  readonly [L in Label]: number | null;
};

function labelled<Label extends string>(
  { score, truncated }: Judged<Probabilities<Label>>,
  labels: readonly Label[],
): Judged<LabelledScore<Label>> {
  const { label, unsure } = score;
  return { score: { label, unsure, probabilities: labels.map((it) => score[it] ?? 0) }, truncated };
}

function sentimentOf({ label, unsure, probabilities }: LabelledScore<SentimentLabel>): SentimentScore {
  const [negative, neutral, positive] = label === null ? NO_PROBABILITIES : known(probabilities);
  return { label, negative, neutral, positive, unsure };
}

function stanceOf({ label, unsure, probabilities }: LabelledScore<StanceLabel>): Omit<StanceScore, 'target'> {
  const [favor, against, none] = label === null ? NO_PROBABILITIES : known(probabilities);
  return { label, favor, against, none, unsure };
}

type Three = readonly [number | null, number | null, number | null];

const NO_PROBABILITIES: Three = [null, null, null];
const known = (probabilities: readonly number[]): Three => probabilities as unknown as Three;
