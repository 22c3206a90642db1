import { youtubeAddress } from './addresses.ts';
import type { Layout } from './layout.ts';
import { linkIf, withHandle } from './marks.ts';

/** The text is HTML as YouTube displays it. */
export const ytdtComments: Layout = {
  name: 'ytdt-comments',
  title: 'YouTube Data Tools comments',
  signatures: [
    ['text', 'authorChannelUrl', 'isReplyToName'],
    ['text', 'authorName', 'replyCount', 'isReply', 'isReplyTo'],
    // Without the names, where people are to stay unknown.
    ['text', 'publishedAt', 'likeCount', 'replyCount', 'isReply', 'isReplyTo'],
  ],
  platform: 'youtube',
  writing: 'html',
  columns: {
    text: ['text'],
    id: ['id'],
    name: ['authorName'],
    authorId: ['authorChannelId'],
    time: ['publishedAt'],
    likes: ['likeCount'],
    replies: ['replyCount'],
  },
  refine: (post, cell) => ({
    author: withHandle(post.author),
    url: youtubeAddress(cell('videoId'), post.sourceId),
    replyTo: linkIf(cell('isReply'), cell('isReplyTo') || cell('isReplyToId'), cell('isReplyToName')),
  }),
};
