/** Spans of a learned tagger joined to whole attributions: each content with its nearest cue and source. */
import type { Span } from '../reaction.ts';
import { isVerb } from '../text/lexicon.ts';
import { wordCount } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import type { Cue } from './cue-phrases.ts';
import { cueWord, SPEECH_NOUNS } from './cues.ts';
import type { Frame, FramedText } from './frames.ts';
import { isHeading } from './headings.ts';
import { type Source, sourceEndingAt } from './mentions.ts';
import { firstFrom, overlapTest } from './overlap.ts';
import { isOfPost } from './relative-clauses.ts';
import { sourceOf } from './sources.ts';
import type { TaggedSpan } from './tagger.ts';
import { AUXILIARIES } from './word-classes.ts';

/** Contents surer than this are taken; those without a verb, which mostly name a thing, must be surer. */
const LEAST_SCORE = 0.6;
const LEAST_VERBLESS = 0.8;
const LEAST_WORDS = 3;

/**
 * Indirect attributions from the tagger's spans, but for contents that `taken` already holds or names, and for
 * sentences of the text's own about how people reacted.
 */
export function taggedAttributions(
  framed: FramedText,
  spans: readonly TaggedSpan[],
  taken: readonly Attribution[],
  comments: readonly Span[],
): Attribution[] {
  const isHeld = overlapTest([...taken.flatMap(placesOf), ...comments, ...headingsIn(framed)]);
  return spans
    .filter(({ role, score }) => role === 'content' && score >= LEAST_SCORE)
    .filter(({ start, end }) => wordCount(framed.text.slice(start, end)) >= LEAST_WORDS)
    .filter((span) => !isHeld(span))
    .flatMap((span) => attributionOf(framed, spans, span));
}

/** Says something of something: holds a verb, where "the January bombings" names a thing. */
const isStatement = (text: string, { start, end }: Span): boolean =>
  (text.slice(start, end).match(/[\p{L}’']+/gu) ?? []).some((word) => {
    const lower = word.toLowerCase();
    return (
      AUXILIARIES.has(lower) || isVerb(lower) || /(?:n[’']t|[’'](?:s|re|ve|d|ll|m)|[^e]ed)$/u.test(lower)
    );
  });

const placesOf = ({ parts, cue, source }: Attribution): Span[] => [
  ...parts,
  ...(cue ? [cue] : []),
  ...(source ? [source] : []),
];

const headingsIn = ({ text, paragraphs }: FramedText): Span[] =>
  paragraphs.filter(({ start, end }) => isHeading(text.slice(start, end)));

function attributionOf(framed: FramedText, spans: readonly TaggedSpan[], content: TaggedSpan): Attribution[] {
  const frame = Math.max(0, firstFrom(framed.frames, content.start + 1) - 1);
  const home = framed.frames[frame];
  if (!home || isToldOfPost(home, content)) return [];
  const within = (role: TaggedSpan['role']): TaggedSpan[] =>
    spans.filter((span) => span.role === role && overlaps(span, home));
  const cue = nearest(
    within('cue').filter((span) => isOfSpeech(framed.text, span)),
    content,
  );
  if (!cue) return [];
  const tagged = nearest(within('source'), cue);
  const verb = taggedCue(framed.text, home, cue);
  const source = tagged
    ? taggedSource(framed.text, home, tagged)
    : ruledSource(framed.text, home, verb, content);
  const least = isStatement(framed.text, content) ? LEAST_SCORE : source ? LEAST_VERBLESS : 1;
  if (content.score < least) return [];
  const part = tidied(framed.text, content);
  return [
    {
      manner: 'indirect',
      parts: [part],
      marked: [],
      cue: verb,
      source,
      frame,
      inherited: false,
    },
  ];
}

/** "wrote in a tweet that was liked": the clause after "that", with it or without. */
function isToldOfPost({ items }: Frame, { start }: Span): boolean {
  const first = items.findIndex((item) => item.end > start);
  return isOfPost(items, first) || isOfPost(items, first - 1);
}

/** Holds a word of our lists of cues: not "sentenced" or "summoned", which the tagger takes for cues too. */
const isOfSpeech = (text: string, { start, end }: Span): boolean =>
  (text.slice(start, end).match(/[\p{L}’'-]+/gu) ?? []).some(
    (word) =>
      cueWord(word) !== undefined || /^according$/iu.test(word) || SPEECH_NOUNS.has(word.toLowerCase()),
  );

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function nearest(spans: readonly TaggedSpan[], to: Span): TaggedSpan | null {
  const distance = ({ start, end }: Span): number => Math.max(start - to.end, to.start - end, 0);
  return spans.reduce<TaggedSpan | null>(
    (best, span) => (best === null || distance(span) < distance(best) ? span : best),
    null,
  );
}

function taggedCue(text: string, { items }: Frame, { start, end }: Span): Cue {
  const first = items.findIndex((item) => item.end > start);
  const last = items.findLastIndex((item) => item.start < end);
  const words = text.slice(start, end).split(/\s+/u);
  const known = words.map((word) => cueWord(word)).find((word) => word !== undefined);
  return {
    first,
    last,
    start,
    end,
    lemma: known?.lemma ?? words.at(-1)!.toLowerCase(),
    classes: known?.classes ?? new Set(),
    type: /according/iu.test(text.slice(start, end)) ? 'according' : 'verb',
    voice: 'active',
    dependent: false,
  };
}

function taggedSource(text: string, { items }: Frame, { start, end }: Span): Source | null {
  const first = items.findIndex((item) => item.end > start && item.kind !== 'mark');
  const last = items.findLastIndex((item) => item.start < end);
  return first < 0 || last < first ? null : sourceEndingAt(text, items, last, first);
}

/** The subject of a verb for which the tagger marked no source. */
function ruledSource(text: string, frame: Frame, cue: Cue, content: Span): Source | null {
  const word = frame.items[cue.last]?.lower ?? '';
  if (cue.first < 0 || content.start < cue.end || cueWord(word) === undefined || SPEECH_NOUNS.has(word))
    return null;
  const end = frame.items.findIndex((item) => item.start >= content.start);
  return sourceOf(
    text,
    frame,
    { ...cue, dependent: word.endsWith('ing') },
    end < 0 ? frame.items.length : end,
  );
}

/** Without "that" before it and the stop after it. */
export function tidied(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const lead = /^(?:[\s.,;:–—-]*(?:that\s+|and\s+|but\s+|however,\s+)?)/iu.exec(slice)![0].length;
  const tail = /[\s.,;:!?…]*$/u.exec(slice)![0].length;
  return lead + tail < slice.length ? { start: start + lead, end: end - tail } : { start, end };
}
