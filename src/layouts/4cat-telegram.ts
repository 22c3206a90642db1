import { telegramAddress } from './addresses.ts';
import type { Layout } from './layout.ts';
import { linkIf } from './marks.ts';
import { countOf } from './values.ts';

/** Ids are those of the chat and the message; every reaction is an emoji of its own. */
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
  refine: (post, cell) => {
    const [, chat = '', message = ''] = /^(.+)-(\d+)$/.exec(post.sourceId ?? '') ?? [];
    const likes = reactionsIn(cell('reactions'));
    return {
      url: post.url ?? telegramAddress(cell('chat') || chat, message),
      engagement: likes === null ? post.engagement : { ...post.engagement, likes },
      replyTo: linkIf(
        cell('is_reply'),
        cell('reply_to').replace(/^\d+$/, (id) => `${chat}-${id}`),
        '',
      ),
    };
  },
};

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A number, or as many emoji as there were reactions; null where there is neither. */
function reactionsIn(cell: string): number | null {
  const count = countOf(cell);
  if (count !== null || /[\p{L}\p{N}]/u.test(cell) || cell.trim() === '') return count;
  return [...signs.segment(cell.replace(/\s/g, ''))].length;
}
