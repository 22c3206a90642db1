import type { Layout } from './layout.ts';

/** The columns that 4CAT asks of every upload: Facebook and whatever has no layout of its own. */
export const fourcat: Layout = {
  name: '4cat',
  title: '4CAT export',
  signatures: [['id', 'thread_id', 'author', 'body', 'timestamp']],
  isGeneral: true,
  platform: null,
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['url', 'link', 'post_url'],
    handle: ['author'],
    name: ['author_name', 'author_fullname', 'author_full'],
    authorId: ['author_id'],
    time: ['unix_timestamp', 'timestamp'],
    likes: ['likes', 'like_count', 'reactions'],
    reposts: ['shares', 'reposts', 'share_count', 'retweet_count'],
    replies: ['comments', 'replies', 'reply_count'],
    views: ['views', 'view_count', 'impression_count'],
    language: ['language_guess', 'language', 'lang'],
    platform: ['platform', 'datasource'],
  },
  refine: (post, cell) => {
    const thread = cell('thread_id');
    return { replyTo: thread === '' || thread === post.sourceId ? null : thread };
  },
};
