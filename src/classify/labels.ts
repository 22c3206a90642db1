/** From a model's answer to the record's labels. */
import { SENTIMENTS, type SentimentScore, STANCES, type StanceScore } from '../reaction.ts';
import { rounded } from './calibration.ts';

/** What the model was not asked about: no text, no target, or a language that it does not read. */
export const NO_SENTIMENT: SentimentScore = {
  label: null,
  negative: null,
  neutral: null,
  positive: null,
  unsure: false,
};

export const noStance = (target: string): StanceScore => ({
  target,
  label: null,
  favor: null,
  against: null,
  none: null,
  unsure: false,
});

/**
 * Toward oneself, which no model is asked about: whoever speaks is on their own side. Of 18 such pairs in the sample
 * digest 13 were labelled `favor`, the others `none` (`corpora/README.md`, section 7).
 */
export const ownStance = (target: string): StanceScore => ({
  target,
  label: 'favor',
  favor: 0.72,
  against: 0,
  none: 0.28,
  unsure: false,
});

/** @param order the model's labels in the order of `probabilities` */
export function sentimentScore(
  probabilities: readonly number[],
  order: readonly string[],
  threshold: number,
): SentimentScore {
  const { label, unsure, of } = verdict(SENTIMENTS, probabilities, order, threshold);
  return {
    label,
    negative: of('negative'),
    neutral: of('neutral'),
    positive: of('positive'),
    unsure,
  };
}

export function stanceScore(
  target: string,
  probabilities: readonly number[],
  order: readonly string[],
  threshold: number,
): StanceScore {
  const { label, unsure, of } = verdict(STANCES, probabilities, order, threshold);
  return { target, label, favor: of('favor'), against: of('against'), none: of('none'), unsure };
}

interface Verdict<Label extends string> {
  readonly label: Label;
  readonly unsure: boolean;
  readonly of: (label: Label) => number;
}

function verdict<Label extends string>(
  labels: readonly Label[],
  probabilities: readonly number[],
  order: readonly string[],
  threshold: number,
): Verdict<Label> {
  const of = (label: Label): number => probabilities[order.indexOf(label)] ?? 0;
  const label = labels.reduce((best, other) => (of(other) > of(best) ? other : best));
  return { label, unsure: rounded(of(label)) < threshold, of: (it) => rounded(of(it)) };
}

/** Names that others give to our labels, lower case. */
const SYNONYMS: Readonly<Record<string, string>> = {
  neg: 'negative',
  neu: 'neutral',
  pos: 'positive',
  favour: 'favor',
  'in favor': 'favor',
  'in favour': 'favor',
  for: 'favor',
  pro: 'favor',
  support: 'favor',
  con: 'against',
  anti: 'against',
  oppose: 'against',
  deny: 'against',
  neither: 'none',
};

/** Our name of a label that somebody else gave: `FAVOUR` → `favor`; others in lower case. */
export function plainLabel(label: string): string {
  const plain = label.trim().toLowerCase();
  return SYNONYMS[plain] ?? plain;
}

/** Which task a foreign model's labels belong to, in their order; null where they are no labels of ours. */
export function taskOfLabels(
  labels: readonly string[],
): { readonly task: 'sentiment' | 'stance'; readonly labels: string[] } | null {
  const plain = labels.map(plainLabel);
  const covers = (wanted: readonly string[]): boolean =>
    plain.length === wanted.length && wanted.every((label) => plain.includes(label));
  if (covers(SENTIMENTS)) return { task: 'sentiment', labels: plain };
  if (covers(STANCES)) return { task: 'stance', labels: plain };
  return null;
}
