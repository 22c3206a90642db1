/** Work that is begun before it is its turn, and handed over in order. */

export interface Limits<Item> {
  /** Most items in hand. */
  readonly items: number;
  /** Most weight in hand; one item may pass it alone. */
  readonly weight: number;
  readonly weightOf: (item: Item) => number;
  /** Whether enough has been begun to keep everybody busy. */
  readonly isBusy: () => boolean;
}

interface InHand<Item, Result> {
  readonly weight: number;
  readonly result: Promise<readonly [Item, Result]>;
}

/** Pairs of item and result in the order of the items. Ends early, leaving begun work alone, on `stop`. */
export async function* lookahead<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  limits: Limits<Item>,
  stop: AbortSignal,
): AsyncGenerator<readonly [Item, Result]> {
  const source = items[Symbol.asyncIterator]();
  const queue: InHand<Item, Result>[] = [];
  const isFull = (): boolean =>
    queue.length >= limits.items || (queue.length > 0 && (sum(queue) >= limits.weight || limits.isBusy()));
  for (let isAtEnd = false; !isAtEnd || queue.length > 0;) {
    if (!isAtEnd && !isFull()) {
      const next = await unlessStopped(source.next(), stop);
      if (next === null) return;
      if (next.done === true) isAtEnd = true;
      else queue.push(begun(next.value, work, limits.weightOf));
      continue;
    }
    const found = await unlessStopped(queue.shift()!.result, stop);
    if (found === null) return;
    yield found;
  }
}

/**
 * The promise's value, or null once stopped. No race: what a race is given lives as long as the promise that
 * lost it, and this one would lose for the whole run.
 */
export function unlessStopped<Value>(promise: Promise<Value>, stop: AbortSignal): Promise<Value | null> {
  if (stop.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const end = (): void => resolve(null);
    const leave = (): void => stop.removeEventListener('abort', end);
    stop.addEventListener('abort', end, { once: true });
    promise.finally(leave).then(resolve, reject);
  });
}

function begun<Item, Result>(
  item: Item,
  work: (item: Item) => Promise<Result>,
  weightOf: (item: Item) => number,
): InHand<Item, Result> {
  const result = work(item).then((it) => [item, it] as const);
  // Its failure counts when it is its turn; what is never awaited must not end the program.
  result.catch(() => undefined);
  return { weight: weightOf(item), result };
}

const sum = (queue: readonly { readonly weight: number }[]): number =>
  queue.reduce((total, { weight }) => total + weight, 0);
