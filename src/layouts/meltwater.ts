import type { Post } from '../reaction.ts';
import type { Layout } from './layout.ts';
import { linkIf, repostedHandle } from './marks.ts';
import { momentOf } from './times.ts';
import { wordOf } from './values.ts';

/** Often UTF-16 and tabs in a file named .csv. Date and time stand apart; an X post may be an id alone. */
export const meltwater: Layout = {
  name: 'meltwater',
  title: 'Meltwater export',
  signatures: [
    ['Hit Sentence', 'Influencer'],
    ['Hit Sentence', 'Author Handle'],
    ['Hit Sentence', 'Opening Text', 'Document ID'],
  ],
  platform: null,
  columns: {
    text: ['Hit Sentence', 'Opening Text', 'Title', 'Headline'],
    id: ['Document ID', 'Tweet Id'],
    url: ['URL'],
    handle: ['Author Handle', 'Twitter Screen Name'],
    name: ['Author Name'],
    authorId: ['Twitter Id'],
    time: ['Date', 'Alternate Date Format'],
    likes: ['Likes', 'Reactions'],
    reposts: ['Reposts', 'Shares'],
    replies: ['Replies', 'Comments'],
    quotes: ['Quotes'],
    views: ['Views', 'Estimated Views', 'Reach'],
    language: ['Language'],
    platform: ['Source Type', 'Source Name', 'Source'],
    topic: ['Input Name', 'Keyphrases'],
    vendorSentiment: ['Sentiment'],
  },
  refine: (post, cell) => {
    const kind = cell('Content Type').trim().toLowerCase();
    const time = cell('Time');
    const day = cell('Alternate Date Format') || cell('Date').split(/\s+/, 1)[0]!;
    return {
      author: influencerOf(post.author, cell('Influencer')),
      publishedAt: (time === '' ? null : momentOf(`${day} ${time}`)) ?? post.publishedAt,
      replyTo: linkIf(String(kind === 'reply' || kind === 'comment'), '', ''),
      quoteOf: linkIf(String(kind === 'quote'), '', ''),
      repostOf: repostedHandle(post.text) ?? linkIf(String(/^(repost|retweet|share)$/.test(kind)), '', ''),
    };
  },
};

/** The older export has one column: a handle on X, a name with spaces in the news. */
function influencerOf(author: Post['author'], cell: string): Post['author'] {
  const word = wordOf(cell);
  const { id, handle, name } = author ?? { id: null, handle: null, name: null };
  if (word === null || handle !== null || name !== null) return author;
  return /\s/.test(word)
    ? { id, handle: null, name: word }
    : { id, handle: word.replace(/^@/, ''), name: null };
}
