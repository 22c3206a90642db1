import type { Layout } from './layout.ts';

/** `id` and `parent_id` are row numbers; the post's own id is `object_id`. */
export const facepager: Layout = {
  name: 'facepager',
  title: 'Facepager export',
  signatures: [['object_id', 'query_status', 'query_type']],
  platform: null,
  columns: {
    text: [
      'message',
      'text',
      'snippet.textDisplay',
      'snippet.textOriginal',
      'snippet.title',
      'story',
      'description',
    ],
    id: ['object_id'],
    url: ['permalink_url', 'link', 'url'],
    handle: ['author.username', 'username'],
    name: ['from.name', 'author.name', 'snippet.authorDisplayName', 'snippet.channelTitle'],
    authorId: ['from.id', 'author_id', 'snippet.channelId'],
    time: ['created_time', 'created_at', 'snippet.publishedAt'],
    likes: ['reactions.summary.total_count', 'like_count', 'snippet.likeCount', 'public_metrics.like_count'],
    reposts: ['shares.count', 'public_metrics.retweet_count'],
    replies: ['comments.summary.total_count', 'comment_count', 'public_metrics.reply_count'],
    language: ['lang'],
  },
};
