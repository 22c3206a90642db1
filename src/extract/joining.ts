/** Findings made whole: split quotations, those that run over paragraphs, and those whose speaker went before. */
import { linesOf } from '../text/paragraphs.ts';
import { isHandle, wordCount } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { type Cue, cuesIn, takesSpeech } from './cue-phrases.ts';
import { findingsIn } from './direct.ts';
import type { Finding } from './finding.ts';
import type { Frame, FramedText } from './frames.ts';
import type { Item } from './item.ts';
import { REPLYING, SPEECH_NOUNS } from './cues.ts';
import { type Source, sourceEndingAt, sourceStartingAt } from './mentions.ts';
import { firstFrom } from './overlap.ts';
import { quotedBlocks } from './quoted-blocks.ts';
import { screenplayLines } from './screenplay.ts';
import { frameSubject, sourceOf } from './sources.ts';
import { labelIn } from './speaker-labels.ts';
import { spokenLines } from './transcript.ts';
import { DETERMINERS, isComma, isNominal, PREPOSITIONS } from './word-classes.ts';

/** What the joining has so far: the attributions, and words that wait for the cue of the next sentence. */
interface State {
  readonly framed: FramedText;
  readonly done: Attribution[];
  pending: Item[];
}

/** Attributions of marked words, in the order of their first words. */
export function directAttributions(framed: FramedText): Attribution[] {
  const state: State = { framed, done: [], pending: [] };
  const lines = new Map([...spokenLines(framed), ...screenplayLines(framed), ...quotedBlocks(framed)]);
  framed.frames.forEach((frame, index) => {
    const line = lines.get(frame.paragraph);
    if (line) takeLine(state, line, index);
    else if (hasQuote(frame)) takeFrame(state, frame, index);
  });
  flush(state, framed.frames.length - 1);
  return state.done;
}

/** A line that is speech as a whole: taken once, at its first sentence. */
function takeLine(state: State, line: Attribution, index: number): void {
  if (state.done.includes(line)) return;
  flush(state, index);
  state.done.push(line);
}

function takeFrame(state: State, frame: Frame, index: number): void {
  for (const group of groupsOf(findingsIn(state.framed.text, frame), frame.items)) {
    const items = group.map(({ quote }) => frame.items[quote]!);
    const [first] = group;
    if (first!.place === 'alone' && !first!.source) takeAlone(state, frame, index, items);
    else
      takeAttributed(
        state,
        first!,
        index,
        items,
        group.some(({ mixed }) => mixed),
      );
  }
}

/** Findings of one cue, in one run; what is said of different things stays apart. */
function groupsOf(findings: readonly Finding[], items: readonly Item[]): Finding[][] {
  const groups: Finding[][] = [];
  for (const finding of findings) {
    const last = groups.at(-1);
    const same =
      last &&
      last[0]!.cue &&
      last[0]!.cue.start === finding.cue?.start &&
      last[0]!.source?.start === finding.source?.start &&
      !isOfAnother(items, last.at(-1)!, finding);
    if (same) last.push(finding);
    else groups.push([finding]);
  }
  return groups;
}

/** `called the verdict “a disgrace” and the judge “a clown”`: a second thing that is described. */
function isOfAnother(items: readonly Item[], before: Finding, { quote, cue, mixed }: Finding): boolean {
  const gap = items.slice(before.quote + 1, quote);
  if (mixed && gap.some(({ text }) => text === '(') && gap.some(({ text }) => text === ')')) return true;
  if (!mixed || !cue?.classes.has('describing') || takesSpeech(cue)) return false;
  const [thing, ...rest] = gap.filter(({ kind, lower }) => kind !== 'mark' && lower !== 'and');
  const isThing = thing?.kind === 'name' || DETERMINERS.has(thing?.lower ?? '');
  return isThing && rest.every((item) => isNominal(item) || PREPOSITIONS.has(item.lower));
}

function takeAttributed(
  state: State,
  finding: Finding,
  frame: number,
  items: readonly Item[],
  mixed: boolean,
): void {
  const isWhole = finding.place === 'after' && !answers(finding, state.pending);
  const before = isWhole ? state.pending : [];
  if (!isWhole) flush(state, frame);
  state.pending = [];
  const resumed = resumes(state, finding, frame, items);
  if (resumed) return;
  state.done.push({
    ...wordsOf(state.framed.text, [...before, ...items]),
    manner: mixed && before.length === 0 ? 'mixed' : 'direct',
    cue: finding.cue,
    source: finding.source,
    frame,
    inherited: false,
  });
}

/** `“How?” “With a cork,” Roe replied.`: the question is another's. */
const answers = ({ cue }: Finding, pending: readonly Item[]): boolean =>
  cue !== null && REPLYING.test(cue.lemma) && /\?["”’'»“」』]*$/u.test(pending.at(-1)?.text ?? '');

/** Words that ran on into this paragraph and have no source of their own here. */
function resumes(state: State, finding: Finding, frame: number, items: readonly Item[]): boolean {
  const last = state.done.at(-1);
  if (!last || finding.source || !lastMarked(last)?.runsOn || frame - last.frame > 8) return false;
  append(state, items);
  return true;
}

/** Words with no cue in their sentence: a further part, words to come, or the last speaker’s. */
function takeAlone(state: State, frame: Frame, index: number, items: readonly Item[]): void {
  if (items.length === 1 && takeLabelled(state, index, items[0]!)) return;
  const last = state.done.at(-1);
  const announced = announcement(state, index) ?? ascription(state, index);
  if (announced) {
    flush(state, index);
    state.done.push({
      ...wordsOf(state.framed.text, items),
      manner: 'direct',
      ...announced,
      inherited: false,
    });
  } else if (state.pending.length === 0 && last && goesOn(state, last, frame, index)) append(state, items);
  else state.pending.push(...items);
  if (!items.at(-1)?.marked?.runsOn && !nextIsAttributed(state, index)) flush(state, index);
}

/** A line of a transcript in marks: the label is the source, the rest the words. */
function takeLabelled(state: State, index: number, { marked }: Item): boolean {
  const labelled = marked && labelIn(state.framed.text, marked);
  if (!labelled) return false;
  flush(state, index);
  const parts = linesOf(state.framed.text, labelled.words);
  const { source } = labelled;
  state.done.push({
    manner: 'direct',
    parts,
    marked: [marked],
    cue: null,
    source,
    frame: index,
    inherited: false,
  });
  return true;
}

/** The sentence before ends in a colon: its cue and source are of these words. */
function announcement(state: State, index: number): Pick<Attribution, 'cue' | 'source' | 'frame'> | null {
  const { text, frames } = state.framed;
  const before = frames[index - 1];
  const asked = before && before.paragraph === frames[index]!.paragraph ? askedFor(text, before) : null;
  if (asked) return { cue: null, source: asked, frame: index - 1 };
  if (!before || before.items.at(-1)?.text !== ':') return null;
  const cue = cuesIn(before).findLast(takesSpeech) ?? cuesIn(before).at(-1) ?? null;
  const source = cue ? sourceOf(text, before, cue, before.items.length) : null;
  return { cue, source: source ?? frameSubject(text, before, before.items.length), frame: index - 1 };
}

/** `“Where were you?” The question, put to the mayor by a nurse, …`, `That was how Roe put it`, `“…!” (@roe)`: who is told to have said it. */
function ascription(state: State, index: number): Pick<Attribution, 'cue' | 'source' | 'frame'> | null {
  const { text, frames } = state.framed;
  const after = frames[index + 1];
  if (!after || after.paragraph !== frames[index]!.paragraph) return null;
  const [the, noun, third] = after.items;
  if (the!.text === '(' && isHandle(noun?.text ?? ''))
    return { cue: null, source: sourceStartingAt(text, after.items, 1, 2), frame: index + 1 };
  if (
    /^(?:that|this)$/u.test(the!.lower) &&
    /^(?:is|was)$/u.test(noun?.lower ?? '') &&
    third?.lower === 'how'
  )
    return { cue: null, source: sourceStartingAt(text, after.items, 3, after.items.length), frame: index };
  if (!isComma(third)) return null;
  if (the!.lower !== 'the' || !/^(?:question|line|remark|words|comment|cry|quip)$/u.test(noun!.lower))
    return null;
  const close = after.items.findIndex((item, at) => at > 2 && isComma(item));
  const by = after.items.findIndex(({ lower }, at) => at > 2 && at < close && lower === 'by');
  const source = by < 0 ? null : sourceStartingAt(text, after.items, by + 1, close);
  return source && { cue: null, source, frame: index };
}

/** `Brandt’s answer? “No.”`: whose answer it is. */
function askedFor(text: string, { items }: Frame): Source | null {
  const [mark, noun] = [items.at(-1), items.at(-2)];
  const owner = items.at(-3);
  if (mark?.text !== '?' || !SPEECH_NOUNS.has(noun?.lower ?? '') || !owner) return null;
  return items.length <= 6 && owner.possessive ? sourceEndingAt(text, items, items.length - 3, 0) : null;
}

function goesOn(state: State, last: Attribution, frame: Frame, index: number): boolean {
  const { frames } = state.framed;
  if (last.manner !== 'direct') return false;
  const end = last.parts.at(-1)!.end;
  const before = frames[index - 1];
  const adjacent = before !== undefined && end > before.start && end <= before.end;
  if (lastMarked(last)?.runsOn) return adjacent;
  return adjacent && before.paragraph === frame.paragraph;
}

/** The next sentence of this paragraph, or of the next one where the words run on, begins with words and cue. */
function nextIsAttributed(state: State, index: number): boolean {
  const { text, frames } = state.framed;
  const next = frames[index + 1];
  if (!next || next.paragraph !== frames[index]!.paragraph || next.items[0]?.kind !== 'quote') return false;
  const [finding] = findingsIn(text, next);
  return (
    finding?.place === 'after' ||
    (finding?.place === 'alone' && !finding.source && nextIsAttributed(state, index + 1))
  );
}

/** Waiting words get the speaker of the sentence before, else the last one of all. */
function flush(state: State, index: number): void {
  if (state.pending.length === 0) return;
  const items = state.pending;
  state.pending = [];
  const first = firstFrom(state.framed.frames, items[0]!.start + 1) - 1;
  const source = lastSource(state, Math.min(index, Math.max(0, first)));
  state.done.push({
    ...wordsOf(state.framed.text, items),
    manner: 'direct',
    cue: null,
    source,
    frame: Math.max(0, index),
    inherited: source !== null,
  });
}

/** Who was spoken of last: the subject of the sentence before in the paragraph, else the last speaker. */
function lastSource(state: State, index: number): Source | null {
  const { text, frames } = state.framed;
  const frame = frames[index];
  const before = frames[index - 1];
  const neighbour = state.done.at(-1);
  const other = interlocutor(state, index);
  if (other) return other;
  if (neighbour?.source && neighbour.frame === index - 1 && frame?.paragraph === before?.paragraph)
    return neighbour.source;
  const isNear = frame && before && (before.paragraph === frame.paragraph || !hasQuote(before));
  const subject = isNear ? speakerOfSentence(text, before) : null;
  const last = state.done.findLast(({ source }) => source !== null);
  const isSamePlace = last && before && frames[last.frame]!.paragraph === before.paragraph;
  if (isSamePlace && subject && isNewcomer(before, subject)) return last.source;
  if (subject && (before!.paragraph === frame!.paragraph || isPerson(subject))) return subject;
  return last?.source ?? null;
}

/** `“…,” he said. A passenger pulled a knife on him. “…”`: he goes on, and tells of a newcomer. */
const isNewcomer = ({ items }: Frame, { form, phrase }: Source): boolean =>
  form === 'described' &&
  items.some(({ start, lower }) => start === phrase.start && /^an?$/u.test(lower)) &&
  items.some(({ start, lower }) => start > phrase.end && /^(?:him|her|them)$/u.test(lower));

/** Two speak in turn, a paragraph each, one of them asking: this paragraph is the first one’s again. */
function interlocutor({ framed, done }: State, index: number): Source | null {
  const [before, last] = [done.at(-2), done.at(-1)];
  if (!before?.source || !last?.source || before.source.text === last.source.text) return null;
  const { text, frames } = framed;
  const turns = [before, last].map(({ parts }) => text.slice(parts[0]!.start, parts.at(-1)!.end));
  const isTalk = last.inherited || turns.some((turn) => turn.endsWith('?'));
  const { paragraph } = frames[index]!;
  const inTurn = [before, last].every(({ frame }, at) => frames[frame]!.paragraph === paragraph - 2 + at);
  return isTalk && inTurn && turns.every((turn) => wordCount(turn) <= LONGEST_TURN) ? before.source : null;
}

const LONGEST_TURN = 30;

/** Who speaks in a sentence, else its subject. */
function speakerOfSentence(text: string, frame: Frame): Source | null {
  const cue = cuesIn(frame).findLast((it) => takesSpeech(it) && !isReported(frame, it));
  const source = cue ? sourceOf(text, frame, cue, frame.items.length) : null;
  const subject = source ?? frameSubject(text, frame, frame.items.length);
  return subject?.form === 'anonymous' ? null : subject;
}

/** "Roe said nobody had asked her": a verb of speech in what another one reports. */
const isReported = (frame: Frame, cue: Cue): boolean =>
  cuesIn(frame).some(
    (above) =>
      above.last < cue.first - 1 &&
      above.classes.has('saying') &&
      above.voice === 'active' &&
      !frame.items
        .slice(above.last + 1, cue.first)
        .some(({ kind, lower }) => kind === 'mark' || kind === 'quote' || /^(?:and|but|or|as)$/u.test(lower)),
  );

const hasQuote = (frame: Frame): boolean => frame.items.some(({ kind }) => kind === 'quote');

const isPerson = ({ form, text, headItem }: Source): boolean =>
  form === 'named' ? headItem.entity?.type === 'person' : form === 'pronoun' && /^(?:he|she)$/iu.test(text);

function append(state: State, items: readonly Item[]): void {
  const last = state.done.pop()!;
  const more = wordsOf(state.framed.text, items);
  state.done.push({
    ...last,
    parts: [...last.parts, ...more.parts],
    marked: [...last.marked, ...more.marked],
  });
}

const lastMarked = (attribution: Attribution) => attribution.marked.at(-1);

/** One part a paragraph: words that go over a paragraph’s end inside one pair of marks are cut there. */
function wordsOf(text: string, items: readonly Item[]): Pick<Attribution, 'parts' | 'marked'> {
  const marked = items.flatMap((item) => (item.marked ? [item.marked] : []));
  return { marked, parts: marked.flatMap(({ start, end }) => linesOf(text, { start, end })) };
}
