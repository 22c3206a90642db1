/**
 * Quoted blocks as Markdown and e-mail set them, `> ` before each line: whose words they are is told by a
 * signature at the end (`> — Lena Brandt, on Mastodon`) or by the line that announces them ("Brandt wrote:").
 * A block of which neither tells is left as prose.
 */
import type { Span } from '../reaction.ts';
import { trimmed } from '../text/paragraphs.ts';
import type { Attribution } from './attribution.ts';
import { cuesIn, takesSpeech } from './cue-phrases.ts';
import type { FramedText } from './frames.ts';
import type { Source } from './mentions.ts';
import { firstFrom } from './overlap.ts';
import { firstPerson, sourceOf } from './sources.ts';
import { sourceNamed } from './speaker-labels.ts';
import { heldIn } from './transcript.ts';

interface Line extends Span {
  /** How many `>` stand before it. */
  readonly depth: number;
}

/** Attributions of quoted blocks, by the paragraphs they stand in. */
export function quotedBlocks(framed: FramedText): ReadonlyMap<number, Attribution> {
  const found = new Map<number, Attribution>();
  const lines = linesWithDepth(framed.text);
  if (!lines.some(({ depth }) => depth > 0)) return found;
  const all = blocksOf(lines).flatMap((block) => signed(framed, block) ?? announced(framed, block) ?? []);
  const told = new Set(all.map((attribution) => attribution.told?.start));
  for (const attribution of all) {
    // A line that announces a block within this one is none of its words.
    const parts = attribution.parts.filter(({ start }) => !told.has(start));
    if (parts.length > 0) place(found, framed, { ...attribution, parts });
  }
  return found;
}

/** In the paragraphs of its words and of its signature. */
function place(found: Map<number, Attribution>, { paragraphs }: FramedText, attribution: Attribution): void {
  const { parts, told } = attribution;
  const spans = told && told.start > parts[0]!.start ? [...parts, told] : parts;
  const first = Math.max(0, firstFrom(paragraphs, parts[0]!.start + 1) - 1);
  for (let index = first; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index]!;
    if (paragraph.start >= spans.at(-1)!.end) break;
    if (spans.some(({ start, end }) => paragraph.start < end && paragraph.end > start))
      found.set(index, attribution);
  }
}

function linesWithDepth(text: string): Line[] {
  return [...text.matchAll(/^[^\S\r\n]{0,3}((?:>[^\S\r\n]?)*)([^\r\n]*)/gmu)].map((match) => {
    const start = match.index + match[0].length - match[2]!.length;
    const words = trimmed(text, start, match.index + match[0].length);
    return { start: words.start, end: words.end, depth: match[1]!.split('>').length - 1 };
  });
}

interface Block {
  /** Lines of the block's own depth, empty ones among them. */
  readonly lines: Line[];
  /** The lines before it that are not of a block as deep. */
  readonly before: readonly Line[];
}

/** A deeper block inside parts none in two: an answer goes on after what it quotes. */
function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  const open: Block[] = [];
  lines.forEach((line, index) => {
    open.length = Math.min(open.length, line.depth);
    while (open.length < line.depth) {
      const block = { lines: [], before: lines.slice(Math.max(0, index - 4), index) };
      open.push(block);
      blocks.push(block);
    }
    open.at(-1)?.lines.push(line);
  });
  return blocks.filter(({ lines: own }) => own.some(({ start, end }) => end > start));
}

const DASHED = /^(?:[—–―]|--?)\s*(?=\S)/u;
const HANDLE = /\(?(@[\w.-]+(?:@[\w.-]+)?)\)?/u;

/** Words, then a last line that begins with a dash and names somebody. */
function signed(framed: FramedText, { lines }: Block): Attribution | null {
  const full = lines.filter(({ start, end }) => end > start);
  const last = full.at(-1)!;
  const line = framed.text.slice(last.start, last.end);
  if (full.length < 2 || !DASHED.test(line) || line.length > 160) return null;
  const lead = DASHED.exec(line)![0].length;
  return blockAttribution(framed, full.slice(0, -1), {
    told: last,
    cue: null,
    source: signatory(framed, { start: last.start + lead, end: last.end }),
  });
}

/** The name that a signature begins with, else its handle; null for "on X". */
function signatory({ text }: FramedText, span: Span): Source | null {
  const words = text.slice(span.start, span.end);
  const name = /^(?:on|via|in)\s/u.test(words)
    ? ''
    : /^[^,(@|]*/u
        .exec(words)![0]
        .replace(/\s+on\s.*$/u, '')
        .trim();
  if (name !== '' && name.split(/\s+/u).length <= 8) return mentionOf(name, span.start);
  const handle = HANDLE.exec(words);
  return handle && mentionOf(handle[1]!, span.start + handle.index + handle[0].indexOf('@'));
}

const mentionOf = (words: string, start: number): Source => ({
  ...sourceNamed(words, start),
  form: /^[\p{Lu}@\p{N}]/u.test(words) ? 'named' : 'described',
});

/** As mail programs announce what is answered, with the date first: "On 3 May 2026, Lena Brandt wrote:". */
const MAIL = /^On .*\d.* wrote:$/u;

/** "On Friday Lena Brandt wrote:", and the block. */
function announced(framed: FramedText, { lines, before }: Block): Attribution | null {
  const announcing = before.findLast(({ start, end }) => end > start);
  const level = lines[0]!.depth;
  if (!announcing || announcing.depth >= level || framed.text[announcing.end - 1] !== ':') return null;
  const index = framed.frames.findLastIndex(
    ({ start, end }) => start < announcing.end && end >= announcing.end,
  );
  const frame = framed.frames[index];
  if (!frame) return null;
  const items = frame.items.filter(({ end }) => end <= announcing.end);
  const own = { ...frame, items };
  const cue = cuesIn(own).findLast(takesSpeech);
  if (!cue) return null;
  const subject = sourceOf(framed.text, own, cue, items.length);
  const isMail = MAIL.test(framed.text.slice(announcing.start, announcing.end));
  const source = isMail || !subject ? (firstPerson(framed.text, own, items.length) ?? subject) : subject;
  const full = lines.filter(({ start, end }) => end > start);
  return source && blockAttribution(framed, full, { told: announcing, cue, source });
}

function blockAttribution(
  framed: FramedText,
  lines: readonly Line[],
  { told, cue, source }: Pick<Attribution, 'cue' | 'source'> & { readonly told: Span },
): Attribution | null {
  const parts = lines.map(({ start, end }) => ({ start, end }));
  const frame = framed.frames.findIndex(({ end }) => end > parts[0]!.start);
  return {
    manner: 'direct',
    parts,
    marked: heldIn(framed, parts),
    cue,
    source,
    frame: Math.max(0, frame),
    inherited: false,
    told: { start: told.start, end: told.end },
  };
}
