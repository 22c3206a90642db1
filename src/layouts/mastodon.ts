import { textOfHtml } from '../formats/html-text.ts';
import type { Layout } from './layout.ts';
import { platformOf, wordOf } from './values.ts';

/** For readers without quotations, servers put the quoted post's address before the author's words. */
const INLINE_QUOTE = /<p class="quote-inline">.*?<\/p>/gs;

/** The content is HTML. A boost has an empty post around the original, which is what is read. */
export const mastodon: Layout = {
  name: 'mastodon',
  title: 'Mastodon API JSON',
  signatures: [['content', 'reblogs_count', 'favourites_count', 'account.acct']],
  platform: 'mastodon',
  columns: {
    text: ['content', 'reblog.content'],
    id: ['id'],
    url: ['url', 'reblog.url', 'uri'],
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
    const content = (cell('content') || cell('reblog.content')).replace(INLINE_QUOTE, '');
    return warning === '' ? content : `${warning}<br><br>${content}`;
  },
  refine: (post, cell) => {
    // The post around a boost has no counts of its own, whatever the server writes there.
    const isUncounted =
      post.repostOf !== null && Object.values(post.engagement).every((count) => count === 0);
    const network = platformOf(cell('url') || cell('uri'));
    return {
      // They speak as Mastodon's servers do.
      platform: network === 'truthsocial' || network === 'gab' ? network : 'mastodon',
      ...(isUncounted ? { engagement: {} } : {}),
      quoteOf:
        wordOf(textOfHtml(cell('quote.quoted_status.content'))) ??
        wordOf(textOfHtml(cell('quote.content'))) ??
        wordOf(cell('quote.quoted_status.id')) ??
        wordOf(cell('quote.id')) ??
        wordOf(cell('quote_id')),
    };
  },
};
