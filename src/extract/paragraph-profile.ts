/** What a paragraph is about and how it ties to those before: its words, its names, what it points back to. */
import { isDemonym, isVerb } from '../text/lexicon.ts';
import { isStopWord } from '../text/stop-words.ts';
import { stemOf } from '../text/terms.ts';
import { datelineOf } from './datelines.ts';
import type { FramedText } from './frames.ts';
import { headingsAmong } from './headings.ts';

export interface Profile {
  /** Stems of content words with their counts. */
  readonly terms: ReadonlyMap<string, number>;
  /** Names in small letters, nationalities among them. */
  readonly names: ReadonlySet<string>;
  /** Surnames of people named in full here, and of people named by surname alone. */
  readonly introduced: ReadonlySet<string>;
  readonly recalled: ReadonlySet<string>;
  readonly opensWithMark: boolean;
  /** The first sentence points back: "He", "The statement", "However", "This". */
  readonly pointsBack: boolean;
  /** A day or a date in the first sentence, as leads have it. */
  readonly dated: boolean;
  /** The first sentence holds marked words: somebody is quoted, as leads seldom do. */
  readonly quotesEarly: boolean;
  /** Stems of a subject that begins with "The": `["milit", "group"]` of "The militant groups operate". */
  readonly definite: readonly string[];
  readonly isHeading: boolean;
  /** The place of the dateline that the paragraph begins with. */
  readonly dateline: string | null;
}

const BACKWARD =
  /^["“]?(?:he|she|it|they|his|her|its|their|this|that|these|those|such|both|but|however|also|still|then|instead|meanwhile|yet|and|so|nor|another|others|other|earlier|later|since then|after that|in addition|moreover|furthermore|asked|according|for example|for instance|following the|on the other hand|among (?:them|those)|some|many|most|several of|of course|if|when|while|as for|the (?:two|three|same|latter|former|statement|report|move|decision|comments?|remarks?|announcement|incident|attack|deal|plan|proposal|meeting|document|group|company|ministry|council|union|survey|study|poll|letter|post|video|article)|in an? (?:thread|post|tweet|clip|reel|video|comment|statement|letter|interview|reply))\b/iu;
const DATE =
  /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|yesterday|today|this week|last week|this month|last month)\b/iu;

export function profilesOf(framed: FramedText): Profile[] {
  const { text, paragraphs, entities } = framed;
  const headings = headingsAmong(paragraphs.map(({ start, end }) => text.slice(start, end)));
  let from = 0;
  return paragraphs.map((paragraph, index) => {
    const own = [];
    while (from < entities.length && entities[from]!.start < paragraph.end) own.push(entities[from++]!);
    const words = text.slice(paragraph.start, paragraph.end);
    const people = own
      .filter(({ type }) => type === 'person')
      .map(({ text: name }) =>
        name
          .toLowerCase()
          .replace(/[-‑’']/gu, '')
          .split(/\s+/u),
      );
    const first = /^[^.!?]*[.!?]?/u.exec(words)![0];
    return {
      terms: termCounts(words),
      names: new Set([...own.map(({ text: name }) => name.toLowerCase()), ...demonymsIn(words)]),
      introduced: new Set(people.filter((name) => name.length > 1).map((name) => name.at(-1)!)),
      recalled: new Set(people.filter((name) => name.length === 1).map((name) => name[0]!)),
      opensWithMark: /^["“‘'«„「『]/u.test(words),
      pointsBack: BACKWARD.test(words),
      dated: DATE.test(first),
      quotesEarly: /[“"«„「『]/u.test(first),
      definite: definiteStems(words),
      isHeading: headings[index]!,
      dateline: datelineOf(words),
    };
  });
}

function definiteStems(words: string): string[] {
  const phrase = /^The ((?:\p{Ll}+ ){1,2})/u.exec(words)?.[1] ?? '';
  const stems = phrase
    .trim()
    .split(' ')
    .filter((word) => word !== '' && !isStopWord(word) && !isVerb(word));
  return stems.map(stemOf);
}

function termCounts(words: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
    if (isStopWord(word)) continue;
    const stem = stemOf(word);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

const demonymsIn = (words: string): string[] =>
  (words.match(/\p{Lu}\p{L}{3,}/gu) ?? []).filter(isDemonym).map((word) => word.toLowerCase());
