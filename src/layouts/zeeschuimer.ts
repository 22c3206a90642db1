import type { Layout } from './layout.ts';

const X = 'data.legacy.';
const QUOTED = 'data.quoted_status_result.result.legacy.full_text';
const X_USER = ['data.core.user_results.result.core.', 'data.core.user_results.result.legacy.'] as const;

/** Zeeschuimer's NDJSON: each line wraps what the platform's own web page received. */
export const zeeschuimer: Layout = {
  name: 'zeeschuimer',
  title: 'Zeeschuimer NDJSON',
  signatures: [
    ['item_id', 'source_platform', 'source_platform_url'],
    ['__import_meta.source_platform', '__import_meta.item_id'],
  ],
  platform: null,
  columns: {
    text: [
      'data.note_tweet.note_tweet_results.result.text',
      `${X}full_text`,
      'data.desc',
      'data.caption.text',
      'data.text',
      'data.content',
      'data.body',
    ],
    id: ['data.rest_id', 'data.id_str', 'data.id', 'item_id'],
    url: ['data.url', 'data.permalink'],
    handle: [
      `${X_USER[0]}screen_name`,
      `${X_USER[1]}screen_name`,
      'data.author.uniqueId',
      'data.user.username',
      'data.user.unique_id',
      'data.account.username',
    ],
    name: [
      `${X_USER[0]}name`,
      `${X_USER[1]}name`,
      'data.author.nickname',
      'data.user.full_name',
      'data.user.nickname',
      'data.account.display_name',
    ],
    authorId: [`${X}user_id_str`, 'data.author.id', 'data.user.id', 'data.account.id'],
    time: [
      `${X}created_at`,
      'data.createTime',
      'data.create_time',
      'data.taken_at',
      'data.created_at',
      'data.timestamp',
    ],
    likes: [
      `${X}favorite_count`,
      'data.stats.diggCount',
      'data.digg_count',
      'data.like_count',
      'data.favourites_count',
    ],
    reposts: [`${X}retweet_count`, 'data.stats.shareCount', 'data.reblogs_count'],
    replies: [
      `${X}reply_count`,
      'data.stats.commentCount',
      'data.comment_count',
      'data.reply_comment_total',
      'data.replies_count',
    ],
    quotes: [`${X}quote_count`],
    views: ['data.views.count', 'data.stats.playCount', 'data.play_count'],
    language: [`${X}lang`, 'data.textLanguage', 'data.language'],
    platform: ['source_platform', '__import_meta.source_platform'],
    replyTo: [`${X}in_reply_to_status_id_str`, 'data.in_reply_to_id'],
    quoteOf: [QUOTED, `${X}quoted_status_id_str`],
    repostOf: [`${X}retweeted_status_result.result.rest_id`, 'data.reblog.id'],
  },
};
