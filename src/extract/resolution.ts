/**
 * Speakers resolved: a short name, an office, a pronoun or "the statement" to the name that the story gave
 * first. Deterministic sieves, most certain first (after Lee et al., "Deterministic Coreference Resolution
 * Based on Entity-Centric, Precision-Ranked Rules", Computational Linguistics 39(4), 2013): same name, part of
 * a name, role, document, pronoun by recency with the subject preferred.
 */
import type { Speaker } from '../reaction.ts';
import type { Attribution } from './attribution.ts';
import { DOCUMENT_NOUNS } from './cues.ts';
import type { Frame } from './frames.ts';
import type { Source } from './mentions.ts';
import { type Bearer, type Register, registerOf } from './register.ts';

interface Past {
  readonly speaker: Speaker;
  readonly source: Source;
  readonly frame: number;
}

/** The speaker of each attribution of one story, in their order. */
export function speakersOf(
  text: string,
  frames: readonly Frame[],
  attributions: readonly Attribution[],
): (Speaker | null)[] {
  const register = registerOf(text, frames);
  const past: Past[] = [];
  return attributions.map((attribution) => {
    const { source, frame } = attribution;
    if (!source) return null;
    const speaker = speakerOf(text, frames, register, past, source);
    past.push({ speaker, source, frame });
    return speaker;
  });
}

function speakerOf(
  text: string,
  frames: readonly Frame[],
  register: Register,
  past: readonly Past[],
  source: Source,
): Speaker {
  const mention = { text: source.text, start: source.start, end: source.end };
  const earlier = past.find((entry) => entry.source.start === source.start);
  if (earlier) return earlier.speaker;
  return { name: nameOf(text, frames, register, past, source), form: source.form, mention };
}

function nameOf(
  text: string,
  frames: readonly Frame[],
  register: Register,
  past: readonly Past[],
  source: Source,
): string {
  switch (source.form) {
    case 'named':
      return register.byName(source.text, source.start)?.name ?? source.text;
    case 'described':
      return (
        authorName(text, frames, past, source) ??
        ownerName(register, source) ??
        register.byRole(source.text, source.start)?.name ??
        source.text
      );
    case 'pronoun':
      return pronounName(frames, register, past, source) ?? source.text;
    case 'anonymous':
      return source.text;
  }
}

/** "The museum’s labels", "Brandt’s letter": whose writing speaks is whose words they are. */
function ownerName(register: Register, source: Source): string | null {
  const owner = /^(.+)[’']s\s/u.exec(source.text)?.[1];
  if (owner === undefined || !DOCUMENT_NOUNS.has(source.headItem.lower)) return null;
  const bearer = /^(?:the|that|this)\s/iu.test(owner)
    ? register.byRole(owner, source.start)
    : register.byName(owner, source.start);
  return bearer?.name ?? owner;
}

/** "The statement said": who was last said to have made one. */
function authorName(
  text: string,
  frames: readonly Frame[],
  past: readonly Past[],
  source: Source,
): string | null {
  const { lower } = source.headItem;
  if (!DOCUMENT_NOUNS.has(lower) || !/^(?:the|its|his|her|their|that|this)\b/iu.test(source.text))
    return null;
  const author = past.findLast(
    ({ source: earlier, frame, speaker }) =>
      speaker.form !== 'anonymous' &&
      !DOCUMENT_NOUNS.has(earlier.headItem.lower) &&
      mentions(text, frames[frame], lower),
  );
  return (
    author?.speaker.name ??
    past.findLast(({ source: earlier }) => earlier.headItem.lower === lower)?.speaker.name ??
    null
  );
}

const mentions = (text: string, frame: Frame | undefined, noun: string): boolean =>
  frame !== undefined && text.slice(frame.start, frame.end).toLowerCase().includes(noun);

const REACH = 6;

function pronounName(
  frames: readonly Frame[],
  register: Register,
  past: readonly Past[],
  source: Source,
): string | null {
  const pronoun = source.text.toLowerCase();
  if (pronoun === 'i' || pronoun === 'we' || pronoun === 'you') return null;
  const fits = (bearer: Bearer): boolean => fitsPronoun(bearer, pronoun);
  const here = frames.findIndex((frame) => source.start >= frame.start && source.start < frame.end);
  for (let index = here; index >= Math.max(0, here - REACH); index -= 1) {
    const name = salientIn(frames[index]!, register, past, source.start, fits, index < here, pronoun);
    if (name) return name;
  }
  return null;
}

/** The first fitting name of a sentence: its subject more often than not; a speaker of that sentence first. */
function salientIn(
  frame: Frame,
  register: Register,
  past: readonly Past[],
  before: number,
  fits: (bearer: Bearer) => boolean,
  whole: boolean,
  pronoun: string,
): string | null {
  const spoke = past.findLast(
    ({ source }) => source.start >= frame.start && source.start < frame.end && source.end <= before,
  );
  if (spoke && whole && speakerFits(spoke, register, fits, pronoun)) return spoke.speaker.name;
  for (const item of frame.items) {
    if (item.end > before || item.possessive || !item.phrase?.name) continue;
    const bearer = register.at(item.phrase.name.start);
    if (bearer && fits(bearer)) return bearer.name;
  }
  return spoke && speakerFits(spoke, register, fits, pronoun) ? spoke.speaker.name : null;
}

function speakerFits(
  past: Past,
  register: Register,
  fits: (bearer: Bearer) => boolean,
  pronoun: string,
): boolean {
  const bearer = register.byName(past.speaker.name, past.source.start);
  if (bearer) return fits(bearer);
  if (past.source.form === 'pronoun') return past.source.text.toLowerCase() === pronoun;
  return (
    past.source.form === 'described' &&
    (pronoun === 'they' || pronoun === 'it' ? true : !DOCUMENT_NOUNS.has(past.source.headItem.lower))
  );
}

function fitsPronoun(bearer: Bearer, pronoun: string): boolean {
  if (pronoun === 'it') return bearer.type !== 'person';
  if (pronoun === 'they') return bearer.type === 'organisation';
  return bearer.type === 'person' && (bearer.pronoun === null || bearer.pronoun === pronoun);
}
