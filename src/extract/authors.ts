/** Whose words a text says, where the text itself is said to speak: "Brandt’s letter", "the statement". */
import type { Speaker } from '../reaction.ts';
import { DOCUMENT_NOUNS, POST_NOUNS, SPEECH_NOUNS } from './cues.ts';
import type { Frame } from './frames.ts';
import type { Source } from './mentions.ts';
import type { Bearer, Register } from './register.ts';

/** Who has spoken before. */
export interface Past {
  readonly speaker: Speaker;
  readonly source: Source;
  readonly frame: number;
  /** "reads the sign": what people read says no more, and is no he or she. */
  readonly isText: boolean;
  /** The words end in a question mark: who speaks next is most likely another. */
  readonly asks: boolean;
}

/** "The museum’s labels", "Brandt’s letter", "The bank’s reaction": whose writing speaks is whose words they are. */
export function ownerName(register: Register, source: Source): string | null {
  const owner = /^(.+)[’']s\s/u.exec(source.text)?.[1];
  const { lower } = source.headItem;
  if (owner === undefined || !(isWriting(lower) || lower === 'reaction')) return null;
  const bearer = /^(?:the|that|this)\s/iu.test(owner)
    ? register.byRole(owner, source.start)
    : (register.byName(owner, source.start) ?? titledOwner(register, owner, source.start));
  return bearer?.name ?? owner;
}

const isWriting = (noun: string): boolean =>
  DOCUMENT_NOUNS.has(noun) || SPEECH_NOUNS.has(noun) || POST_NOUNS.has(noun);

/** "Union leader Jane Roe": the name that ends the words. */
function titledOwner(register: Register, owner: string, start: number): Bearer | undefined {
  for (const { index } of owner.matchAll(/(?<=\s)\S/gu)) {
    const bearer = register.at(start + index);
    if (bearer) return bearer;
  }
  return undefined;
}

/** "The statement said": who was last said to have made one, else the last body that spoke. */
export function authorName(
  text: string,
  frames: readonly Frame[],
  register: Register,
  past: readonly Past[],
  source: Source,
): string | null {
  const { lower } = source.headItem;
  if (!DOCUMENT_NOUNS.has(lower) || !/^(?:the|its|his|her|their|that|this)\b/iu.test(source.text))
    return null;
  const authors = past.filter(
    ({ source: earlier, speaker }) =>
      speaker.form !== 'anonymous' && !DOCUMENT_NOUNS.has(earlier.headItem.lower),
  );
  const author =
    authors.findLast(({ frame }) => mentions(text, frames[frame], lower)) ??
    past.findLast(({ source: earlier }) => earlier.headItem.lower === lower) ??
    authors.findLast(
      ({ speaker, source: earlier }) => register.byName(speaker.name, earlier.start)?.type === 'organisation',
    );
  return author?.speaker.name ?? null;
}

const mentions = (text: string, frame: Frame | undefined, noun: string): boolean =>
  frame !== undefined && text.slice(frame.start, frame.end).toLowerCase().includes(noun);
