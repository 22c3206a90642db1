/** The door to the models: opened lazily, checked before they are loaded, asked in batches. */
import type { SentimentScore, StanceScore } from '../reaction.ts';
import type { Answer, Question } from './classifier.ts';
import { embeddings } from './embedding.ts';
import { modelPlaces } from './folder.ts';
import type { ChoiceOptions, JudgedTask } from './choice.ts';
import { hubJudge, type Judge, judgeOf } from './judge.ts';
import { NO_SENTIMENT, noStance, sentimentScore, stanceScore } from './labels.ts';
import { type Confusion, type Task, confusionSchema, setConfusionsSchema } from './metadata.ts';
import { LONGEST_TEXT, normalised } from './normalise.ts';
import { type ModelInfo, Shelf } from './shelf.ts';
import { type TaggedSpan, taggedSpans } from './tagging.ts';

export type { ModelInfo } from './shelf.ts';
export { MODEL_CHOICES, type ModelChoice } from './choice.ts';

export interface ModelOptions extends ChoiceOptions {
  /** A text classification model of the hub, in place of ours for the task that its labels tell. */
  readonly hubModel?: string | undefined;
  /** Where model folders lie; else HEARSAY_MODELS, then the package's own. */
  readonly folder?: string | undefined;
  /** So many texts will come that helping processes are worth their start, which else waits for the first hundreds. */
  readonly expectsMany?: boolean | undefined;
  /** Threads of one run of tagger and encoder; one per core by default. */
  readonly threads?: number | undefined;
}

export interface Judged<Score> {
  readonly score: Score;
  /** The text's end did not fit the model. */
  readonly truncated: boolean;
}

export interface Pair {
  readonly text: string;
  readonly target: string;
}

/** Answers come in the order of the questions. A method may throw `model` when it first loads. */
export interface Models {
  sentiment(texts: readonly string[]): Promise<SentimentScore[]>;
  stance(pairs: readonly Pair[]): Promise<StanceScore[]>;
  /** The same, and whether a text was cut to fit the model. */
  judgedSentiment(texts: readonly string[]): Promise<Judged<SentimentScore>[]>;
  judgedStance(pairs: readonly Pair[]): Promise<Judged<StanceScore>[]>;
  /** One vector of length 1 per text. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /** Sources, cues and contents of quotations. */
  tag(text: string): Promise<TaggedSpan[]>;
  /** Whether a model for the task lies where models are looked for; loads nothing. */
  has(task: Task): boolean;
  /** ISO 639-1 codes of what the models read. */
  readonly languages: readonly string[];
  /**
   * How the models that answered so far err on labelled rows, true label × found label in the order of the
   * record's labels; null where none has, or where a model's card does not tell.
   */
  confusions(task: JudgedTask): readonly Confusion[] | null;
  /** What has answered so far. */
  readonly used: readonly ModelInfo[];
  /** Models that answered in a helping process. */
  alsoUsed(infos: readonly ModelInfo[]): void;
  close(): Promise<void>;
}

/**
 * @example
 * const models = await openModels();
 * await models.sentiment(['What a wonderful evening!']);
 * // [{ label: 'positive', negative: 0.0065, neutral: 0.0216, positive: 0.9719, unsure: false }]
 */
export async function openModels(options: ModelOptions = {}): Promise<Models> {
  const shelf = new Shelf(modelPlaces(options.folder), options);
  const hub = options.hubModel === undefined ? null : await hubJudge(options.hubModel);
  const judges = new Map<JudgedTask, Promise<Judge>>(hub ? [[hub.task, Promise.resolve(hub.judge)]] : []);
  const judge = (task: JudgedTask): Promise<Judge> => {
    const found = judges.get(task) ?? judgeOf(shelf, task, options);
    judges.set(task, found);
    return found;
  };
  return modelsOf(shelf, judge, hub ? [hubInfo(options.hubModel!, hub.task)] : []);
}

function modelsOf(
  shelf: Shelf,
  judge: (task: JudgedTask) => Promise<Judge>,
  hubModels: readonly ModelInfo[],
): Models {
  const judgedSentiment: Models['judgedSentiment'] = (texts) =>
    judged(
      texts.map((text) => ({ text: normalised(text), target: null, isCut: text.length > LONGEST_TEXT })),
      () => judge('sentiment'),
      (_, answer, { labels, threshold }) =>
        answer ? sentimentScore(answer.probabilities, labels, threshold) : NO_SENTIMENT,
    );
  const judgedStance: Models['judgedStance'] = (pairs) =>
    judged(
      pairs.map(({ text, target }) => ({
        text: normalised(text),
        target: normalised(target),
        isCut: text.length > LONGEST_TEXT,
      })),
      () => judge('stance'),
      (i, answer, { labels, threshold }) => {
        const { target } = pairs[i]!;
        return answer ? stanceScore(target, answer.probabilities, labels, threshold) : noStance(target);
      },
    );
  return {
    judgedSentiment,
    judgedStance,
    sentiment: async (texts) => (await judgedSentiment(texts)).map(({ score }) => score),
    stance: async (pairs) => (await judgedStance(pairs)).map(({ score }) => score),
    async embed(texts) {
      const { model, metadata } = await shelf.model(MODEL_NAMES.embedding);
      return embeddings(model, texts.map(normalised), metadata.maxTokens);
    },
    async tag(text) {
      const { model, metadata } = await shelf.model(MODEL_NAMES.tagging);
      return taggedSpans(model, text, metadata);
    },
    has: (task) => shelf.has(MODEL_NAMES[task]),
    languages: languagesOf(shelf),
    get used() {
      return [...hubModels, ...shelf.used];
    },
    alsoUsed: (infos) => infos.forEach((info) => shelf.note(info)),
    confusions: (task) =>
      confusionsOf(
        shelf,
        task,
        hubModels.some((it) => it.task === task),
      ),
    close: () => shelf.close(),
  };
}

const languagesOf = (shelf: Shelf): readonly string[] =>
  shelf.has(MODEL_NAMES.sentiment) ? shelf.metadata(MODEL_NAMES.sentiment).languages : ['en'];

/** Folders of the models that stand for a task; sentiment and stance also come in a larger size. */
const MODEL_NAMES: Readonly<Record<Task, string>> = {
  sentiment: 'sentiment-small',
  stance: 'stance-small',
  embedding: 'sentence-encoder',
  tagging: 'quotation-tagger',
};

/** Asks about what has words on both sides; `scored` gets null for what was not asked. */
async function judged<Score>(
  questions: readonly (Question & { readonly isCut: boolean })[],
  judge: () => Promise<Judge>,
  scored: (index: number, answer: Answer | null, judge: Pick<Judge, 'labels' | 'threshold'>) => Score,
): Promise<Judged<Score>[]> {
  const asked = questions.filter(isAskable);
  const court = asked.length === 0 ? NOBODY : await judge();
  const answers = asked.length === 0 ? [] : await (court as Judge).classifier.answers(asked);
  let next = 0;
  return questions.map((question, i) => {
    const answer = isAskable(question) ? answers[next++]! : null;
    return {
      score: scored(i, answer, court),
      truncated: answer !== null && (answer.truncated || question.isCut),
    };
  });
}

const NOBODY = { labels: [], threshold: 0 } as const;

const isAskable = ({ text, target }: Question): boolean => text !== '' && target !== '';

const hubInfo = (name: string, task: JudgedTask): ModelInfo => ({
  name,
  task,
  size: 'hub',
  sha256: null,
  licence: 'unknown',
});

/**
 * In each set on which they were judged, or in all as one where the card tells no sets apart. Where small and base
 * answered together, the base model's card tells how the pair errs.
 */
function confusionsOf(shelf: Shelf, task: JudgedTask, isHub: boolean): readonly Confusion[] | null {
  const used = shelf.used.filter((it) => it.task === task);
  const told = used.find(({ size }) => size === 'base') ?? used[0];
  if (isHub || told === undefined) return null;
  const { devScores } = shelf.metadata(told.name);
  const [sets, whole] =
    used.length > 1 ? ['cascadeSetConfusions', 'cascadeConfusion'] : ['setConfusions', 'confusion'];
  const bySet = setConfusionsSchema.safeParse(devScores[sets!]);
  if (bySet.success) return Object.values(bySet.data);
  const all = confusionSchema.safeParse(devScores[whole!]);
  return all.success ? [all.data] : null;
}
