import { tiktokAddress } from './addresses.ts';
import type { Layout } from './layout.ts';

/** Videos of TikTok's API for research. */
export const tiktokResearch: Layout = {
  name: 'tiktok-research',
  title: 'TikTok Research API videos',
  signatures: [
    ['video_description', 'create_time'],
    ['video_description', 'region_code'],
    ['video_description', 'username', 'view_count'],
  ],
  platform: 'tiktok',
  columns: {
    text: ['video_description'],
    id: ['id', 'video_id'],
    handle: ['username'],
    time: ['create_time'],
    likes: ['like_count'],
    reposts: ['share_count'],
    replies: ['comment_count'],
    views: ['view_count'],
  },
  refine: ({ sourceId, author }) => ({ url: tiktokAddress(author?.handle ?? null, sourceId) }),
};
