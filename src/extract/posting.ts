/** Posts told apart from other quotations, their platform and the figures that are said of them. */
import type { Engagement, Platform } from '../reaction.ts';
import { isHandle } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { BY_NAME, CALLED, POST_NOUNS } from './cues.ts';
import type { Frame, FramedText } from './frames.ts';
import type { Source } from './mentions.ts';
import { firstFrom } from './overlap.ts';
import { COUNT_NOUNS, COUNT_VERBS, PLATFORM_NAMES } from './platforms.ts';

export interface Posting {
  readonly isPost: boolean;
  readonly platform: Platform | null;
  readonly engagement: Engagement;
}

const NUMBER = String.raw`(\d[\d.,]*)(?:\s*(k|m|thousand|million|bn|billion)\b)?`;
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** "from its official account". */
const FROM_ACCOUNT =
  /\b(?:from|via|on) (?:an?|his|her|its|their|the) (?:[\p{L}’'-]+ ){0,3}?(?:account|profile)\b(?! (?:of|for|with|at|in)\b)/iu;

/** "in a tweet", "a TikTok video", "in a Facebook post", "on Reddit". */
const PHRASE =
  /\b(?:in|with|via|by|through) (?:an?|his|her|its|their|another|one|the same|a separate|the) (?:[\p{L}\p{N}’'-]+ ){0,4}?(?:tweet|post|thread|reel|toot|skeet|clip|vlog|blog ?post|livestream|instagram story|(?:facebook|instagram|tiktok|youtube|telegram) (?:video|message)|tiktok|retweet|comment)\b/iu;
const ON_PLATFORM =
  /\b(?:on|to|via|over)(?<!\b(?:bans?|tax|taxes|laws?|bills?|limits?|restrictions?|curbs?|rules?|crackdown|clampdown|attacks?|reports?|stud(?:y|ies)|hearings?|debates?|rulings?|inquiry|fines?|sanctions?|reliance|dependence|access|addict(?:ed|ion)|spending|harms?) (?:on|to|via|over)) (?:[\p{L}’'-]+ ){0,4}?(?:x|twitter|facebook|instagram|threads|tiktok|youtube|reddit|bluesky|mastodon|telegram|truth social|gab|tumblr|linkedin|vk|weibo|snapchat|discord|tripadvisor|yelp|trustpilot|social media(?! (?:compan|firm|giant|platform|use|ban|addict|law))|the platform|(?:the same|that) platform|message boards?)\b/iu;

/** "commented under the video", "replied to her post". */
const ANSWERING =
  /\b(?:(?:under|underneath|beneath|below)|(?:repl(?:y|ied|ying)|respond(?:ed|ing)?|comment(?:ed|ing)?) (?:to|on)) (?:an?|his|her|its|their|the|that|this|one) (?:[\p{L}\p{N}’'-]+ ){0,3}?(?:tweet|post|thread|video|reel|clip|photo|picture|selfie|livestream)\b|\b(?:wrote|writes|comment(?:s|ed|ing)?|posted|replied) (?:[^;:]{0,40}? )?(?:under|underneath|beneath|below) (?:it|(?:an?|the|his|her|their) (?:[\p{L}’'-]+ ){0,2}?(?:article|story|report|piece))\b|\b(?:tweet|post|thread|toot|skeet|reel) in which (?:he|she|they|it)\b|\bin (?:the|her|his|their|its) (?:comments|replies|comments? section|captions?|mentions)\b/iu;

/** People whom prose calls by what they do on a platform. */
const USERS =
  /^(?:users?|commenters?|netizens?|redditors?|tweeters?|youtubers?|tiktokers?|instagrammers?|bloggers?|posters?)$/u;

/** A signature with a handle: "— Lena (@lena)". */
const SIGNED = /^[—–―-].*(?:^|[\s(])@\w/u;

export function postingOf(framed: FramedText, attribution: Attribution): Posting {
  const words = wordsAround(framed, attribution);
  const isPost =
    isPosted(attribution) ||
    isOfPost(framed, attribution) ||
    tellsOfPosting(words) ||
    tellsOfSharing(attribution, words) ||
    isSigned(attribution, words);
  if (!isPost) return { isPost, platform: null, engagement: {} };
  return { isPost, platform: platformIn(words), engagement: engagementIn(words) };
}

/** The verb or the source tells it. */
function isPosted({ cue, source }: Attribution): boolean {
  if (cue && /^(?:tweet|retweet|post|repost|toot|skeet|vlog|blog|microblog|caption)$/u.test(cue.lemma))
    return true;
  if (!source) return false;
  const { lower } = source.headItem;
  return isPostNoun(lower) || USERS.test(lower) || isAccount(source);
}

const ONE_OF_POSTS =
  /^ of (?:the|these|those|many|several|his|her|their) (?:[\p{L}’'-]+ ){0,4}?(?:tweets|posts|comments|replies|threads|commenters|users)\b/iu;

/** "a user who goes by the name", up to the name. */
const NAMED_USER = new RegExp(
  String.raw`\b(?:user|commenter|netizen|redditor|tweeter|poster) (?:${CALLED}|${BY_NAME}) $`,
  'iu',
);

const isPostNoun = (word: string): boolean => POST_NOUNS.has(word) && !/^messages?$/u.test(word);

/** "A tweet by a user named Roe said": the post before its author; "one of the most shared posts". */
function isOfPost({ text, frames }: FramedText, { source, frame }: Attribution): boolean {
  const home = frames[frame];
  if (!source || !home || source.start < home.start) return false;
  if (ONE_OF_POSTS.test(text.slice(source.end, source.end + 60))) return true;
  if (NAMED_USER.test(text.slice(Math.max(home.start, source.start - 60), source.start))) return true;
  const noun = /([\p{L}-]+) (?:by|from) (?:[\p{L}-]+ ){0,5}$/u.exec(
    text.slice(home.start, source.start),
  )?.[1];
  return noun !== undefined && isPostNoun(noun.toLowerCase());
}

/** "In a reply", "in a video", which are posts where figures tell how they were received. */
const REPLY =
  /\b(?:in|with) (?:an?|his|her|their|the) (?:\p{L}+ ){0,2}?(?:reply|response|message|note|video)\b/iu;
/** "quote-tweeted it, writing", "posted a photo and wrote". */
const POSTED_AND_WROTE =
  /(?<!\b(?:was|were|been|is|are) )\b(?:(?:re|quote-?)?tweeted|posted|shared) (?!to\b|for\b)[^.;]*?\b(?:and|,) (?:writing|adding|saying|asking|joking|captioning|wrote|added|asked|joked|captioned)\b/iu;

/** "was shared by Roe, who added" */
const SHARED_BY =
  /\b(?:shared|retweeted|reposted|quoted|reshared) by [^.;]*?, who (?:\p{L}+ly )?(?:added|adding|wrote|commented|remarked|said|joked)\b/iu;

/** What the verb of writing goes with tells that it was on a platform. */
const tellsOfSharing = ({ cue }: Attribution, words: string): boolean =>
  cue !== null &&
  ((REPLY.test(words) && Object.keys(engagementIn(words)).length > 0) ||
    (cue.lemma === 'share' && /\b(?:caption|selfie|meme|hashtag)\b/iu.test(words)) ||
    (cue.lemma !== 'tell' && (POSTED_AND_WROTE.test(words) || SHARED_BY.test(words))));

/** Handles are names that only platforms give. */
const isAccount = ({ text, headItem }: Source): boolean =>
  isHandle(text) ||
  headItem.lower === 'account' ||
  /\b(?:telegram|whatsapp|youtube) (?:channel|group)$/iu.test(text);

/** "in a tweet", "on Reddit", "under the video": what a sentence says of posting. */
export const tellsOfPosting = (words: string): boolean =>
  isPhrase(words) || ON_PLATFORM.test(words) || ANSWERING.test(words) || FROM_ACCOUNT.test(words);

/** "by the Post" names a newspaper. */
const isPhrase = (words: string): boolean => {
  const found = PHRASE.exec(words)?.[0];
  return found !== undefined && !found.endsWith(' Post');
};

const isSigned = ({ told }: Attribution, words: string): boolean => told !== undefined && SIGNED.test(words);

/** The text's own words in the sentences of the quotation, the marked ones left out. */
function wordsAround(framed: FramedText, attribution: Attribution): string {
  if (attribution.told) return framed.text.slice(attribution.told.start, attribution.told.end);
  return narrativeOf(framesOfAttribution(framed, attribution));
}

/** The text's own words in sentences, the marked ones left out. */
export function narrativeOf(frames: readonly Frame[]): string {
  return frames
    .map((frame) =>
      frame.items
        .filter(({ kind }) => kind !== 'quote')
        .map(({ text }) => text)
        .join(' '),
    )
    .join(' ')
    .replace(/ (?=[.,;:])/gu, '');
}

function framesOfAttribution({ frames }: FramedText, attribution: Attribution): Frame[] {
  const own = frames[attribution.frame];
  const touched = new Set<Frame>();
  for (const { start, end } of attribution.parts)
    for (let index = Math.max(0, firstFrom(frames, start + 1) - 1); index < frames.length; index += 1) {
      const frame = frames[index]!;
      if (frame.start >= end) break;
      if (frame.end > start) touched.add(frame);
    }
  return own && !attribution.inherited && !touched.has(own) ? [own, ...touched] : [...touched];
}

export function platformIn(words: string): Platform | null {
  return PLATFORM_NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** `2K likes` is `{likes: 2000}`; only figures that name what they count. */
export function engagementIn(words: string): Engagement {
  const found: Partial<Record<keyof Engagement, number>> = {};
  if (!/\d/u.test(words)) return found;
  for (const [count, figure] of FIGURES) note(found, count, figure.exec(words));
  return found;
}

/** "2,000 likes", then "was liked 2,000 times". */
const FIGURES: readonly (readonly [keyof Engagement, RegExp])[] = [
  ...COUNT_NOUNS.map(
    ([count, nouns]) =>
      [count, new RegExp(String.raw`${NUMBER}\+?(?: (?:of|more|new))? (?:${nouns})\b`, 'iu')] as const,
  ),
  ...COUNT_VERBS.map(
    ([count, verbs]) =>
      [
        count,
        new RegExp(
          String.raw`\b(?:${verbs})(?: (?:more than|over|almost|nearly|about|some|by))*\s+${NUMBER}\+?(?: (?:times|people|users|accounts|viewers))?`,
          'iu',
        ),
      ] as const,
  ),
];

function note(
  found: Partial<Record<keyof Engagement, number>>,
  count: keyof Engagement,
  match: RegExpExecArray | null,
): void {
  if (match && found[count] === undefined) found[count] = numberOf(match[1]!, match[2]);
}

/** `1.2` and `million` are 1,200,000; commas part thousands. */
export function numberOf(digits: string, scale = ''): number {
  const plain = Number(
    digits
      .replace(/[.,]$/u, '')
      .replace(/,(?=\d{3})/gu, '')
      .replace(',', '.'),
  );
  return Math.round(plain * (SCALES[scale.toLowerCase()] ?? 1));
}
