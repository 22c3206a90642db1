import type { Layout } from './layout.ts';
import { wordOf } from './values.ts';

export const fourcatTiktokComments: Layout = {
  name: '4cat-tiktok-comments',
  title: '4CAT or Zeeschuimer export of TikTok comments',
  signatures: [['is_comment_on_comment', 'post_id', 'body']],
  platform: 'tiktok',
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['comment_url'],
    handle: ['author'],
    name: ['author_full'],
    time: ['unix_timestamp', 'timestamp'],
    likes: ['likes'],
    replies: ['replies'],
    language: ['language_guess'],
    replyTo: ['post_id'],
    quoteOf: ['post_body'],
  },
  refine: (_, cell) => ({ replyTo: wordOf(cell('thread_id')) ?? wordOf(cell('post_id')) }),
};
