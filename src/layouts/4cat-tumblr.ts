import type { Layout } from './layout.ts';
import { linkIf } from './marks.ts';
import { wordOf } from './values.ts';

/** What a reblog repeats stands in `body_reblogged`, apart from what its author adds. */
export const fourcatTumblr: Layout = {
  name: '4cat-tumblr',
  title: '4CAT export of Tumblr',
  signatures: [['post_url', 'is_reblog', 'body_reblogged']],
  platform: 'tumblr',
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['post_url'],
    handle: ['author'],
    name: ['author_subject'],
    time: ['unix_timestamp', 'timestamp'],
    likes: ['like_count'],
    reposts: ['reblog_count'],
    replies: ['reply_count'],
  },
  refine: (post, cell) => {
    const original = linkIf(cell('is_reblog'), cell('parent_post_url'), '');
    const isOnlyReblog = original !== null && post.text.trim() === '';
    return { repostOf: isOnlyReblog ? original : null, quoteOf: wordOf(cell('body_reblogged')) ?? original };
  },
};
