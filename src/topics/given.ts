/** Topics that a person named: each post gets those whose words it has, or whose meaning it is nearest to. */
import type { TopicShare } from '../reaction.ts';
import { contentWords, hashtagsIn, stemOf } from '../text/terms.ts';
import type { Assigner, Embed } from './assigner.ts';
import { others } from './assigner.ts';
import { similarity } from './neighbours.ts';
import type { GivenTopic } from './topics-file.ts';

/** A post is about a topic from this score on. */
const LEAST = 0.5;
/** Cosines to name and examples that count as nothing and as all; measured with the shipped encoder. */
const FAR = 0.2;
const NEAR = 0.65;
/**
 * One plain word in a post that means something else entirely than the examples is another sense of the word. A
 * name alone ("Area 3") doesn't tell.
 */
const OTHER_SENSE = 0.09;
/** Posts that are as near to a second topic, but for this much, are about both. */
const TIE = 0.05;

interface Sign {
  readonly topic: GivenTopic;
  readonly words: ReadonlySet<string>;
  /** Stems of phrases, and of words that are more than one, each between spaces. */
  readonly phrases: readonly string[];
  readonly hashtags: ReadonlySet<string>;
  /** Name and examples, embedded; empty without `embed`. */
  readonly meanings: readonly Float32Array[];
}

/**
 * Assigns by words, phrases and hashtags, and by meaning where `embed` is given. A post may have several
 * topics; the order of the file is the order of precedence.
 */
export async function givenAssigner(topics: readonly GivenTopic[], embed?: Embed): Promise<Assigner> {
  const signs = await signsOf(topics, embed);
  return {
    names: topics.map(({ name }) => name),
    async assign(texts) {
      const vectors = embed === undefined ? undefined : await embed(texts);
      return texts.map((text, index) => sharesOf(text, vectors?.[index], signs));
    },
  };
}

async function signsOf(topics: readonly GivenTopic[], embed: Embed | undefined): Promise<Sign[]> {
  const anchors = topics.map(({ name, examples }) => [name, ...examples]);
  const vectors = embed === undefined ? [] : await embed(anchors.flat());
  let taken = 0;
  return topics.map((topic, index) => {
    const from = taken;
    taken += anchors[index]!.length;
    const wordStems = topic.words.map(stemsOf);
    return {
      topic,
      words: new Set(wordStems.filter((stems) => stems.length === 1).flat()),
      phrases: [...wordStems.filter((stems) => stems.length > 1), ...topic.phrases.map(stemsOf)]
        .filter((stems) => stems.length > 0)
        .map((stems) => ` ${stems.join(' ')} `),
      hashtags: new Set(topic.hashtags.map(tagKey)),
      meanings: vectors.slice(from, taken),
    };
  });
}

/** All words of a text as stems, stop words and emoji too: phrases hold them. */
function stemsOf(text: string): string[] {
  const words = composed(text)
    .toLowerCase()
    .replaceAll('’', "'")
    .matchAll(/[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*|\p{Extended_Pictographic}/gu);
  return Array.from(words, ([word]) => stemOf(word.replace(/'s$/u, '')));
}

/** An accent may be written as part of its letter or after it. */
const composed = (text: string): string => text.normalize('NFC');

const tagKey = (tag: string): string =>
  composed(tag)
    .replace(/^[#＃]/u, '')
    .toLowerCase();

function sharesOf(text: string, vector: Float32Array | undefined, signs: readonly Sign[]): TopicShare[] {
  const words = stemsOf(text);
  const stems = new Set([...words, ...contentWords(composed(text)).map(stemOf)]);
  const line = ` ${words.join(' ')} `;
  const tags = new Set(hashtagsIn(composed(text)).map(tagKey));
  const scores = signs.map((sign) => {
    const meaning = vector === undefined ? 0 : nearness(vector, sign);
    const told = vector !== undefined && sign.topic.examples.length > 0 ? meaning : undefined;
    return { name: sign.topic.name, meaning, words: wordScore(sign, stems, line, tags, told) };
  });
  const nearest = Math.max(...scores.map(({ meaning }) => meaning));
  const isMeant = (meaning: number): boolean => scaled(meaning) >= LEAST && meaning >= nearest - TIE;
  const shares = scores
    .filter((score) => score.words >= LEAST || isMeant(score.meaning))
    .map((score) => ({
      name: score.name,
      score: rounded(1 - (1 - score.words) * (1 - scaled(score.meaning))),
    }));
  return shares.length > 0 ? shares : others();
}

/** 0 without a sign; 0.75, 0.88 … for words; a phrase or hashtag counts as two of them. */
function wordScore(
  { words, phrases, hashtags }: Sign,
  stems: ReadonlySet<string>,
  line: string,
  tags: ReadonlySet<string>,
  meaning: number | undefined,
): number {
  const plain = [...words].filter((word) => stems.has(word)).length;
  const firm =
    phrases.filter((phrase) => line.includes(phrase)).length +
    [...hashtags].filter((tag) => tags.has(tag)).length;
  const hits = plain + 2 * firm;
  if (hits === 0) return 0;
  const isOtherSense = hits === 1 && meaning !== undefined && meaning < OTHER_SENSE;
  return isOtherSense ? 0 : 1 - 2 ** -(hits + 1);
}

function nearness(vector: Float32Array, { meanings }: Sign): number {
  return Math.max(0, ...meanings.map((meaning) => similarity(vector, meaning)));
}

const scaled = (meaning: number): number => Math.min(1, Math.max(0, (meaning - FAR) / (NEAR - FAR)));
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
