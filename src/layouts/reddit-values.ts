/** What Reddit's dumps write in their own way: what is gone, escapes, quoted lines, names and addresses. */
import { withEntities } from '../formats/html-text.ts';
import type { Post } from '../reaction.ts';
import type { CellReader } from './layout.ts';
import { isTrue, wordOf } from './values.ts';

const GONE = /^\s*\[\s*(deleted|removed)[^\]]*\]\s*$/i;
/** `>!` hides words and quotes nobody. */
const QUOTED_LINE = /^ {0,3}>(?!!)\s?/;

/** The words as they were typed; empty where they were deleted or removed: those words are nobody's any more. */
export const livingText = (cell: string): string => (GONE.test(cell) ? '' : withEntities(cell));

/** The author's own words: lines that begin with `>` repeat another's. */
export function ownWords(cell: string): string {
  const text = livingText(cell);
  if (!text.includes('>')) return text;
  const lines = text.split('\n').filter((line) => !QUOTED_LINE.test(line));
  return lines.join('\n').trim();
}

/** The words that a text repeats before it answers them; null where there are none. */
export function repeatedWords(cell: string): string | null {
  const lines = livingText(cell)
    .split('\n')
    .filter((line) => QUOTED_LINE.test(line));
  return wordOf(lines.map((line) => line.replace(QUOTED_LINE, '')).join('\n'));
}

/** What both kinds of post have in common, beside the text. */
export function redditPost(post: Post, cell: CellReader, prefix: 't1_' | 't3_'): Partial<Post> {
  const { sourceId, author, engagement } = post;
  // While a score is hidden, 1 stands in its place.
  const { likes: _hidden, ...others } = engagement;
  const isGone = author?.handle !== null && GONE.test(author?.handle ?? '');
  return {
    // `parent_id` and `crosspost_parent` name posts in full.
    sourceId: sourceId === null || /^t\d_/.test(sourceId) ? sourceId : `${prefix}${sourceId}`,
    author: isGone ? null : author,
    engagement: isTrue(cell('score_hidden')) ? others : engagement,
  };
}

/** An address with its host; put together where the dump leaves it out; null without what that takes. */
export function redditAddress(cell: CellReader, submission: string, comment: string | null): string | null {
  const permalink = cell('permalink');
  if (permalink !== '') return permalink.startsWith('/') ? `https://www.reddit.com${permalink}` : permalink;
  const [group, id] = [cell('subreddit'), submission.replace(/^t3_/, '')];
  if (group === '' || id === '') return null;
  const page = `https://www.reddit.com/r/${group}/comments/${id}/`;
  return comment === null ? page : `${page}_/${comment.replace(/^t1_/, '')}/`;
}
