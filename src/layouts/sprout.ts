import type { Layout } from './layout.ts';
import { linkIf, withHandle } from './marks.ts';

/** The report on posts; a profile is a handle where it begins with @. */
export const sprout: Layout = {
  name: 'sprout',
  title: 'Sprout Social export',
  signatures: [
    ['Network', 'Post Type', 'Profile', 'Post'],
    ['Date', 'Network', 'Profile', 'Sent by', 'Post'],
  ],
  platform: null,
  columns: {
    text: ['Post'],
    id: ['Post ID'],
    url: ['Link'],
    name: ['Profile'],
    time: ['Date'],
    likes: ['Reactions', 'Likes'],
    reposts: ['Shares', 'Reposts', 'Retweets'],
    replies: ['Comments', 'Replies'],
    views: ['Impressions', 'Views', 'Video Views'],
    language: ['Language'],
    platform: ['Network'],
    topic: ['Tags'],
    vendorSentiment: ['Sentiment'],
  },
  refine: (post, cell) => {
    const kind = cell('Post Type').trim().toLowerCase();
    return {
      author: withHandle(post.author),
      replyTo: linkIf(String(/^@?reply$|^comment$/.test(kind)), '', ''),
      quoteOf: linkIf(String(kind.startsWith('quote')), '', ''),
      repostOf: linkIf(String(/^(retweet|repost|share)$/.test(kind)), '', ''),
    };
  },
};
