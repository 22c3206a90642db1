/** A post as X's own web page receives it, whichever tool wraps it: columns and what only reading tells. */
import { xAddress } from './addresses.ts';
import { type CellReader, firstOf, type Layout } from './layout.ts';
import { linkOf, repostText } from './marks.ts';
import type { Post } from '../reaction.ts';

/** Posts whose visibility is limited stand one level deeper. */
const WRAPS = ['', 'tweet.'] as const;
const NOTE = 'note_tweet.note_tweet_results.result.text';
const TEXTS = [NOTE, 'legacy.full_text'] as const;
const wrapped = (...names: readonly string[]): string[] =>
  names.flatMap((name) => WRAPS.map((wrap) => `${wrap}${name}`));
const user = (name: string): string[] =>
  wrapped(`core.user_results.result.core.${name}`, `core.user_results.result.legacy.${name}`);
/** Of the post that is repeated or quoted in this one. */
const other = (kind: string, ...names: readonly string[]): string[] =>
  wrapped(...names.flatMap((name) => WRAPS.map((wrap) => `${kind}.result.${wrap}${name}`)));

const ORIGINAL = other('legacy.retweeted_status_result', ...TEXTS);

export const WEB_COLUMNS: Layout['columns'] = {
  text: wrapped(...TEXTS),
  id: wrapped('rest_id', 'legacy.id_str'),
  handle: user('screen_name'),
  name: user('name'),
  authorId: wrapped('legacy.user_id_str', 'core.user_results.result.rest_id'),
  time: wrapped('legacy.created_at'),
  likes: wrapped('legacy.favorite_count'),
  reposts: wrapped('legacy.retweet_count'),
  replies: wrapped('legacy.reply_count'),
  quotes: wrapped('legacy.quote_count'),
  views: wrapped('views.count'),
  language: wrapped('legacy.lang'),
  quoteOf: [...other('quoted_status_result', ...TEXTS), ...wrapped('legacy.quoted_status_id_str')],
  repostOf: other('legacy.retweeted_status_result', 'rest_id'),
};

/** A repost's own text is cut off. */
export const webText = (cell: CellReader): string =>
  repostText(firstOf(cell, WEB_COLUMNS.text!), firstOf(cell, ORIGINAL));

export const webPost = (post: Post, cell: CellReader): Partial<Post> => ({
  url: xAddress(post.sourceId, post.author?.handle ?? null),
  replyTo: linkOf(
    firstOf(cell, wrapped('legacy.in_reply_to_status_id_str')),
    firstOf(cell, wrapped('legacy.in_reply_to_screen_name')),
  ),
  // A repost of a post that quotes quotes nobody itself.
  ...(post.repostOf === null ? {} : { quoteOf: null }),
});
