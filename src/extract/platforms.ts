/**
 * Platforms by the names that prose gives them, and the nouns for counts. Names follow the platforms' own
 * brand pages; words for engagement their own buttons (X: like, repost, reply, quote, view; Reddit: upvote;
 * TikTok and YouTube: like, comment, share, view).
 */
import type { Engagement, Platform } from '../reaction.ts';

/** In this order: the first that matches the words around a quotation is its platform. */
export const PLATFORM_NAMES: readonly (readonly [Platform, RegExp])[] = [
  ['truthsocial', /\btruth social\b/iu],
  ['bluesky', /\bblue ?sky\b|\bskeet(?:ed|s|ing)?\b/iu],
  ['mastodon', /\bmastodon\b|\btoot(?:ed|s|ing)?\b/iu],
  [
    'threads',
    /\b(?:on|to|via|a) threads\b(?! of)|\bthreads (?:post|user|account)\b|\bThreads\b(?=,| (?:that|with))/iu,
  ],
  ['x', /\btwitter\b|\btweet(?:s|ed|ing|er|ers)?\b|\bretweet(?:s|ed|ing)?\b/iu],
  ['facebook', /\bfacebook\b/iu],
  ['instagram', /\binstagram\b|\binsta\b/iu],
  ['tiktok', /\btik ?tok\b/iu],
  ['youtube', /\byou ?tube\b/iu],
  ['reddit', /\breddit\b|\bsubreddit\b|\br\/\p{L}+/iu],
  ['telegram', /\btelegram\b/iu],
  ['gab', /\b(?:on|to|via) Gab\b/u],
  ['tumblr', /\btumblr\b/iu],
  ['linkedin', /\blinked ?in\b/iu],
  ['vk', /\bvkontakte\b|\bVK\b/u],
  ['weibo', /\bweibo\b/iu],
  [
    'x',
    /\b(?:[Oo]n|to|[Vv]ia|from|platform) X\b(?!-)|\bX (?:post|posts|user|users|account|thread|reply)\b|\bX\b(?= ?\(formerly)/u,
  ],
  [
    'other',
    /\b(?:snapchat|discord|whatsapp|pinterest|twitch|parler|rumble|clubhouse|quora|koo|gettr|tripadvisor|yelp|trustpilot|line group|message board|online forum|social media)\b/iu,
  ],
];

type Count = keyof Engagement;

export const COUNT_NOUNS: readonly (readonly [Count, string])[] = [
  ['likes', 'likes?|hearts?|upvotes?|thumbs[- ]up|favou?rites?'],
  ['reposts', 'reposts?|retweets?|shares?|boosts?|reblogs?|re-?shares?'],
  ['replies', 'replies|reply|comments?|responses'],
  ['quotes', 'quotes?|quote[- ](?:posts?|tweets?)'],
  ['views', 'views?|plays?|viewers?|impressions?|watches'],
];

/** "was watched 48,000 times". */
export const COUNT_VERBS: readonly (readonly [Count, string])[] = [
  ['likes', 'liked|upvoted|favou?rited'],
  ['reposts', 'reposted|retweeted|shared|reblogged|boosted'],
  ['replies', 'answered|commented(?: on)?'],
  ['quotes', 'quoted'],
  ['views', 'viewed|watched|seen|played'],
];
