import type { Layout } from './layout.ts';

/** Comments of TikTok's API for research: nobody is named, and the parent of a first comment is the video. */
export const tiktokResearchComments: Layout = {
  name: 'tiktok-research-comments',
  title: 'TikTok Research API comments',
  signatures: [
    ['id', 'video_id', 'text', 'parent_comment_id'],
    ['id', 'video_id', 'text', 'create_time', 'like_count', 'reply_count'],
  ],
  platform: 'tiktok',
  columns: {
    text: ['text'],
    id: ['id'],
    time: ['create_time'],
    likes: ['like_count'],
    replies: ['reply_count'],
    replyTo: ['parent_comment_id'],
  },
  refine: ({ replyTo }, cell) => ({ replyTo: replyTo === cell('video_id').trim() ? null : replyTo }),
};
