/** Who is quoted, by which words, with what: spans of a text from a token classification model. */
import type { Span } from '../reaction.ts';
import { type AlignedToken, alignedTokens } from './alignment.ts';
import { softmax } from './calibration.ts';
import { breath } from './breath.ts';
import type { LoadedModel } from './runtime.ts';

export const ROLES = ['source', 'cue', 'content'] as const;
export type Role = (typeof ROLES)[number];

/** UTF-16 offsets in the text that was tagged, end exclusive, on word boundaries. */
export interface TaggedSpan extends Span {
  readonly role: Role;
  /** Mean probability of the winning label over the span's words, 0–1. */
  readonly score: number;
}

interface Tag {
  readonly role: Role | null;
  /** Opens a new span even beside one of the same role. */
  readonly begins: boolean;
  readonly score: number;
}

interface Window extends Span {
  /** The tokens that are read from this window: those far from its edges. */
  readonly from: number;
  readonly to: number;
}

/** Neighbouring windows share this many tokens, as in training. */
const OVERLAP = 64;

/** @param labels the model's own, `O`, `B-source`, `I-source` … in the order of its logits */
export async function taggedSpans(
  model: LoadedModel,
  text: string,
  { maxTokens, labels }: { readonly maxTokens: number; readonly labels: readonly string[] },
): Promise<TaggedSpan[]> {
  const tokens = alignedTokens(text, model);
  const tags: Tag[] = [];
  for (const window of windowsOf(tokens.length, maxTokens - model.controls(1))) {
    tags.push(...(await tagsIn(model, tokens, window, labels)));
    await breath();
  }
  return spansOf(tokens, tags)
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => end > start);
}

/** Windows of at most `room` tokens, from left to right, that together read each token exactly once. */
export function windowsOf(length: number, room: number): Window[] {
  const overlap = Math.min(OVERLAP, Math.floor(room / 3));
  const windows: Window[] = [];
  for (let start = 0; start < Math.max(length - overlap, Math.min(length, 1)); start += room - overlap) {
    const end = Math.min(start + room, length);
    const to = end === length ? length : end - Math.floor(overlap / 2);
    windows.push({ start, end, from: windows.at(-1)?.to ?? 0, to });
  }
  return windows;
}

/** Each window runs alone: an article has few, and a window is long enough to keep all cores busy. */
async function tagsIn(
  model: LoadedModel,
  tokens: readonly AlignedToken[],
  { start, end, from, to }: Window,
  labels: readonly string[],
): Promise<Tag[]> {
  const sequence = model.sequence(tokens.slice(start, end).map((it) => it.token));
  const { data, dims } = await model.run([sequence]);
  const classes = dims[2]!;
  return Array.from({ length: to - from }, (_, i) => {
    // One control token stands before the first word.
    const at = (from + i - start + 1) * classes;
    return tagOf(data.subarray(at, at + classes), labels);
  });
}

function tagOf(logits: Float32Array, labels: readonly string[]): Tag {
  const probabilities = softmax([...logits]);
  const score = Math.max(...probabilities);
  const [prefix, name = ''] = (labels[probabilities.indexOf(score)] ?? 'O').split('-');
  const role = ROLES.find((it) => it === name.toLowerCase()) ?? null;
  return { role, begins: prefix === 'B', score };
}

/** Words in a row that have one role; the first token of a word speaks for it. */
export function spansOf(tokens: readonly AlignedToken[], tags: readonly Tag[]): TaggedSpan[] {
  const spans: { role: Role; start: number; end: number; scores: number[] }[] = [];
  let open: (typeof spans)[number] | null = null;
  tokens.forEach(({ leads, start, end }, i) => {
    if (!leads) return;
    const { role, begins, score } = tags[i]!;
    if (role === null) open = null;
    else if (open !== null && open.role === role && !begins) {
      open.end = end;
      open.scores.push(score);
    } else {
      open = { role, start, end, scores: [score] };
      spans.push(open);
    }
  });
  return spans.map(({ role, start, end, scores }) => ({ role, start, end, score: mean(scores) }));
}

/** A span that begins or ends with a line break leaves it outside. */
function trimmed(text: string, { role, start, end, score }: TaggedSpan): TaggedSpan {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { role, start: from, end: Math.max(from, start + words.trimEnd().length), score };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
