/** Two sets of records side by side: which shares differ, by how much, and what drives it. */
import { SENTIMENTS, STANCES, type ScoredReaction } from '../reaction.ts';
import { type Difference, differenceOf, holm } from './difference.ts';
import { VoicedLabels } from './distribution.ts';
import { rounded } from './interval.ts';
import { type Known, knownOf } from './known.ts';
import { type Mix, mixOf, type Part } from './mix.ts';
import { type TellingWord, tellingWords } from './telling-words.ts';

/** The first set, or the second. */
export type Side = 'a' | 'b';

export interface SideShare {
  readonly n: number;
  /** How many of them carry the label, and their share. */
  readonly count: number;
  readonly share: number;
}

export interface ComparedAccount {
  readonly name: string;
  readonly a: number;
  readonly b: number;
  /** The difference as it would be without this account. */
  readonly without: number;
}

export interface ComparedRow extends Difference {
  /** Null for all topics together. */
  readonly topic: string | null;
  /** Null for sentiment, and for the topic's own part of all records. */
  readonly target: string | null;
  /** A label; `share of posts` for the topic's own part of all records. */
  readonly label: string;
  readonly a: SideShare;
  readonly b: SideShare;
  /** Corrected for the number of comparisons (Holm 1979). */
  readonly corrected: number;
  /** Whether `corrected` is under 0.05. */
  readonly holds: boolean;
  /** Of all topics together: how much is topic mix and how much change within topics. */
  readonly drivers: Mix | null;
  /** The three accounts whose absence would change the difference most. */
  readonly accounts: readonly ComparedAccount[];
}

export interface ComparedWords {
  /** Null for all topics together. */
  readonly topic: string | null;
  readonly words: readonly TellingWord[];
}

export interface Comparison {
  readonly format: 1;
  readonly sides: Readonly<
    Record<Side, { readonly name: string; readonly n: number; readonly voices: number }>
  >;
  /** Shares that hold first, then by the size of the difference. */
  readonly rows: readonly ComparedRow[];
  /** How many shares had under ten records on a side, and were not compared. */
  readonly few: number;
  readonly words: readonly ComparedWords[];
}

export interface ComparisonBuilder {
  add(reaction: ScoredReaction, side: Side): void;
  comparison(names: Readonly<Record<Side, string>>): Comparison;
}

const FEWEST = 10;
const LEVEL = 0.05;
const ACCOUNTS = 3;
const WORDS = 12;
/** In place of a label: the topic's own part of all records. */
export const PART = 'share of posts';

/** Counts of one question on both sides: the labels of a topic's sentiment, or of its stance toward a target. */
class Question {
  readonly labels: readonly string[];
  readonly sides: Readonly<Record<Side, VoicedLabels<string>>>;
  readonly #accounts = new Map<number, { name: string; a: number[]; b: number[] }>();

  constructor(labels: readonly string[]) {
    this.labels = labels;
    this.sides = { a: new VoicedLabels(labels), b: new VoicedLabels(labels) };
  }

  add(label: string, side: Side, known: Known): void {
    this.sides[side].add(label, false, known);
    if (known.voice === null || known.voiceKey === null) return;
    const none = (): number[] => this.labels.map(() => 0);
    const account = this.#accounts.get(known.voiceKey) ?? { name: known.voice.name, a: none(), b: none() };
    this.#accounts.set(known.voiceKey, account);
    account[side][this.labels.indexOf(label)]! += 1;
  }

  get isTelling(): boolean {
    return this.sides.a.n >= FEWEST && this.sides.b.n >= FEWEST;
  }

  shareOf(label: string, side: Side): SideShare {
    const { n } = this.sides[side];
    const count = this.sides[side].countOf(label);
    return { n, count, share: n === 0 ? 0 : count / n };
  }

  difference(label: string): Difference {
    const { a, b } = this.sides;
    return differenceOf(a.shareAmong(label, this.labels)!, b.shareAmong(label, this.labels)!);
  }

  /** Accounts without which the difference would be another one, the weightiest first. */
  accounts(label: string): ComparedAccount[] {
    const at = this.labels.indexOf(label);
    const [a, b] = [this.shareOf(label, 'a'), this.shareOf(label, 'b')];
    const shareWithout = ({ n, count }: SideShare, own: readonly number[]): number => {
      const left = n - own.reduce((sum, each) => sum + each, 0);
      return left === 0 ? 0 : (count - own[at]!) / left;
    };
    const whole = b.share - a.share;
    return [...this.#accounts.values()]
      .map((own) => ({
        name: own.name,
        a: own.a.reduce((sum, n) => sum + n, 0),
        b: own.b.reduce((sum, n) => sum + n, 0),
        without: rounded(shareWithout(b, own.b) - shareWithout(a, own.a)),
      }))
      .sort((x, y) => Math.abs(y.without - whole) - Math.abs(x.without - whole) || (x.name < y.name ? -1 : 1))
      .slice(0, ACCOUNTS);
  }
}

interface Group {
  readonly sentiment: Question;
  readonly targets: Map<string, Question>;
  /** In how many different texts of a side each word stands. */
  readonly words: Readonly<Record<Side, Map<string, number>>>;
  readonly texts: Readonly<Record<Side, Set<number>>>;
}

const newGroup = (): Group => ({
  sentiment: new Question(SENTIMENTS),
  targets: new Map(),
  words: { a: new Map(), b: new Map() },
  texts: { a: new Set(), b: new Set() },
});

interface Told {
  readonly topic: string;
  readonly side: Side;
  readonly known: Known;
}

const WITHOUT = 'without a topic';

/** @param wordsOf the words of a text that may tell it from others */
export function comparisonBuilder(wordsOf: (text: string) => readonly string[]): ComparisonBuilder {
  const all = newGroup();
  const topics = new Map<string, Group>();
  const records: Told[] = [];
  return {
    add(reaction, side) {
      if (reaction.kind === 'commentary') return;
      const known = knownOf(reaction, () => null);
      const topic = reaction.topic ?? WITHOUT;
      records.push({ topic, side, known });
      const own = topics.get(topic) ?? newGroup();
      topics.set(topic, own);
      const words = new Set(wordsOf(reaction.text));
      for (const group of [all, own]) addTo(group, reaction, side, known, words);
    },
    comparison(names) {
      const groups: [string | null, Group][] = [[null, all], ...topics];
      const { rows, few } = rowsOf(groups, topics, records);
      const corrected = holm(rows.map(({ p }) => p));
      const sideOf = (side: Side): Comparison['sides'][Side] => {
        const own = records.filter((record) => record.side === side);
        const voices = new Set(own.map(({ known }) => known.voiceKey));
        voices.delete(null);
        return { name: names[side], n: own.length, voices: voices.size };
      };
      return {
        format: 1,
        sides: { a: sideOf('a'), b: sideOf('b') },
        rows: rows
          .map((row, i) => Object.assign(row, { corrected: corrected[i]!, holds: corrected[i]! < LEVEL }))
          .sort(rowOrder),
        few,
        words: groups
          .map(([topic, { words }]) => ({ topic, words: tellingWords(words.a, words.b, WORDS) }))
          .filter(({ words }) => words.length > 0),
      };
    },
  };
}

function addTo(
  group: Group,
  { sentiment, stances }: ScoredReaction,
  side: Side,
  known: Known,
  words: ReadonlySet<string>,
): void {
  if (sentiment.label !== null) group.sentiment.add(sentiment.label, side, known);
  for (const { target, label } of stances) {
    if (label === null) continue;
    const question = group.targets.get(target) ?? new Question(STANCES);
    group.targets.set(target, question);
    question.add(label, side, known);
  }
  // A text posted a thousand times is one text, or it alone would make the words of its side.
  if (group.texts[side].has(known.copy)) return;
  group.texts[side].add(known.copy);
  for (const word of words) group.words[side].set(word, (group.words[side].get(word) ?? 0) + 1);
}

function topicsWith(target: string, topics: ReadonlyMap<string, Group>): number {
  return [...topics.values()].filter(({ targets }) => targets.has(target)).length;
}

type Uncorrected = Omit<ComparedRow, 'corrected' | 'holds'>;

function rowsOf(
  groups: readonly (readonly [string | null, Group])[],
  topics: ReadonlyMap<string, Group>,
  records: readonly Told[],
): { rows: Uncorrected[]; few: number } {
  const rows: Uncorrected[] = [];
  let few = 0;
  const ask = (
    topic: string | null,
    target: string | null,
    question: Question,
    labels: readonly string[],
    partsBy: ((label: string) => Part[]) | null,
  ): void => {
    if (!question.isTelling) few += labels.length;
    else
      for (const label of labels) rows.push(rowOf(topic, target, question, label, partsBy?.(label) ?? null));
  };
  const isOne = topics.size === 1;
  if (!isOne) for (const topic of topics.keys()) ask(topic, null, partQuestion(topic, records), [PART], null);
  for (const [topic, group] of groups) {
    // What is asked in one topic only is not told twice.
    if (topic === null && isOne) continue;
    const parts = (questionIn: (own: Group) => Question | undefined) =>
      topic === null ? (label: string) => partsOf(topics, questionIn, label) : null;
    ask(
      topic,
      null,
      group.sentiment,
      SENTIMENTS,
      parts((own) => own.sentiment),
    );
    for (const [target, question] of group.targets)
      if (topic !== null || topicsWith(target, topics) > 1)
        ask(
          topic,
          target,
          question,
          STANCES,
          parts((own) => own.targets.get(target)),
        );
  }
  return { rows, few };
}

function rowOf(
  topic: string | null,
  target: string | null,
  question: Question,
  label: string,
  parts: readonly Part[] | null,
): Uncorrected {
  return {
    topic,
    target,
    label,
    a: question.shareOf(label, 'a'),
    b: question.shareOf(label, 'b'),
    ...question.difference(label),
    drivers: parts === null ? null : mixOf(parts),
    accounts: question.accounts(label),
  };
}

/** Whether a record is about the topic, asked of all records. */
function partQuestion(topic: string, records: readonly Told[]): Question {
  const question = new Question([PART, 'rest']);
  for (const record of records)
    question.add(record.topic === topic ? PART : 'rest', record.side, record.known);
  return question;
}

function partsOf(
  topics: ReadonlyMap<string, Group>,
  questionIn: (group: Group) => Question | undefined,
  label: string,
): Part[] {
  return Array.from(topics).flatMap(([topic, group]): Part[] => {
    const question = questionIn(group);
    if (question === undefined) return [];
    const part = (side: Side): Part['a'] => {
      const { n, share } = question.shareOf(label, side);
      return { n, share: n === 0 ? null : share };
    };
    return [{ topic, a: part('a'), b: part('b') }];
  });
}

/** What holds first, then the largest, then by name, whatever the order of records. */
function rowOrder(a: ComparedRow, b: ComparedRow): number {
  return (
    Number(b.holds) - Number(a.holds) ||
    Math.abs(b.difference) - Math.abs(a.difference) ||
    (nameOf(a) < nameOf(b) ? -1 : 1)
  );
}

const nameOf = ({ topic, target, label }: ComparedRow): string =>
  [topic ?? '', target ?? '', label].join('\u0000');
