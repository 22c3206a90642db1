/** Speech set without marks: lines with their speaker before a colon, and dialogue that opens with a dash. */
import type { Span } from '../reaction.ts';
import { isCommonWord, tagsOf } from '../text/lexicon.ts';
import { linesOf } from '../text/paragraphs.ts';
import type { Marked } from '../text/quotation-marks.ts';
import { isTitleWord } from '../text/titles.ts';
import type { Attribution } from './attribution.ts';
import { type Cue, cuesIn, takesSpeech } from './cue-phrases.ts';
import type { Frame, FramedText } from './frames.ts';
import type { Source } from './mentions.ts';
import { labelIn, nameLabelIn } from './speaker-labels.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';
import { isComma } from './word-classes.ts';

/** So many lines with labels make a transcript; one is a heading or a list. */
const LEAST_LABELS = 2;
const LEAST_NAMED = 4;

/** Attributions of lines that are speech as a whole, by the paragraph they stand in. */
export function spokenLines(framed: FramedText): ReadonlyMap<number, Attribution> {
  const lines = new Map<number, Attribution>();
  for (const [paragraph, attribution] of [...labelledLines(framed), ...dashedLines(framed)])
    lines.set(paragraph, attribution);
  return lines;
}

type Line = readonly [paragraph: number, attribution: Attribution];

function labelledLines(framed: FramedText): Line[] {
  const { text, paragraphs } = framed;
  const capitals = paragraphs.flatMap((span, index) => lineOf(framed, index, labelIn(text, span)));
  if (capitals.length >= LEAST_LABELS && !areHeads(capitals)) return capitals;
  const named = paragraphs.flatMap((span, index) => lineOf(framed, index, nameLabelIn(text, span)));
  const labels = named.map(([, { source }]) => source!.text);
  const surnames = labels.filter((label) => labels.some((other) => other.endsWith(` ${label}`)));
  const comesBack = surnames.length > 0 || new Set(labels).size < labels.length;
  const isTalk = comesBack && new Set(labels).size > 1;
  return named.length >= LEAST_NAMED &&
    isTalk &&
    labels.every((label) => surnames.includes(label) || !isPlain(label))
    ? named
    : [];
}

/** "When", "Price": an everyday word and no calling as "Mayor" is. */
const isPlain = (label: string): boolean =>
  !label.includes(' ') && isCommonWord(label) && !isTitleWord(label) && !tagsOf(label).includes('Actor');

/** "SCHOOLS: … “We are grateful,” the union said." Where most lines quote somebody, labels are run-in heads. */
const areHeads = (lines: readonly Line[]): boolean =>
  2 * lines.filter(([, { marked }]) => marked.length > 0).length > lines.length;

function lineOf(
  framed: FramedText,
  paragraph: number,
  label: { source: Source; words: Span } | null,
): Line[] {
  if (!label) return [];
  const frame = framed.frames.findIndex((candidate) => candidate.paragraph === paragraph);
  if (frame < 0) return [];
  return [
    [paragraph, { ...spoken(framed, [label.words], frame, null, label.source), told: label.source.phrase }],
  ];
}

function spoken(
  framed: FramedText,
  spans: readonly Span[],
  frame: number,
  cue: Cue | null,
  source: Source | null,
): Attribution {
  const parts = spans.flatMap((span) => linesOf(framed.text, span));
  const marked = heldIn(framed, parts);
  return {
    manner: 'direct',
    parts,
    marked,
    cue,
    source,
    frame,
    inherited: false,
  };
}

/** Marks inside the line, as marks within marks: the line is the quotation. */
export function heldIn({ frames }: FramedText, parts: readonly Span[]): Marked[] {
  const held: Marked[] = [];
  for (const { items } of frames)
    for (const { marked } of items)
      if (marked && parts.some(({ start, end }) => marked.start >= start && marked.end <= end))
        held.push({ ...marked, inner: [marked] });
  return held;
}

/** "— We waited, said Brandt. Nobody came." where several paragraphs open so, and one names who speaks. */
function dashedLines(framed: FramedText): Line[] {
  const { text, paragraphs, frames } = framed;
  const dashed = paragraphs.flatMap((span, index) =>
    /^[—–]\s*\p{Lu}/u.test(text.slice(span.start, span.end)) ? [index] : [],
  );
  if (dashed.length < LEAST_LABELS) return [];
  const lines = dashed.flatMap((paragraph): Line[] => {
    const first = frames.findIndex((frame) => frame.paragraph === paragraph);
    return first < 0 ? [] : [[paragraph, dashedLine(framed, paragraphs[paragraph]!, first)]];
  });
  return lines.some(([, { source }]) => source !== null) ? lines : [];
}

function dashedLine(framed: FramedText, paragraph: Span, first: number): Attribution {
  const frame = framed.frames[first]!;
  const start = frame.items[1]?.start ?? paragraph.start;
  const tag = tagIn(framed.text, frame);
  if (!tag) return spoken(framed, [{ start, end: paragraph.end }], first, null, null);
  const rest = { start: frame.end, end: paragraph.end };
  const words = [{ start, end: frame.items[tag.comma]!.end }, ...(rest.end > rest.start ? [rest] : [])];
  return spoken(framed, words, first, tag.cue, tag.source);
}

/** The clause ", said Brandt" at the end of a sentence. */
function tagIn(text: string, { items }: Frame): { comma: number; cue: Cue; source: Source } | null {
  for (const cue of cuesIn({ items }).filter(takesSpeech)) {
    const comma = items.findLastIndex(
      (item, index) => index < cue.first && (isComma(item) || /^[?!]$/u.test(item.text)),
    );
    if (comma < 1) continue;
    const source =
      cue.first === comma + 1
        ? subjectAfter(text, items, cue.last, items.length)
        : subjectBefore(text, items, cue.first, comma + 1);
    if (source) return { comma, cue, source };
  }
  return null;
}
