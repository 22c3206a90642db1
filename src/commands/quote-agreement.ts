/** How far two annotators of the same documents agree on who says what. */
import { cohenKappa, krippendorffAlpha, type LabelPair, observedAgreement } from '../aggregate/agreement.ts';
import { HearsayError } from '../errors.ts';
import { type Count, TOLD, valueOf } from '../extract/evaluation.ts';
import type { Share } from '../extract/share.ts';
import { type Pair, pairsOf, sameSpans } from '../extract/span-matching.ts';
import type { Span } from '../reaction.ts';
import type { AnnotatedDocument, FullyLabelled } from './labelled-documents.ts';

export interface LabelFigures {
  readonly n: number;
  readonly same: number;
  readonly kappa: number;
  readonly alpha: number;
}

export interface QuoteAgreement {
  readonly documents: number;
  /** Attributions with the same words, to the character; the second file counts as found. */
  readonly contents: Count;
  readonly parts: Count;
  /** Of the shared attributions: how many have the same value. */
  readonly shared: Readonly<Record<string, Share>>;
  /** Null where neither file labels it. */
  readonly sentiment: LabelFigures | null;
  readonly stance: LabelFigures | null;
}

/** @throws HearsayError `usage` where the files hold no document in common */
export function quoteAgreement(
  first: readonly AnnotatedDocument[],
  second: readonly AnnotatedDocument[],
): QuoteAgreement {
  const others = new Map(second.map((document) => [document.id, document]));
  const both = first.flatMap((document) => {
    const other = others.get(document.id);
    return other?.text === document.text ? [[document, other] as const] : [];
  });
  if (both.length === 0)
    throw new HearsayError('usage', 'the two files have no document in common', {
      remedy: 'Give two files with the same ids and texts.',
    });
  const shared = both.flatMap(([mine, yours]) =>
    pairsOf(mine.text, mine.attributions, yours.attributions).filter(({ gold, found }) =>
      sameSpans(gold.content, found.content),
    ),
  );
  const count = (take: (entry: FullyLabelled) => number, side: 0 | 1): number =>
    both.reduce((sum, pair) => sum + pair[side].attributions.reduce((n, entry) => n + take(entry), 0), 0);
  return {
    documents: both.length,
    contents: { right: shared.length, labelled: count(() => 1, 0), found: count(() => 1, 1) },
    parts: {
      right: both.reduce((sum, [mine, yours]) => sum + sharedParts(mine, yours), 0),
      labelled: count(({ content }) => content.length, 0),
      found: count(({ content }) => content.length, 1),
    },
    shared: sharedValues(shared),
    sentiment: figuresOf(shared.flatMap(tonePair)),
    stance: figuresOf(shared.flatMap(sidePairs)),
  };
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

function sharedParts(mine: AnnotatedDocument, yours: AnnotatedDocument): number {
  const parts = new Set(yours.attributions.flatMap(({ content }) => content.map(keyOf)));
  return mine.attributions.flatMap(({ content }) => content).filter((span) => parts.has(keyOf(span))).length;
}

function sharedValues(pairs: readonly Pair[]): Record<string, Share> {
  const share = (same: (pair: Pair) => boolean, among: readonly Pair[] = pairs): Share => ({
    right: among.filter(same).length,
    of: among.length,
  });
  const told = TOLD.map((key) => {
    const among = pairs.filter(
      ({ gold, found }) => valueOf(gold, key) !== undefined && valueOf(found, key) !== undefined,
    );
    return [key, share(({ gold, found }) => valueOf(gold, key) === valueOf(found, key), among)] as const;
  });
  return {
    mention: share(({ gold, found }) => sameSpans(gold.source, found.source)),
    cue: share(({ gold, found }) => sameSpans(gold.cue, found.cue)),
    ...Object.fromEntries(told),
  };
}

const tonePair = ({ gold, found }: Pair): LabelPair[] => {
  const [mine, yours] = [(gold as FullyLabelled).sentiment, (found as FullyLabelled).sentiment];
  return mine && yours ? [[mine, yours]] : [];
};

const sidePairs = ({ gold, found }: Pair): LabelPair[] =>
  ((gold as FullyLabelled).stances ?? []).flatMap(({ target, label }): LabelPair[] => {
    const other = (found as FullyLabelled).stances?.find((stance) => stance.target === target);
    return other ? [[label, other.label]] : [];
  });

function figuresOf(pairs: readonly LabelPair[]): LabelFigures | null {
  if (pairs.length === 0) return null;
  return {
    n: pairs.length,
    same: observedAgreement(pairs),
    kappa: cohenKappa(pairs),
    alpha: krippendorffAlpha(pairs),
  };
}
