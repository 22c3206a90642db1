import { youtubeAddress } from './addresses.ts';
import type { Layout } from './layout.ts';
import { withHandle } from './marks.ts';

/** `author` is a name, for years now with an @ and so a handle, and `channel` the stable id; an answer's id begins with its parent's. */
export const youtubeCommentDownloader: Layout = {
  name: 'youtube-comment-downloader',
  title: 'youtube-comment-downloader',
  signatures: [
    ['cid', 'votes', 'heart', 'time_parsed'],
    ['cid', 'text', 'author', 'channel', 'votes', 'heart'],
  ],
  platform: 'youtube',
  columns: {
    text: ['text'],
    id: ['cid'],
    name: ['author'],
    authorId: ['channel'],
    time: ['time_parsed'],
    likes: ['votes'],
    replies: ['replies'],
  },
  refine: (post, cell) => ({
    replyTo: /^(.+)\.[^.]+$/.exec(post.sourceId ?? '')?.[1] ?? null,
    url: youtubeAddress(cell('video_id') || cell('videoId'), post.sourceId),
    author: withHandle(post.author),
  }),
};
