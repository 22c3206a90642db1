/** How much of a change comes from other topics, and how much from another tone within them. */

/** One topic's part of each side, and the label's share in it; null where the side has nothing of it. */
export interface Part {
  readonly topic: string | null;
  readonly a: { readonly n: number; readonly share: number | null };
  readonly b: { readonly n: number; readonly share: number | null };
}

export interface Mix {
  /** Adds up with `within` to the whole change. */
  readonly mix: number;
  readonly within: number;
  /** What each topic gives to both, the largest first. */
  readonly topics: readonly {
    readonly topic: string | null;
    readonly mix: number;
    readonly within: number;
  }[];
}

/**
 * Kitagawa's decomposition (1955): a topic's weight changes at the mean of its shares, its share at the mean of its
 * weights. A topic that only one side has is all mix. Mix is told against the share of all, so that a topic that
 * grows pushes only where it differs from the rest.
 */
export function mixOf(parts: readonly Part[]): Mix {
  const [allA, allB] = [
    parts.reduce((sum, { a }) => sum + a.n, 0),
    parts.reduce((sum, { b }) => sum + b.n, 0),
  ];
  const mean =
    parts.reduce((sum, { a, b }) => sum + a.n * (a.share ?? 0) + b.n * (b.share ?? 0), 0) / (allA + allB);
  const topics = parts.map(({ topic, a, b }) => {
    const [shareA, shareB] = [a.share ?? b.share ?? mean, b.share ?? a.share ?? mean];
    const [weightA, weightB] = [a.n / allA, b.n / allB];
    return {
      topic,
      mix: (weightB - weightA) * ((shareA + shareB) / 2 - mean),
      within: (shareB - shareA) * ((weightA + weightB) / 2),
    };
  });
  return {
    mix: topics.reduce((sum, { mix }) => sum + mix, 0),
    within: topics.reduce((sum, { within }) => sum + within, 0),
    topics: topics.sort((x, y) => Math.abs(y.mix + y.within) - Math.abs(x.mix + x.within)),
  };
}
