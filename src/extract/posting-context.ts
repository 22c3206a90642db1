/** What the sentences around a quotation add: that it was posted, where, and how it was received. */
import type { Attribution } from './attribution.ts';
import { POST_NOUNS, REPLYING } from './cues.ts';
import type { Frame, FramedText } from './frames.ts';
import type { Source } from './mentions.ts';
import { firstFrom } from './overlap.ts';
import { engagementIn, narrativeOf, platformIn, type Posting, postingOf, tellsOfPosting } from './posting.ts';
import { isPronoun } from './word-classes.ts';

/** A quotation before another one, and what is known of it. */
interface Earlier {
  readonly attribution: Attribution;
  readonly posting: Posting;
}

/** A sentence that tells of a post before it is quoted. */
interface Announcement {
  readonly frame: Frame;
  /** The text's own words in it. */
  readonly words: string;
  readonly isOfOnePost: boolean;
  readonly isOfCommenters: boolean;
  /** Of many who posted. */
  readonly isOfMany: boolean;
}

/** What is told of the posting of each attribution of a story, in their order. */
export function postingsOf(framed: FramedText, attributions: readonly Attribution[]): Posting[] {
  let earlier: Earlier | null = null;
  const posters = new Set<string>();
  return attributions.map((attribution) => {
    const posting = postingInContext(framed, attribution, earlier, posters);
    if (attribution.manner !== 'indirect') earlier = { attribution, posting };
    if (posting.isPost && attribution.source) posters.add(attribution.source.text);
    return posting;
  });
}

/** @param posters who has posted so far */
function postingInContext(
  framed: FramedText,
  attribution: Attribution,
  earlier: Earlier | null,
  posters: ReadonlySet<string>,
): Posting {
  const own = postingOf(framed, attribution);
  if (attribution.manner === 'indirect') return own;
  const post = earlier?.posting.isPost && isNear(framed, earlier.attribution, attribution) ? earlier : null;
  const announced = announcementBefore(framed, attribution);
  const isReplying = isAnswer(attribution) && posters.has(attribution.source?.text ?? '');
  const isPost = own.isPost || isReplying || isTakenUp(framed, attribution, post, announced);
  if (!isPost && !isToldOfAfter(framed, attribution)) return own;
  const around = announced ? [announced.words] : [];
  const platform =
    own.platform ??
    (isRedditor(attribution.source) ? 'reddit' : null) ??
    platformIn(around.join(' ')) ??
    (post && (!own.isPost || isAnswer(attribution)) ? post.posting.platform : null) ??
    platformBefore(framed, attribution);
  const received = {
    ...engagementIn(around.filter(namesOnePost).join(' ')),
    ...figuresAfter(framed, attribution),
  };
  return { isPost: true, platform, engagement: { ...received, ...own.engagement } };
}

const WRITING =
  /^(?:write|comment|reply|respond|add|continue|joke|quip|answer|ask|retort|agree|begin|read|chime|go|explain)$/u;

/** `…,” wrote Roe. Her thread was shared by thousands.` */
function isToldOfAfter({ frames }: FramedText, { cue, frame, parts, source }: Attribution): boolean {
  const after = frames[firstFrom(frames, parts.at(-1)!.end)];
  if (cue?.lemma !== 'write' || !source || after?.paragraph !== frames[frame]!.paragraph) return false;
  const [owner, noun] = after.items;
  return (
    /^(?:his|her|their|the)$/u.test(owner!.lower) &&
    /^(?:tweet|thread|post|toot|skeet)$/u.test(noun?.lower ?? '')
  );
}

/** Written in answer to a post, or by the one of whom the sentence before says that they posted. */
function isTakenUp(
  framed: FramedText,
  attribution: Attribution,
  post: Earlier | null,
  announced: Announcement | null,
): boolean {
  const { text, frames } = framed;
  const { cue, source } = attribution;
  if (!source || !cue || (!post && !announced) || cue.lemma === 'tell') return false;
  if (/^(?:sources?|insiders?|witness(?:es)?|officials?)$/u.test(source.headItem.lower)) return false;
  if (isCommenter(source)) return true;
  if (!WRITING.test(cue.lemma)) return false;
  if (post && REPLYING.test(cue.lemma) && isToPoster(framed, attribution, post)) return true;
  if (SPOKEN.test(text.slice(cue.end, frames[attribution.frame]!.end))) return false;
  if (announced?.isOfMany || (announced?.isOfCommenters && post)) return true;
  if (announced && (isPersonal(source) || names(announced.frame, source) || announced.isOfOnePost))
    return true;
  const poster = post?.attribution.source;
  if (!poster) return false;
  return (
    poster.text.endsWith(source.text) ||
    (isPersonal(source) && !isOfNewcomer(frames[attribution.frame]!, source))
  );
}

/** "Many commenters took it up.", "Comments under it run to the thousands." */
const isOfCommenters = ({ items }: Frame): boolean =>
  /^(?:comments|replies)$/u.test(items[0]!.lower) ||
  items
    .slice(0, 4)
    .some(({ lower }) => /^(?:commenters|netizens|redditors|tweeters|followers)$/u.test(lower));

/** "Under the hashtag #soup, thousands have posted pictures." */
const isOfMany = (words: string): boolean =>
  /\b(?:under|using|with) (?:the|a|an) (?:\p{L}+ ){0,2}?hashtag\b|\b(?:millions|thousands|hundreds|dozens|scores|many|others|users|people) (?:have |of \p{L}+ (?:have )?)?(?:posted|tweeted|commented)\b/iu.test(
    words,
  );

/** "joked outside the court", "wrote in an editorial": somebody stood there, or wrote in print. */
const SPOKEN =
  /^ (?:in (?:an?|its|his|her|the) (?:\p{L}+ ){0,2}?(?:editorial|article|column|op-ed|letter|report|book)\b|(?:\p{L}+ )?(?:outside|inside|in front of|at|from|in) (?:the|an?|her|his) (?:\p{L}+ ){0,2}?(?:court|courthouse|hall|gate|door|prison|rally|podium|street|crowd|meeting|hearing|church|square|pulpit|funeral)\b)/u;

/** "answered the ministry", "replied to Brandt": who posted before. */
function isToPoster({ text, frames }: FramedText, { cue, frame }: Attribution, post: Earlier): boolean {
  const words = (post.attribution.source?.text ?? '').replace(/[’']s\b/gu, '').split(/\s+/u);
  const after = text.slice(cue!.end, Math.min(frames[frame]!.end, cue!.end + 60));
  const near = after.trim().split(/[^\p{L}\p{M}’'@_-]+/u, 5);
  return words.some((word) => word.length > 3 && near.includes(word));
}

/** "The tweet that began it was sent at six.": the words that follow are the post. */
const isOfOnePost = ({ items }: Frame, words: string): boolean =>
  /^(?:the|a|one|his|her)$/u.test(items[0]!.lower) &&
  items.slice(1, 4).some(({ lower }) => /^(?:tweet|post|thread|toot|skeet|retweet)$/u.test(lower)) &&
  /\b(?:was|were) (?:sent|posted|written|published|uploaded|shared)\b/u.test(words);

/** A post of its own may stand anywhere; an answer stands where the post does that it answers. */
const isAnswer = ({ cue }: Attribution): boolean =>
  cue !== null && /^(?:reply|respond|comment|answer|add|retort|chime)$/u.test(cue.lemma);

const isPersonal = ({ headItem }: Source): boolean => isPronoun(headItem);

/** "Dana Ek said she would ask": of somebody whom the sentence itself names. */
const isOfNewcomer = ({ items }: Frame, { start }: Source): boolean =>
  items.some(({ entity, end }) => entity?.type === 'person' && end <= start);

const names = ({ items }: Frame, { text }: Source): boolean => items.some((item) => item.text.endsWith(text));

/** "another", "one parent", "a follower": somebody of those who read the post. */
const isCommenter = ({ form, headItem, phrase, start, text }: Source): boolean =>
  form === 'anonymous' ||
  /^(?:follower|fan|viewer|reader|critic|commenter|subscriber|other)s?$/u.test(headItem.lower) ||
  (form === 'described' &&
    phrase.start === start &&
    /^(?:(?:another|one)\s|a (?:second|third)(?:\s|$)|the (?:second|third|fourth|next|other|last)$)/iu.test(
      text,
    ));

const isRedditor = (source: Source | null): boolean => source !== null && source.text.startsWith('u/');

/** In this paragraph or the one before. */
function isNear({ frames }: FramedText, earlier: Attribution, { frame }: Attribution): boolean {
  return frames[frame]!.paragraph - frames[earlier.frame]!.paragraph <= 1;
}

/** What the sentence before tells of a post, if it quotes nobody. */
function announcementBefore(framed: FramedText, attribution: Attribution): Announcement | null {
  const frame = sentenceBefore(framed, attribution);
  if (frame === null) return null;
  const words = narrativeOf([frame]);
  const told = {
    frame,
    words,
    isOfOnePost: isOfOnePost(frame, words),
    isOfCommenters: isOfCommenters(frame),
    isOfMany: isOfMany(words),
  };
  return told.isOfOnePost || told.isOfCommenters || told.isOfMany || tellsOfPosting(words) ? told : null;
}

/** The sentence before, if it quotes nobody. */
function sentenceBefore({ frames }: FramedText, attribution: Attribution): Frame | null {
  const first = Math.min(attribution.frame, firstFrom(frames, attribution.parts[0]!.start + 1) - 1);
  const before = frames[first - 1];
  return before && !before.items.some(({ kind }) => kind === 'quote') ? before : null;
}

/** What the text itself says of the place, in this paragraph or the one before; where another one posted says nothing. */
function platformBefore({ frames }: FramedText, { frame }: Attribution): Posting['platform'] {
  const { paragraph } = frames[frame]!;
  for (let index = frame - 1; index >= 0 && paragraph - frames[index]!.paragraph <= 1; index -= 1) {
    const before = frames[index]!;
    if (before.items.some(({ kind }) => kind === 'quote')) continue;
    const platform = platformIn(narrativeOf([before]));
    if (platform) return platform;
  }
  return null;
}

/** "a post that was liked 900 times": figures of one post, not of many. */
const namesOnePost = (words: string): boolean =>
  /\b(?:an?|his|her|their|the) (?:[\p{L}\p{N}’'-]+ ){0,3}?(?:post|tweet|thread|video|clip|reel|toot|skeet|story|tiktok)\b/iu.test(
    words,
  );

/** `… The post drew 20,000 likes.`: of the next two sentences the one that speaks of the post, up to its first marks. */
function figuresAfter({ frames }: FramedText, attribution: Attribution): Posting['engagement'] {
  const last = Math.max(firstFrom(frames, attribution.parts.at(-1)!.end) - 1, attribution.frame);
  const { paragraph } = frames[attribution.frame]!;
  for (const frame of frames.slice(last + 1, last + 3)) {
    if (frame.paragraph - paragraph > 1 || !refersToPost(frame, frame.paragraph === paragraph)) continue;
    const quote = frame.items.findIndex(({ kind }) => kind === 'quote');
    const told = quote < 0 ? frame : { ...frame, items: frame.items.slice(0, quote) };
    const figures = engagementIn(narrativeOf([told]));
    if (Object.keys(figures).length > 0) return figures;
  }
  return {};
}

/** @param isSame in the paragraph of the post, where "it" may be the post too */
const refersToPost = ({ items }: Frame, isSame: boolean): boolean =>
  /^(?:the|his|her|their|its|that|this)$/u.test(items[0]!.lower)
    ? items.slice(1, 5).some(({ lower }) => POST_NOUNS.has(lower) || /^(?:photo|picture|image)$/u.test(lower))
    : isSame && /^(?:it|this)$/u.test(items[0]!.lower);
