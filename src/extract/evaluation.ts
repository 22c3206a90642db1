/**
 * A reading scored against labels. Contents: exact (the same words) and overlapping (some of them), one to one;
 * sources and cues among the pairs, but counted against all; direct quotations of four words and more by their
 * marks; and the share of these whose mention is the labelled source.
 */
import type { Span } from '../reaction.ts';
import { markedIn } from '../text/quotation-marks.ts';
import { wordCount } from '../text/tokens.ts';
import { NO_RESOLUTION, type Resolution, resolutionOf, resolutionSum } from './coreference.ts';
import type { Labelled, LabelledDocument } from './labelled.ts';
import type { Share } from './share.ts';
import { bareSpan, bareSpans, type Pair, pairsOf, sameSpans, sharedLength } from './span-matching.ts';

/** Right ones, of those found and of those labelled. */
export interface Count {
  readonly right: number;
  readonly found: number;
  readonly labelled: number;
}

export interface QuoteScores {
  readonly documents: number;
  readonly contents: { readonly exact: Count; readonly overlapping: Count };
  readonly sources: { readonly exact: Count; readonly overlapping: Count };
  readonly cues: { readonly exact: Count; readonly overlapping: Count };
  /** Marked words of at least four words inside labelled contents. */
  readonly direct: Count;
  /** Quotation marks alone as a reader: every marked span of four words is taken. */
  readonly marksAlone: Count;
  /** Of the direct ones found whose source is labelled: the mention overlaps it. */
  readonly directSpeaker: Share;
  /** Of all contents found (overlapping) whose source is labelled: the mention overlaps it. */
  readonly speaker: Share;
  /** Of the pairs, where the labels tell: the same resolved name, form, kind, platform, engagement, flags. */
  readonly told: Readonly<Record<Told, Share>>;
  /** Of the pairs whose label tells the speaker's name. */
  readonly resolution: Resolution;
}

export const TOLD = ['name', 'form', 'kind', 'platform', 'engagement', 'flags'] as const;
export type Told = (typeof TOLD)[number];

const LEAST_WORDS = 4;

/** @param read what the reader found in a document */
export function quoteScores(
  documents: readonly LabelledDocument[],
  read: readonly (readonly Labelled[])[],
): QuoteScores {
  const each = documents.map((document, index) => scoresOf(document, read[index]!));
  return each.reduce(added, { ...NOTHING });
}

const NO_COUNT: Count = { right: 0, found: 0, labelled: 0 };
const NO_SHARE: Share = { right: 0, of: 0 };
const NOTHING: QuoteScores = {
  documents: 0,
  contents: { exact: NO_COUNT, overlapping: NO_COUNT },
  sources: { exact: NO_COUNT, overlapping: NO_COUNT },
  cues: { exact: NO_COUNT, overlapping: NO_COUNT },
  direct: NO_COUNT,
  marksAlone: NO_COUNT,
  directSpeaker: NO_SHARE,
  speaker: NO_SHARE,
  told: Object.fromEntries(TOLD.map((key) => [key, NO_SHARE])) as Record<Told, Share>,
  resolution: NO_RESOLUTION,
};

function scoresOf({ text, attributions }: LabelledDocument, found: readonly Labelled[]): QuoteScores {
  const pairs = pairsOf(text, attributions, found);
  const sizes = { found: found.length, labelled: attributions.length };
  const direct = directScores(text, attributions, found);
  return {
    documents: 1,
    contents: {
      exact: { right: pairs.filter(({ exact }) => exact).length, ...sizes },
      overlapping: { right: pairs.length, ...sizes },
    },
    sources: spanCounts(text, pairs, attributions, found, 'source'),
    cues: spanCounts(text, pairs, attributions, found, 'cue'),
    ...direct,
    speaker: speakerShare(pairs),
    told: Object.fromEntries(TOLD.map((key) => [key, toldShare(pairs, key)])) as Record<Told, Share>,
    resolution: resolutionOf(pairs),
  };
}

function spanCounts(
  text: string,
  pairs: readonly Pair[],
  gold: readonly Labelled[],
  found: readonly Labelled[],
  role: 'source' | 'cue',
): { exact: Count; overlapping: Count } {
  const sizes = {
    found: found.filter((entry) => entry[role].length > 0).length,
    labelled: gold.filter((entry) => entry[role].length > 0).length,
  };
  const touching = pairs.filter((pair) => sharedLength(pair.gold[role], pair.found[role]) > 0);
  const same = touching.filter((pair) =>
    sameSpans(bareSpans(text, pair.gold[role]), bareSpans(text, pair.found[role])),
  );
  return { exact: { right: same.length, ...sizes }, overlapping: { right: touching.length, ...sizes } };
}

function speakerShare(pairs: readonly Pair[]): Share {
  const told = pairs.filter(({ gold }) => gold.source.length > 0);
  return {
    right: told.filter(({ gold, found }) => sharedLength(gold.source, found.source) > 0).length,
    of: told.length,
  };
}

interface DirectScores {
  readonly direct: Count;
  readonly marksAlone: Count;
  readonly directSpeaker: Share;
}

function directScores(text: string, gold: readonly Labelled[], found: readonly Labelled[]): DirectScores {
  const marked = markedIn(text)
    .map((span) => bareSpan(text, span))
    .filter((span) => isLong(text, span));
  const owner = (span: Span, among: readonly Labelled[]): Labelled | undefined =>
    among.find(({ content }) => sharedLength(content, [span]) > (span.end - span.start) / 2);
  const labelled = marked.filter((span) => owner(span, gold));
  const taken = found.filter(({ flags }) => !flags?.includes('indirect'));
  const parts = taken.flatMap(({ content }) =>
    content.map((span) => bareSpan(text, span)).filter((span) => isLong(text, span)),
  );
  const right = labelled.filter((span) => owner(span, taken));
  const wrong = parts.filter((span) => !owner(span, gold));
  const sourced = right.filter((span) => owner(span, gold)!.source.length > 0);
  const attributed = sourced.filter(
    (span) => sharedLength(owner(span, gold)!.source, owner(span, taken)!.source) > 0,
  );
  return {
    direct: { right: right.length, found: right.length + wrong.length, labelled: labelled.length },
    marksAlone: { right: labelled.length, found: marked.length, labelled: labelled.length },
    directSpeaker: { right: attributed.length, of: sourced.length },
  };
}

const isLong = (text: string, { start, end }: Span): boolean =>
  wordCount(text.slice(start, end)) >= LEAST_WORDS;

function toldShare(pairs: readonly Pair[], key: Told): Share {
  const told = pairs.filter(({ gold }) => valueOf(gold, key) !== undefined);
  const right = told.filter(({ gold, found }) => valueOf(gold, key) === valueOf(found, key));
  return { right: right.length, of: told.length };
}

/** A value that can be compared with ===; undefined where the labels do not tell it. */
export function valueOf(entry: Labelled, key: Told): string | null | undefined {
  switch (key) {
    case 'name':
      return entry.speaker === undefined ? undefined : (entry.speaker?.name ?? null);
    case 'form':
      return entry.speaker === undefined ? undefined : (entry.speaker?.form ?? null);
    case 'engagement':
      return entry.engagement && JSON.stringify(Object.entries(entry.engagement).sort());
    case 'flags':
      return entry.flags && [...entry.flags].sort().join(';');
    default:
      return entry[key];
  }
}

const plus = (a: Count, b: Count): Count => ({
  right: a.right + b.right,
  found: a.found + b.found,
  labelled: a.labelled + b.labelled,
});
const plusShare = (a: Share, b: Share): Share => ({ right: a.right + b.right, of: a.of + b.of });
const plusBoth = (a: QuoteScores['contents'], b: QuoteScores['contents']): QuoteScores['contents'] => ({
  exact: plus(a.exact, b.exact),
  overlapping: plus(a.overlapping, b.overlapping),
});

function added(sum: QuoteScores, next: QuoteScores): QuoteScores {
  return {
    documents: sum.documents + next.documents,
    contents: plusBoth(sum.contents, next.contents),
    sources: plusBoth(sum.sources, next.sources),
    cues: plusBoth(sum.cues, next.cues),
    direct: plus(sum.direct, next.direct),
    marksAlone: plus(sum.marksAlone, next.marksAlone),
    directSpeaker: plusShare(sum.directSpeaker, next.directSpeaker),
    speaker: plusShare(sum.speaker, next.speaker),
    told: Object.fromEntries(TOLD.map((key) => [key, plusShare(sum.told[key], next.told[key])])) as Record<
      Told,
      Share
    >,
    resolution: resolutionSum(sum.resolution, next.resolution),
  };
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision, recall and F1, 0–1; 0 where nothing was found or labelled. */
export function measuresOf({ right, found, labelled }: Count): {
  precision: number;
  recall: number;
  f1: number;
} {
  return {
    precision: ratio(right, found),
    recall: ratio(right, labelled),
    f1: ratio(2 * right, found + labelled),
  };
}
