/** Reported speech: "Roe said that …", "…, Roe said", "according to Roe, …". */
import type { Span } from '../reaction.ts';
import { tagsOf } from '../text/lexicon.ts';
import type { Attribution } from './attribution.ts';
import { type Cue, cuesIn } from './cue-phrases.ts';
import { sourceOf } from './sources.ts';
import type { Frame, FramedText } from './frames.ts';
import type { Item } from './item.ts';
import { sourceStartingAt, type Source } from './mentions.ts';
import { overlapTest } from './overlap.ts';
import { isOfPost } from './relative-clauses.ts';
import { tidied } from './tagged.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';
import {
  AUXILIARIES,
  CLAUSE_WORDS,
  DETERMINERS,
  isAdverb,
  isComma,
  isPronoun,
  PREPOSITIONS,
} from './word-classes.ts';

/** Verbs of saying that report a statement; orders, promises and plans are no statements. */
const REPORTING = new Set(
  `say tell add write state reply answer explain insist argue claim warn declare announce admit acknowledge
  concede deny confirm reveal report recall remark comment observe mention stress emphasize emphasise
  underscore underline reiterate repeat conclude predict assert contend maintain allege suggest complain
  caution inform testify counter clarify affirm note disclose imply indicate point assure remind estimate
  tweet post boast lament argue hint quote elaborate relate vow reason joke opine ask`.split(/\s+/),
);
/** Verbs that name whom they are said to. */
const HEARD = new Set(['tell', 'assure', 'inform', 'remind']);
const TIMES =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|earlier|later|week|month|year|night|morning|afternoon|evening|last|this|late|early|\d.*)$/u;

/** Indirect attributions of the frames, but for cues that words in marks have taken. */
export function indirectAttributions(framed: FramedText, taken: readonly Attribution[]): Attribution[] {
  const cueStarts = new Set(taken.flatMap(({ cue }) => (cue ? [cue.start] : [])));
  const isTaken = overlapTest(taken.flatMap(({ parts }) => parts));
  return framed.frames.flatMap((frame, index) =>
    cuesIn(frame)
      .filter((cue) => REPORTING.has(cue.lemma) || cue.type === 'according')
      .filter((cue) => cue.voice !== 'passive' && !cueStarts.has(cue.start))
      .flatMap((cue) => reported(framed.text, frame, index, cue))
      .filter(({ parts }) => !isTaken(parts[0]!)),
  );
}

function reported(text: string, frame: Frame, index: number, cue: Cue): Attribution[] {
  const found =
    cue.type === 'according'
      ? byAccording(text, frame, cue)
      : (afterCue(text, frame, cue) ?? beforeCue(text, frame, cue));
  if (!found || !found.source) return [];
  const content = tidied(text, found.content);
  if (content.end - content.start < 8) return [];
  return [
    {
      manner: 'indirect',
      parts: [content],
      marked: [],
      cue,
      source: found.source,
      frame: index,
      inherited: false,
    },
  ];
}

interface Report {
  readonly content: Span;
  readonly source: Source | null;
}

function afterCue(text: string, frame: Frame, cue: Cue): Report | null {
  const { items } = frame;
  const from = contentStart(items, cue);
  if (from === null) return null;
  const to = contentEnd(frame, from);
  const content = items.slice(from, to);
  if (content.length < 3 || !hasVerb(content)) return null;
  return {
    content: { start: content[0]!.start, end: content.at(-1)!.end },
    source: sourceOf(text, frame, cue, from),
  };
}

/** The item at which the reported clause begins; null where none follows the cue. */
function contentStart(items: readonly Item[], cue: Cue): number | null {
  const that = items.findIndex(
    ({ lower, kind }, index) =>
      index > cue.last &&
      index <= cue.last + 14 &&
      kind === 'word' &&
      (lower === 'that' || lower === 'whether'),
  );
  const between = that < 0 ? [] : items.slice(cue.last + 1, that);
  if (isOfPost(items, that)) return null;
  if (
    that >= 0 &&
    !between.some((item) => item.kind === 'mark' && !isComma(item)) &&
    !between.some(isFinite) &&
    (HEARD.has(cue.lemma) || between.length < 3 || !opensClause(items, cue.last + 1, cue))
  )
    return items[that]!.lower === 'that' ? that + 1 : that;
  let from = cue.last + 1;
  if (HEARD.has(cue.lemma)) from = afterHearer(items, from);
  while (
    items[from] &&
    (TIMES.test(items[from]!.lower) || (isAdverb(items[from]!) && !isComma(items[from + 1])))
  )
    from += 1;
  return opensClause(items, from, cue) ? from : null;
}

/** A subject, or a question word after "asked". */
function opensClause(items: readonly Item[], from: number, cue: Cue): boolean {
  const item = items[from];
  if (!item || item.kind === 'mark' || item.kind === 'quote') return false;
  if (cue.lemma === 'ask') return /^(?:if|whether|why|how|what|who|when|where)$/u.test(item.lower);
  if (PREPOSITIONS.has(item.lower) || CLAUSE_WORDS.has(item.lower) || AUXILIARIES.has(item.lower))
    return false;
  const rest = items.slice(from, from + 14);
  const verb = rest.findIndex((candidate, index) => index > 0 && isFinite(candidate));
  if (verb < 0) return false;
  return (
    item.kind === 'name' ||
    isPronoun(item) ||
    DETERMINERS.has(item.lower) ||
    !rest.slice(0, verb).some((it) => it.kind === 'mark')
  );
}

const afterHearer = (items: readonly Item[], from: number): number => {
  let index = from;
  while (
    items[index] &&
    (DETERMINERS.has(items[index]!.lower) ||
      items[index]!.kind === 'name' ||
      /^(?:him|her|them|us|me|reporters|journalists|lawmakers|parliament|officials|people|police|supporters|crowds?|audience)$/u.test(
        items[index]!.lower,
      ))
  ) {
    index += 1;
    if (items[index - 1]!.kind === 'name') break;
  }
  return index;
};

/** A verb with tense, or an auxiliary; a participle may pass for one. */
const isFinite = (item: Item): boolean =>
  item.kind === 'word' &&
  (AUXILIARIES.has(item.lower) ||
    (tagsOf(item.lower).some((tag) => TENSED.has(tag)) && !tagsOf(item.lower).includes('Plural')) ||
    (tagsOf(item.lower).length === 0 && /[^e]ed$/u.test(item.lower)));

const TENSED = new Set(['PastTense', 'PresentTense', 'Copula', 'Modal']);

const hasVerb = (items: readonly Item[]): boolean => items.some(isFinite);

/** Before the full stop, a trailing ", according to …", a participle or a clause that opens a new act. */
function contentEnd(frame: Frame, from: number): number {
  const { items } = frame;
  let end = items.length;
  while (end > from && items[end - 1]!.kind === 'mark' && /^[.!?…]$/u.test(items[end - 1]!.text)) end -= 1;
  const later = cuesIn(frame).filter((cue) => cue.first > from + 2);
  const next = later.find(
    (cue) => isComma(items[cue.first - 1]) && (cue.dependent || cue.type === 'according'),
  );
  const cuts = [
    next && next.first - 1,
    ...later.map((cue) => newClauseAt(items, cue, from)),
    semicolonAfter(items, from),
  ];
  return Math.min(end, ...cuts.filter((cut) => cut !== undefined && cut !== null));
}

/** The comma of ", while Roe said": another speaks. */
function newClauseAt(items: readonly Item[], cue: Cue, from: number): number | null {
  for (let index = cue.first - 1; index > from + 2 && index > cue.first - 8; index -= 1) {
    const joint = /^(?:and|but|while|whereas|though|although)$/u.test(items[index]!.lower);
    if (joint && isComma(items[index - 1])) return index - 1;
    if (items[index]!.kind === 'mark') return null;
  }
  return null;
}

function semicolonAfter(items: readonly Item[], from: number): number | null {
  const index = items.findIndex((item, at) => at > from && item.text === ';');
  return index < 0 ? null : index;
}

/** `…, Roe said.`: the cue ends the sentence. */
function beforeCue(text: string, frame: Frame, cue: Cue): Report | null {
  const { items } = frame;
  const rest = items.slice(cue.last + 1);
  if (rest.some((item) => item.kind === 'quote') || hasVerb(rest.slice(0, 3)) || rest.length > 14)
    return null;
  const comma = items.findLastIndex(
    (item, index) => index < cue.first && isComma(item) && items[index - 1] !== undefined,
  );
  if (comma < 3 || items.slice(0, comma).some(({ kind }) => kind === 'quote')) return null;
  const source =
    cue.first === comma + 1
      ? subjectAfter(text, items, cue.last, items.length)
      : subjectBefore(text, items, cue.first, comma + 1);
  if (!source) return apposed(text, items, cue);
  if (/^(?:and|but|or|so|while|whereas)$/u.test(items[comma + 1]!.lower)) return null;
  if (!hasVerb(items.slice(0, comma))) return null;
  return { content: { start: items[0]!.start, end: items[comma - 1]!.end }, source };
}

/** `…, Lena Brandt, a nurse, said.` */
function apposed(text: string, items: readonly Item[], cue: Cue): Report | null {
  const source = subjectBefore(text, items, cue.first, 0);
  if (!source) return null;
  const comma = items.findLastIndex((item) => item.end <= source.phrase.start && isComma(item));
  if (comma < 3 || !hasVerb(items.slice(0, comma))) return null;
  return { content: { start: items[0]!.start, end: items[comma - 1]!.end }, source };
}

function byAccording(text: string, frame: Frame, cue: Cue): Report | null {
  const { items } = frame;
  const source = sourceStartingAt(text, items, cue.last + 1, items.length);
  if (!source) return null;
  if (cue.first > 2) {
    const end = isComma(items[cue.first - 1]) ? cue.first - 2 : cue.first - 1;
    const content = items.slice(0, end + 1);
    return hasVerb(content)
      ? { content: { start: items[0]!.start, end: content.at(-1)!.end }, source }
      : null;
  }
  const comma = items.findIndex((item) => item.start >= source.phrase.end && isComma(item));
  if (comma < 0 || comma + 2 >= items.length) return null;
  return { content: { start: items[comma + 1]!.start, end: items.at(-1)!.end }, source };
}
