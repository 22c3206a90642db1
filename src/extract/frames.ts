/**
 * A frame is a sentence of the text's own in which each stretch of marked words is one item, whatever stands
 * inside it: cues and speakers are looked for among the other items only.
 */
import type { Span } from '../reaction.ts';
import { type Entity, entitiesOf } from '../text/entities.ts';
import { type NamePhrase, namesIn } from '../text/names.ts';
import { paragraphsIn } from '../text/paragraphs.ts';
import { type Marked, markedIn } from '../text/quotation-marks.ts';
import { sentencesOf } from '../text/sentences.ts';
import { type Token, tokensIn } from '../text/tokens.ts';
import { type CueClass, cueWord } from './cues.ts';
import { partedAtVerbs } from './headline-names.ts';
import type { Item } from './item.ts';
import { DETERMINERS, isAdverb, isComma, isDash, isPlainVerb, PREPOSITIONS } from './word-classes.ts';

export interface Frame extends Span {
  readonly items: readonly Item[];
  /** 0-based number of the paragraph. */
  readonly paragraph: number;
}

export interface FramedText {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly frames: readonly Frame[];
  readonly entities: readonly Entity[];
}

export function framesOf(text: string): FramedText {
  const tokens = tokensIn(text);
  const names = partedAtVerbs(text, namesIn(text, tokens));
  const entities = entitiesOf(text, tokens, names);
  const paragraphs = paragraphsIn(text);
  const marked = markedIn(text);
  const items = itemsOf(text, tokens, names, entities, marked);
  const mask = maskedText(text, marked);
  const frames: Frame[] = [];
  let from = 0;
  paragraphs.forEach((paragraph, number) => {
    for (const sentence of sentencesOf(mask, paragraph)) {
      let to = from;
      while (to < items.length && items[to]!.start < sentence.end) to += 1;
      if (to > from) frames.push({ ...sentence, items: items.slice(from, to), paragraph: number });
      from = to;
    }
  });
  return { text, paragraphs, frames: joined(frames), entities };
}

/** Sentences that belong together: `“Is it?” Roe asked.`, and words in marks that run over a paragraph’s end. */
function joined(frames: readonly Frame[]): Frame[] {
  const all: Frame[] = [];
  for (const frame of frames) {
    const last = all.at(-1);
    const runsOver = last !== undefined && last.items.at(-1)!.end > last.end;
    const isAsked =
      last?.paragraph === frame.paragraph &&
      endsAsked(last) &&
      (isTag(frame) || isSignature(frame) || isSmall(frame));
    if (last && (runsOver || isAsked))
      all[all.length - 1] = { ...frame, start: last.start, items: [...last.items, ...frame.items] };
    else all.push(frame);
  }
  return all;
}

/** "— Lena Brandt" under words in marks. */
const isSignature = ({ items }: Frame): boolean => isDash(items[0]) && items[1]?.kind === 'name';

const endsAsked = (frame: Frame): boolean => {
  const last = frame.items.at(-1)!;
  return last.kind === 'quote' && /[.!?…]["”’'»“」』]*$/u.test(last.text) && !isIntroduced(frame);
};

/** `Roe said: “…”`, `Roe said, “…”`: the words have their cue before them. */
const isIntroduced = ({ items }: Frame): boolean => {
  const sign = items.at(-2);
  return sign?.text === ':' || (isComma(sign) && isSpeech(items.at(-3)?.lower ?? '', false));
};

/** `“Is it?” the senator pressed.`: a sentence begins with a capital, so this is none. */
const isSmall = ({ items }: Frame): boolean => items[0]!.kind === 'word' && /^\p{Ll}/u.test(items[0]!.text);

/** A short clause of subject and verb of saying, or the other way round, with nothing said in it. */
function isTag({ items }: Frame): boolean {
  const cue = items.findIndex(
    (item, index) =>
      item.kind === 'word' &&
      items[index - 1]?.lower !== 'who' &&
      isSpeech(item.lower, /^(?:i|we|you|they)$/u.test(items[index - 1]?.lower ?? '')),
  );
  if (cue < 0 || cue > 14) return false;
  // "a user who goes by the name Lena wrote": the verb of the clause is not the sentence’s.
  const who = items.findIndex(({ lower }, index) => index > 0 && index < cue && lower === 'who');
  const before = items.slice(0, who < 0 || isComma(items[who - 1]) ? cue : who);
  if (
    before.some(
      (item) => item.kind === 'quote' || (item.kind === 'word' && isPlainVerb(item) && !isAdverb(item)),
    )
  )
    return false;
  const after = items[cue + 1];
  if (opensOther(items, cue)) return false;
  if (cue === 0) return after?.kind === 'name' || DETERMINERS.has(after?.lower ?? '');
  // "asked in a video that was shared" reports nothing.
  const said = items.slice(cue, cue + 7);
  const phrase = said.findIndex(({ lower }) => PREPOSITIONS.has(lower));
  const reported = said
    .slice(0, phrase < 0 ? undefined : phrase)
    .some(({ lower }) => lower === 'that' || lower === 'if' || lower === 'whether');
  if (/^(?:tell|ask|remind)$/u.test(cueWord(items[cue]!.lower)!.lemma)) return !reported;
  return (
    !after ||
    after.kind === 'mark' ||
    after.kind === 'quote' ||
    PREPOSITIONS.has(after.lower) ||
    /^(?:when|as|after|before|while|because)$/u.test(after.lower) ||
    isAdverb(after)
  );
}

/** `“…” Roe laughed: “…”`, `“…” Another asked simply, “…”`: the words that follow are the ones that Roe said. */
function opensOther(items: readonly Item[], cue: number): boolean {
  const quote = items.findIndex(({ kind }, index) => index > cue && kind === 'quote');
  const sign = items[quote - 1];
  return (
    items[cue + 1]?.text === ':' ||
    (quote > cue && quote < cue + 4 && isComma(sign) && /^["“‘'«„「『]+\p{Lu}/u.test(items[quote]!.text))
  );
}

/** @param takesBase after "I" or "they", where the plain form is a verb too */
const isSpeech = (word: string, takesBase: boolean): boolean => {
  const cue = cueWord(word);
  return (
    cue !== undefined &&
    (takesBase || cue.lemma !== word) &&
    ['saying', 'posting', 'manner'].some((c) => cue.classes.has(c as CueClass))
  );
};

/** The text with the inside of marks made one long word, its last sign kept, so that no sentence ends in it. */
function maskedText(text: string, marked: readonly Marked[]): string {
  let mask = '';
  let from = 0;
  for (const { start, end } of marked) {
    if (end - start < 2) continue;
    const inside = text.slice(start, end);
    const last = /[.!?…,。、]+["”’'」』]?$/u.exec(inside)?.[0] ?? '';
    mask +=
      text.slice(from, start) + inside.slice(0, inside.length - last.length).replace(/[^\n]/gu, 'X') + last;
    from = end;
  }
  return mask + text.slice(from);
}

function itemsOf(
  text: string,
  tokens: readonly Token[],
  names: readonly NamePhrase[],
  entities: readonly Entity[],
  marked: readonly Marked[],
): Item[] {
  const items: Item[] = [];
  const byStart = new Map(entities.map((entity) => [entity.start, entity]));
  let name = 0;
  let quote = 0;
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index]!;
    while (quote < marked.length && marked[quote]!.outer.end <= token.start) quote += 1;
    const inside = marked[quote];
    if (inside && token.start >= inside.outer.start) {
      items.push(quoteItem(text, inside));
      while (index < tokens.length && tokens[index]!.start < inside.outer.end) index += 1;
      continue;
    }
    while (name < names.length && names[name]!.start < token.start) name += 1;
    const phrase = names[name];
    if (phrase && phrase.start === token.start) {
      items.push(nameItem(text, phrase, byStart));
      index += phrase.tokens.length;
    } else if (ownsPlural(items.at(-1), token)) {
      items.push({ ...items.pop()!, end: token.end, possessive: true });
      index += 1;
    } else {
      items.push(...plainItems(token));
      index += 1;
    }
  }
  return items;
}

function quoteItem(text: string, marked: Marked): Item {
  const { start, end } = marked.outer;
  const words = text.slice(start, end);
  return {
    kind: 'quote',
    text: words,
    lower: '',
    start,
    end,
    possessive: false,
    phrase: null,
    entity: null,
    marked,
  };
}

function nameItem(text: string, phrase: NamePhrase, byStart: ReadonlyMap<number, Entity>): Item {
  const words = text.slice(phrase.start, phrase.end);
  const { end } = phrase.tokens.at(-1)!;
  return {
    kind: 'name',
    text: words,
    lower: words.toLowerCase(),
    start: phrase.start,
    end,
    possessive: end > phrase.end,
    phrase,
    entity: phrase.name ? (byStart.get(phrase.name.start) ?? null) : null,
    marked: null,
  };
}

/** The apostrophe of "the supporters’ trust". */
const ownsPlural = (last: Item | undefined, { text, start }: Token): boolean =>
  /^[’']$/u.test(text) && last?.kind === 'word' && last.end === start && last.lower.endsWith('s');

const contraction = /^(he|she|it|they|we|i|you|who|that|there)[’'](s|re|ve|d|ll|m)$/iu;

/** One item, or two where a pronoun and its verb are drawn together: "she’s". */
function plainItems({ text, start, end }: Token): Item[] {
  const parts = /[’']/u.test(text) ? contraction.exec(text) : null;
  if (!parts) return [plainItem(text, start, end)];
  const middle = start + parts[1]!.length;
  return [
    plainItem(parts[1]!, start, middle),
    { ...plainItem(text.slice(middle - start), middle, end), kind: 'word', possessive: false },
  ];
}

function plainItem(text: string, start: number, end: number): Item {
  return {
    kind: /^[\p{L}\p{N}@#]/u.test(text) ? 'word' : 'mark',
    text,
    lower: text.toLowerCase(),
    start,
    end,
    possessive: text.endsWith('’s') || text.endsWith("'s"),
    phrase: null,
    entity: null,
    marked: null,
  };
}
