/**
 * Words, pairs and hashtags that tell a topic's texts from all others: those that few texts of other topics
 * have, for a topics file that assigns by them.
 */
import { contentWords, hashtagsIn, stemOf, termsIn } from '../text/terms.ts';

/** What tells one topic, most telling first. */
export interface Signs {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  readonly hashtags: readonly string[];
}

/** Of the texts that have a sign, this part or more are the topic's. */
const LEAST_PRECISION = 0.75;
/** Texts of other topics that are thought of beside those counted: a sign of three texts may be chance. */
const DOUBT = 0.5;
const LEAST_TEXTS = 3;
const MOST = { words: 10, phrases: 5, hashtags: 5 } as const;

type Kind = keyof typeof MOST;

interface Counted {
  readonly kind: Kind;
  texts: number;
  readonly byTopic: Map<string, number>;
  readonly written: Map<string, number>;
}

/** The signs of each topic of `topics`; `topics[i]` is the topic of `texts[i]`. */
export function signsByTopic(texts: readonly string[], topics: readonly string[]): Map<string, Signs> {
  const counts = countsOf(texts, topics);
  const sizes = new Map<string, number>();
  for (const topic of topics) sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
  return new Map(Array.from(sizes.keys(), (topic) => [topic, signsOf(topic, counts)]));
}

function countsOf(texts: readonly string[], topics: readonly string[]): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  texts.forEach((text, i) => {
    const topic = topics[i]!;
    for (const [key, { kind, written }] of signsIn(text)) {
      const own = counts.get(key) ?? { kind, texts: 0, byTopic: new Map(), written: new Map() };
      counts.set(key, own);
      own.texts += 1;
      own.byTopic.set(topic, (own.byTopic.get(topic) ?? 0) + 1);
      own.written.set(written, (own.written.get(written) ?? 0) + 1);
    }
  });
  return counts;
}

/** Each sign of a text once, by a key that its forms share. */
function signsIn(text: string): Map<string, { kind: Kind; written: string }> {
  const found = new Map<string, { kind: Kind; written: string }>();
  const tags = hashtagsIn(text);
  for (const tag of tags) found.set(`#${tag.toLowerCase()}`, { kind: 'hashtags', written: tag });
  // Words run together in a hashtag do not stand side by side.
  const apart = tags.map((tag) => ` ${termKeysOf(tag)} `);
  for (const { key, text: written, size } of termsIn(text))
    if (size === 1 || !apart.some((tag) => tag.includes(` ${key} `)))
      found.set(key, { kind: size === 1 ? 'words' : 'phrases', written });
  return found;
}

const termKeysOf = (tag: string): string => contentWords(`#${tag}`).map(stemOf).join(' ');

function signsOf(topic: string, counts: ReadonlyMap<string, Counted>): Signs {
  const telling = Array.from(counts, ([key, counted]) => ({
    key,
    counted,
    own: counted.byTopic.get(topic) ?? 0,
  }))
    .filter(({ counted, own }) => own >= LEAST_TEXTS && own / (counted.texts + DOUBT) >= LEAST_PRECISION)
    .sort((a, b) => b.own - a.own || a.counted.texts - b.counted.texts || (a.key < b.key ? -1 : 1));
  const words = new Set(telling.filter(({ counted }) => counted.kind === 'words').map(({ key }) => key));
  const isNews = ({ key }: { key: string }): boolean => !key.split(' ').some((word) => words.has(word));
  const written = (kind: Kind): string[] =>
    telling
      .filter((sign) => sign.counted.kind === kind && (kind !== 'phrases' || isNews(sign)))
      .slice(0, MOST[kind])
      .map(({ counted }) => mostWritten(counted));
  return { words: written('words'), phrases: written('phrases'), hashtags: written('hashtags') };
}

function mostWritten({ written }: Counted): string {
  return [...written].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}
