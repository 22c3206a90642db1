import type { Layout } from './layout.ts';
import { atHandle } from './marks.ts';

/** Line breaks are the two characters `\n`. `retweeted` tells what the one who exported did: it is not read. */
export const twitterWebExporter: Layout = {
  name: 'twitter-web-exporter',
  title: 'twitter-web-exporter export of X',
  signatures: [
    ['full_text', 'screen_name', 'views_count', 'media_tags'],
    ['full_text', 'screen_name', 'views_count', 'favorite_count'],
  ],
  platform: 'x',
  writing: 'escapes',
  columns: {
    text: ['full_text'],
    id: ['id'],
    url: ['url'],
    handle: ['screen_name'],
    name: ['name'],
    authorId: ['user_id'],
    time: ['created_at'],
    likes: ['favorite_count'],
    reposts: ['retweet_count'],
    replies: ['reply_count'],
    quotes: ['quote_count'],
    views: ['views_count'],
    quoteOf: ['quoted_status'],
    repostOf: ['retweeted_status'],
  },
  refine: (_, cell) => ({ replyTo: atHandle(cell('in_reply_to')) }),
};
