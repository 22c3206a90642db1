import type { Layout } from './layout.ts';

const USERS = ['core.user_results.result.core.', 'core.user_results.result.legacy.'] as const;

/** Posts as X's own web page receives them (GraphQL). */
export const xWeb: Layout = {
  name: 'x-web',
  title: 'X posts as the web page receives them',
  signatures: [['rest_id', 'legacy.full_text']],
  platform: 'x',
  columns: {
    text: ['note_tweet.note_tweet_results.result.text', 'legacy.full_text'],
    id: ['rest_id', 'legacy.id_str'],
    handle: [`${USERS[0]}screen_name`, `${USERS[1]}screen_name`],
    name: [`${USERS[0]}name`, `${USERS[1]}name`],
    authorId: ['legacy.user_id_str'],
    time: ['legacy.created_at'],
    likes: ['legacy.favorite_count'],
    reposts: ['legacy.retweet_count'],
    replies: ['legacy.reply_count'],
    quotes: ['legacy.quote_count'],
    views: ['views.count'],
    language: ['legacy.lang'],
    replyTo: ['legacy.in_reply_to_status_id_str'],
    quoteOf: ['quoted_status_result.result.legacy.full_text', 'legacy.quoted_status_id_str'],
    repostOf: ['legacy.retweeted_status_result.result.rest_id'],
  },
};
