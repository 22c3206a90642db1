/** Which cue and which source a stretch of marked words has inside its own sentence. */
import { wordCount } from '../text/tokens.ts';
import { type Cue, cuesIn } from './cue-phrases.ts';
import { type Finding } from './finding.ts';
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import { cueWord } from './cues.ts';
import { insideOf, isNamedWork, isNameOrTerm, isTitledName } from './marked-words.ts';
import {
  asToldBy,
  calledBy,
  closedBy,
  followedBy,
  namedAfter,
  putBy,
  shoutedIn,
  signedBy,
} from './finding-after.ts';
import { alone, headedBy, headlined, isHeadline } from './finding-alone.ts';
import { isUnsaid } from './unsaid.ts';
import { isComma } from './word-classes.ts';
import { introducedBy, listedWith, governedBy, nounBefore } from './finding-before.ts';

/** Marked words of the frame that are a quotation, in order. */
export function findingsIn(text: string, frame: Frame): Finding[] {
  const findings: Finding[] = [];
  const plain = withoutTitles(text, frame);
  const cues = cuesIn(plain);
  plain.items.forEach((item, quote) => {
    if (item.kind !== 'quote') return;
    const finding = findingFor(text, plain, quote, cues, findings.at(-1) ?? null);
    if (finding && !isUnsaid(plain, finding)) findings.push(finding);
  });
  return findings;
}

/** The same sentence with titles and terms as plain words, so that a subject is found across them. */
function withoutTitles(text: string, frame: Frame): Frame {
  const isPlain = (item: Item, index: number): boolean =>
    item.kind === 'quote' &&
    /[\p{L}\p{N}]/u.test(frame.items[index - 1]?.text ?? '') &&
    (isNameOrTerm(text, frame, index) ||
      (isTitledName(frame, index) && wordCount(item.text) < 6) ||
      isDoubtedCue(frame.items, index));
  if (!frame.items.some(isPlain) || isHeadline(text, frame)) return frame;
  return { ...frame, items: frame.items.map((item, index) => (isPlain(item, index) ? asWord(item) : item)) };
}

/** `Brandt “clarified” that it was “dry”`: a verb of saying held at a distance. */
const isDoubtedCue = (items: readonly Item[], index: number): boolean =>
  wordCount(items[index]!.text) === 1 &&
  /^\p{Ll}+ed$/u.test(insideOf(items[index]!)) &&
  cueWord(insideOf(items[index]!)) !== undefined &&
  /^(?:on|in|that|to|:)$/u.test(items[index + 1]?.lower || items[index + 1]?.text || '');

const asWord = (item: Item): Item => ({
  ...item,
  kind: 'word',
  lower: insideOf(item).toLowerCase(),
  marked: null,
});

/** `“I don’t think,” Roe said, when asked, “that it matters.”`: a sentence cut in two, the cue between. */
function goesOn({ items }: Frame, quote: number, previous: Finding): boolean {
  const [before, item] = [items[previous.quote]!, items[quote]!];
  return (
    previous.place === 'after' &&
    isComma(items[quote - 1]) &&
    /,["”’'»“」』]*$/u.test(before.text) &&
    /^["“‘'«„「『]+\p{Ll}/u.test(item.text)
  );
}

function findingFor(
  text: string,
  frame: Frame,
  quote: number,
  cues: readonly Cue[],
  previous: Finding | null,
): Finding | null {
  const item = frame.items[quote]!;
  if (previous && goesOn(frame, quote, previous)) return { ...previous, quote };
  const headed = headedBy(text, frame, quote, cues);
  if (headed) return headed;
  const called = calledBy(text, frame, quote, cues, previous);
  if (called) return called;
  if (isNamedWork(frame, quote)) return null;
  const told = asToldBy(text, frame, quote, cues);
  if (told) return told;
  const introduced = introducedBy(text, frame, quote, cues);
  const tagged =
    introduced && frame.items[quote - 1]?.text === ':' ? followedBy(text, frame, quote, cues) : null;
  if (introduced) return tagged?.cue && tagged.source ? tagged : introduced;
  if (isNameOrTerm(text, frame, quote)) return null;
  const followed =
    signedBy(text, frame, quote) ??
    shoutedIn(text, frame, quote, cues) ??
    namedAfter(text, frame, quote) ??
    putBy(text, frame, quote) ??
    followedBy(text, frame, quote, cues);
  if (followed) return followed;
  if (isTitledName(frame, quote)) return headlined(text, frame, quote, cues);
  const listed = listedWith(text, frame, quote, cues, previous);
  if (listed) return listed;
  return (
    governedBy(text, frame, quote, cues) ??
    closedBy(text, frame, quote, cues) ??
    nounBefore(text, frame, quote) ??
    alone(text, frame, quote, item)
  );
}
