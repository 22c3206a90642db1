import { idInUrl, idOf } from './ids.ts';
import type { Layout } from './layout.ts';
import { atHandle, repostedHandle } from './marks.ts';

/** Metadata stand above the header. X text may be absent, as its licence asks. */
export const brandwatch: Layout = {
  name: 'brandwatch',
  title: 'Brandwatch export',
  signatures: [
    ['Query Id', 'Query Name', 'Thread Entry Type'],
    ['Query Id', 'Query Name', 'Full Text', 'Sentiment'],
  ],
  platform: null,
  columns: {
    text: ['Full Text', 'Snippet', 'Title'],
    id: ['Mention Id', 'Resource Id', 'Url'],
    url: ['Url', 'Original Url'],
    handle: ['Author'],
    name: ['Full Name', 'Author Name'],
    authorId: ['X Author ID', 'Twitter Author ID'],
    time: ['Date', 'Added'],
    likes: ['Likes', 'X Likes', 'Twitter Likes', 'Facebook Likes', 'Instagram Likes'],
    reposts: ['X Reposts', 'Twitter Retweets', 'Shares', 'Facebook Shares'],
    replies: ['Comments', 'X Replies', 'Twitter Reply Count', 'Facebook Comments', 'Instagram Comments'],
    views: ['Impressions', 'Estimated Reach'],
    language: ['Language'],
    platform: ['Page Type', 'Domain', 'Content Source Name'],
    topic: ['Query Name'],
    vendorSentiment: ['Sentiment'],
  },
  refine: (post, cell) => {
    const entry = cell('Thread Entry Type').toLowerCase();
    const threadId = idOf(cell('Thread Id').replace(/^0$/, ''));
    const parent = threadId ?? atHandle(cell('Thread Author')) ?? '@';
    const own = idInUrl(post.url);
    const isRepost = entry === 'share' || entry === 'retweet' || entry === 'repost';
    return {
      // The platform's own id, which threads are named by.
      sourceId: own ?? post.sourceId,
      replyTo: entry === 'reply' || entry === 'comment' ? parent : null,
      repostOf: isRepost ? parent : repostedHandle(post.text),
    };
  },
};
