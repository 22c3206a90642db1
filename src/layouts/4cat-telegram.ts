import type { Layout } from './layout.ts';
import { linkIf } from './marks.ts';

export const fourcatTelegram: Layout = {
  name: '4cat-telegram',
  title: '4CAT export of Telegram',
  signatures: [
    ['body', 'author_username', 'author_forwarded_from_*'],
    ['body', 'body_markdown', 'author_username'],
  ],
  platform: 'telegram',
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['url', 'link'],
    handle: ['author_username'],
    name: ['author_name'],
    authorId: ['author'],
    time: ['unix_timestamp', 'timestamp'],
    views: ['views'],
    repostOf: ['author_forwarded_from_username', 'author_forwarded_from_name', 'author_forwarded_from_id'],
  },
  refine: (_, cell) => ({ replyTo: linkIf(cell('is_reply'), cell('reply_to'), '') }),
};
