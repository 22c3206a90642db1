/** A document read: its stories, and who says what in each. */
import {
  type Document,
  type Flag,
  type Mention,
  type Provenance,
  type Reaction,
  reactionId,
  type Span,
  type Speaker,
  type Story,
} from '../reaction.ts';
import { linesOf } from '../text/paragraphs.ts';
import { type PlainView, plainView } from '../text/plain-view.ts';
import { markedIn } from '../text/quotation-marks.ts';
import type { Attribution } from './attribution.ts';
import { type Comment, commentsIn } from './commentary.ts';
import { framesOf, type FramedText } from './frames.ts';
import { indirectAttributions } from './indirect.ts';
import { directAttributions } from './joining.ts';
import { firstFrom, overlapTest } from './overlap.ts';
import type { Posting } from './posting.ts';
import { postingsOf } from './posting-context.ts';
import { type Register, registerOf } from './register.ts';
import { speakersOf } from './resolution.ts';
import { type Encoder, storiesByMeaning, storiesIn } from './stories.ts';
import { taggedAttributions } from './tagged.ts';
import type { Tagger } from './tagger.ts';

export interface ReadingOptions {
  /** Finds indirect speech that the rules miss; without it the rules read alone. */
  readonly tagger?: Tagger | undefined;
  /** Helps to tell stories apart; without it their words do. */
  readonly encoder?: Encoder | undefined;
  /** False: the tagger reads alone, also what stands in marks. For measuring what the rules are worth. */
  readonly rules?: boolean | undefined;
}

export interface Reading {
  readonly document: Document;
  readonly stories: readonly Story[];
  /** All that was found, indirect speech and commentary among it, in the order of the text. */
  readonly reactions: readonly Reaction[];
}

/** Who says what in a document. Topics are left open: `topic` is null. */
export async function readingOf(document: Document, options: ReadingOptions = {}): Promise<Reading> {
  const view = plainView(document.text);
  if (view === null) return readingOfPlain(document, options);
  const { stories, reactions } = await readingOfPlain({ ...document, text: view.text }, options);
  return {
    document,
    stories: stories.map((story) => Object.assign({}, story, view.back(story))),
    reactions: reactions.map((reaction) => writtenReaction(reaction, document.text, view)),
  };
}

/** The same with its places in the text as it was written. */
function writtenReaction(reaction: Reaction, text: string, { back }: PlainView): Reaction {
  const { kind, speaker, cue, provenance } = reaction;
  const mention = speaker?.mention && mentionAt(text, back(speaker.mention));
  return {
    ...reaction,
    ...placed(kind, text, provenance.document, provenance.parts.map(back)),
    speaker: speaker && { ...speaker, mention: mention ?? null },
    cue: cue && mentionAt(text, back(cue)),
  };
}

async function readingOfPlain(document: Document, options: ReadingOptions): Promise<Reading> {
  const framed = framesOf(document.text);
  const { encoder } = options;
  const stories = encoder ? await storiesByMeaning(framed, encoder) : storiesIn(framed);
  const ruled = options.rules === false ? [] : ruledIn(framed);
  const isQuoted = overlapTest(ruled.flatMap(({ parts }) => parts));
  // A sentence that holds words said is no commentary of the text's own.
  const comments = commentsIn(framed.frames.filter((frame) => !isQuoted(frame)));
  const tagged = await taggedIn(framed, options, ruled, comments);
  const attributions = [...ruled, ...tagged].sort(byPlace);
  const register = registerOf(document.text, framed.frames);
  const places = attributions.map(({ parts }) => parts[0]!);
  const found: Found = { attributions, places, comments, register };
  const reactions = stories.flatMap((story) => reactionsOf(document, framed, story, found));
  return { document, stories, reactions };
}

function ruledIn(framed: FramedText): Attribution[] {
  const direct = directAttributions(framed);
  return [...direct, ...indirectAttributions(framed, direct)];
}

const startOf = ({ parts }: Attribution): number => parts[0]!.start;
const byPlace = (a: Attribution, b: Attribution): number => startOf(a) - startOf(b);

async function taggedIn(
  framed: FramedText,
  { tagger, rules }: ReadingOptions,
  ruled: readonly Attribution[],
  comments: readonly Comment[],
): Promise<Attribution[]> {
  if (!tagger) return [];
  const sentences = comments.map(({ frame }) => frame);
  const found = taggedAttributions(framed, await tagger(framed.text), ruled, sentences);
  return rules === false ? withMarks(framed.text, found) : found;
}

/** What the rules would have taken: words in marks among those of the tagger. */
function withMarks(text: string, attributions: readonly Attribution[]): Attribution[] {
  const all = markedIn(text);
  return attributions.map((attribution) => {
    const marked = all.filter(overlapTest(attribution.parts));
    return marked.length === 0 ? attribution : { ...attribution, manner: 'mixed', marked };
  });
}

/** What was found in the whole document. */
interface Found {
  /** In the order of their first words. */
  readonly attributions: readonly Attribution[];
  /** The first words of each. */
  readonly places: readonly Span[];
  readonly comments: readonly Comment[];
  readonly register: Register;
}

function reactionsOf(document: Document, framed: FramedText, story: Story, found: Found): Reaction[] {
  const own = found.attributions.slice(
    firstAttribution(found, story.start),
    firstAttribution(found, story.end),
  );
  const first = firstFrom(framed.frames, story.start);
  const frames = framed.frames.slice(first, firstFrom(framed.frames, story.end));
  const speakers = speakersOf(framed.text, { frames, first }, own, found.register);
  const postings = postingsOf(framed, own);
  const said = own.map((attribution, index) =>
    saidReaction(document, story, attribution, postings[index]!, speakers[index]!),
  );
  const comments = found.comments.filter(
    ({ frame }) => frame.start >= story.start && frame.start < story.end,
  );
  return [...said, ...comments.map((comment) => commentReaction(document, story, comment))].sort(
    (a, b) => a.provenance.start - b.provenance.start,
  );
}

const firstAttribution = ({ places }: Found, offset: number): number => firstFrom(places, offset);

function saidReaction(
  document: Document,
  story: Story,
  attribution: Attribution,
  { isPost, platform, engagement }: Posting,
  speaker: Speaker | null,
): Reaction {
  return reactionOf(document, story, isPost ? 'post' : 'quotation', attribution.parts, {
    speaker,
    cue: attribution.cue && mentionAt(document.text, attribution.cue),
    platform,
    engagement,
    flags: flagsOf(attribution),
  });
}

function flagsOf({ manner, marked }: Attribution): Flag[] {
  const nested = marked.some(({ inner }) => inner.length > 0);
  const flags: Flag[] = manner === 'direct' ? [] : [manner];
  return nested ? [...flags, 'nested'] : flags;
}

function commentReaction(document: Document, story: Story, { frame, group }: Comment): Reaction {
  const mention = group && mentionAt(document.text, group);
  return reactionOf(document, story, 'commentary', [{ start: frame.start, end: frame.end }], {
    speaker: mention && { name: mention.text, form: 'described', mention },
    cue: null,
    platform: null,
    engagement: {},
    flags: [],
  });
}

type Told = Pick<Reaction, 'speaker' | 'cue' | 'platform' | 'engagement' | 'flags'>;

function mentionAt(text: string, { start, end }: Span): Mention {
  return { text: text.slice(start, end), start, end };
}

/** The words between these places, a part for every line, and the id that follows from them. */
function placed(
  kind: Reaction['kind'],
  text: string,
  document: string,
  spans: readonly Span[],
): Pick<Reaction, 'id' | 'text' | 'provenance'> {
  const parts = spans.flatMap((span) => linesOf(text, span));
  const said = parts.map(({ start, end }) => text.slice(start, end)).join(' ');
  const provenance: Provenance = {
    document,
    row: null,
    start: parts[0]!.start,
    end: parts.at(-1)!.end,
    parts,
  };
  return { id: reactionId(kind, said, provenance), text: said, provenance };
}

function reactionOf(
  document: Document,
  story: Story,
  kind: Reaction['kind'],
  spans: readonly Span[],
  { speaker, cue, platform, engagement, flags }: Told,
): Reaction {
  const { id, text, provenance } = placed(kind, document.text, document.name, spans);
  // Every key in one literal: engines lay such records out at once, where a spread of keys takes many times longer.
  return {
    id,
    text,
    provenance,
    kind,
    speaker,
    cue,
    platform,
    engagement,
    publishedAt: null,
    language: null,
    sourceId: null,
    url: null,
    author: null,
    replyTo: null,
    quoteOf: null,
    repostOf: null,
    story: story.index,
    topic: null,
    topics: [],
    flags,
  };
}
