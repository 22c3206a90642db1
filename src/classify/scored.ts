/** Reactions in, scored reactions out: one for one, in their order, each distinct text asked about once. */
import type { Flag, Reaction, ScoredReaction, SentimentScore, StanceScore } from '../reaction.ts';
import { breath } from './breath.ts';
import { AnswerCache } from './cache.ts';
import { NO_SENTIMENT, noStance, ownStance } from './labels.ts';
import type { gateOf } from './language-gate.ts';
import type { Judged, Models, Pair } from './models.ts';
import { LONGEST_TEXT, normalised } from './normalise.ts';

/** What scoring reads of a reaction; all else passes through. */
export type Scorable = Pick<Reaction, 'text' | 'language' | 'flags'> & Partial<Pick<Reaction, 'speaker'>>;

export interface Item<R extends Scorable = Reaction> {
  readonly reaction: R;
  /** The language of the text around it, which a few words alone don't tell. */
  readonly around?: string | null;
  /** Whom or what the reaction may be for or against; one stance each, in this order. */
  readonly targets: readonly string[];
  /**
   * For each target what the words were said of, as a headline, where they don't name it themselves: stance is then
   * asked of both together. Sentiment is of the words alone.
   */
  readonly abouts?: readonly (string | null)[];
}

export interface ScoringOptions {
  /** The language of everything, as ISO 639-1: switches the detection off. */
  readonly language?: string | undefined;
}

/** Reactions that go to the models together. */
export const WINDOW = 512;

/** Reactions whose language is looked for before signals and helping processes get their turn again. */
const AT_A_STRETCH = 64;

/** The reaction with what the models say of it. */
export type Scored<R extends Scorable> = Omit<R, 'language' | 'flags'> &
  Pick<ScoredReaction, 'language' | 'flags' | 'sentiment' | 'stances'>;

/** What scoring needs of the models. */
export type Asker = Pick<Models, 'judgedSentiment' | 'judgedStance' | 'languages'>;

interface Prepared<R extends Scorable> extends Item<R> {
  /** The text as the models read it; empty when they are not to be asked. */
  readonly text: string;
  /** What is asked for each target; null where nothing is. */
  readonly pairs: readonly (Pair | null)[];
  readonly language: string | null;
  readonly flags: readonly Flag[];
}

/**
 * Sentiment, and stance toward each item's targets. Text that is empty or in a language that the models
 * don't read gets the flag `no-text` or `unsupported-language` and null labels.
 */
export async function* scored(
  items: AsyncIterable<Item> | Iterable<Item>,
  models: Asker,
  options: ScoringOptions = {},
): AsyncGenerator<ScoredReaction> {
  const score = scorerOf(models, options);
  let window: Item[] = [];
  for await (const item of items) {
    window.push(item);
    if (window.length < WINDOW) continue;
    yield* await score(window);
    window = [];
  }
  if (window.length > 0) yield* await score(window);
}

/** Scores window by window and remembers what it has been told, for as long as it lives. */
export function scorerOf<R extends Scorable = Reaction>(
  models: Asker,
  options: ScoringOptions = {},
): (window: readonly Item<R>[]) => Promise<Scored<R>[]> {
  const sentiments = new AnswerCache<Judged<SentimentScore>>();
  const stances = new AnswerCache<Judged<StanceScore>>();
  return async (window) => {
    // Imported here, so that a program that scores nothing does not read the tables of languages.
    const { gateOf: gate } = await import('./language-gate.ts');
    const prepared: Prepared<R>[] = [];
    for (const item of window) {
      if (prepared.length % AT_A_STRETCH === 0) await breath();
      prepared.push(preparedOf(item, models.languages, gate, options.language));
    }
    const texts = prepared.map((it) => it.text).filter((text) => text !== '');
    const sentimentOf = await answersFor(
      sentiments,
      texts,
      (text) => [text],
      (asked) => models.judgedSentiment(asked),
    );
    const pairs = prepared.flatMap((it) => it.pairs.filter((pair) => pair !== null));
    const stanceOf = await answersFor(
      stances,
      pairs,
      ({ text, target }) => [text, target],
      (asked) => models.judgedStance(asked),
    );
    return prepared.map((it) => scoredOf(it, sentimentOf, stanceOf));
  };
}

/** Nothing is asked of words that are not there, nor of what a target says itself. */
const pairsOf = ({ reaction, abouts, targets }: Item<Scorable>, text: string): (Pair | null)[] =>
  targets.map((target, i) =>
    text === '' || isOwn(reaction, target) ? null : { text: saidOf(text, abouts?.[i]), target },
  );

/** Who speaks is the target. */
export const isOwn = ({ speaker }: Pick<Scorable, 'speaker'>, target: string): boolean =>
  speaker?.name === target;

/**
 * @example
 * saidOf('We pay for darkness.', 'Blackout anger in Lagos') // 'Blackout anger in Lagos. We pay for darkness.'
 */
export function saidOf(text: string, about: string | null | undefined): string {
  const head = normalised(about ?? '');
  if (head === '') return text;
  return /[.!?…]["”’'»)]*$/u.test(head) ? `${head} ${text}` : `${head}. ${text}`;
}

function preparedOf<R extends Scorable>(
  item: Item<R>,
  reads: readonly string[],
  gate: typeof gateOf,
  declared: string | undefined,
): Prepared<R> {
  const { reaction } = item;
  const text = normalised(reaction.text);
  const { language, isRead } = gate(reaction.text, declared ?? reaction.language, reads);
  const unasked = { ...item, text: '', pairs: pairsOf(item, ''), language };
  if (text === '') return { ...unasked, flags: ['no-text'] };
  if (!isRead) return { ...unasked, flags: ['unsupported-language'] };
  const flags: readonly Flag[] = reaction.text.length > LONGEST_TEXT ? ['truncated'] : [];
  return { ...item, text, pairs: pairsOf(item, text), language: language ?? item.around ?? null, flags };
}

/** Asks about what is not known yet, each question once; gives a look-up for all of them. */
async function answersFor<Question, Score>(
  cache: AnswerCache<Judged<Score>>,
  questions: readonly Question[],
  keyOf: (question: Question) => readonly string[],
  ask: (questions: readonly Question[]) => Promise<Judged<Score>[]>,
): Promise<(question: Question) => Judged<Score>> {
  const answers = new Map<string, Judged<Score>>();
  const open = new Map<string, Question>();
  for (const question of questions) {
    const key = keyOf(question);
    const known = cache.get(...key);
    if (known) answers.set(key.join('\u0000'), known);
    else open.set(key.join('\u0000'), question);
  }
  const asked = [...open];
  const found = asked.length === 0 ? [] : await ask(asked.map(([, question]) => question));
  asked.forEach(([key, question], i) => {
    answers.set(key, found[i]!);
    cache.set(found[i]!, ...keyOf(question));
  });
  return (question) => answers.get(keyOf(question).join('\u0000'))!;
}

function scoredOf<R extends Scorable>(
  { reaction, targets, text, pairs, language, flags }: Prepared<R>,
  sentimentOf: (text: string) => Judged<SentimentScore>,
  stanceOf: (pair: Pair) => Judged<StanceScore>,
): Scored<R> {
  const sentiment = text === '' ? null : sentimentOf(text);
  const stances = pairs.map((pair) => (pair === null ? null : stanceOf(pair)));
  const isCut = [sentiment, ...stances].some((it) => it?.truncated);
  const added: readonly Flag[] = isCut ? [...flags, 'truncated'] : flags;
  return {
    ...reaction,
    language,
    flags: [...new Set([...reaction.flags, ...added])],
    sentiment: sentiment?.score ?? NO_SENTIMENT,
    stances: stances.map(
      (it, i) => it?.score ?? (text === '' ? noStance(targets[i]!) : ownStance(targets[i]!)),
    ),
  };
}
