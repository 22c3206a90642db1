import { textOfHtml } from '../formats/html-text.ts';
import type { Layout } from './layout.ts';
import { wordOf } from './values.ts';

/** The content is HTML. A boost has an empty post around the original, which is what is read. */
export const mastodon: Layout = {
  name: 'mastodon',
  title: 'Mastodon API JSON',
  signatures: [['content', 'reblogs_count', 'favourites_count', 'account.acct']],
  platform: 'mastodon',
  columns: {
    text: ['content', 'reblog.content'],
    id: ['id'],
    url: ['url', 'uri', 'reblog.url'],
    handle: ['account.acct', 'account.username'],
    name: ['account.display_name'],
    authorId: ['account.id'],
    time: ['created_at'],
    likes: ['favourites_count'],
    reposts: ['reblogs_count'],
    replies: ['replies_count'],
    quotes: ['quotes_count'],
    language: ['language', 'reblog.language'],
    replyTo: ['in_reply_to_id'],
    repostOf: ['reblog.id'],
  },
  writing: 'html',
  textOf: (cell) => {
    const warning = cell('spoiler_text') || cell('reblog.spoiler_text');
    const content = cell('content') || cell('reblog.content');
    return warning === '' ? content : `${warning}<br><br>${content}`;
  },
  refine: (_, cell) => ({
    quoteOf:
      wordOf(textOfHtml(cell('quote.quoted_status.content'))) ??
      wordOf(textOfHtml(cell('quote.content'))) ??
      wordOf(cell('quote.quoted_status.id')) ??
      wordOf(cell('quote.id')),
  }),
};
