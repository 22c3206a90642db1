import type { Layout } from './layout.ts';
import { platformOf } from './values.ts';

/** Facebook and Instagram alike; the address inside the library says nothing about which. */
export const metaContentLibrary: Layout = {
  name: 'meta-content-library',
  title: 'Meta Content Library export',
  signatures: [
    ['mcl_url', 'statistics.views'],
    ['mcl_url', 'post_owner.name', 'text'],
  ],
  platform: null,
  columns: {
    text: ['text'],
    id: ['id'],
    url: ['mcl_url'],
    handle: ['post_owner.username'],
    name: ['post_owner.name'],
    authorId: ['post_owner.id'],
    time: ['creation_time'],
    likes: ['statistics.reaction_count', 'statistics.like_count'],
    reposts: ['statistics.share_count'],
    replies: ['statistics.comment_count'],
    views: ['statistics.views'],
    language: ['lang'],
    repostOf: ['shared_post_id'],
  },
  refine: (_, cell) => {
    const owner = platformOf(cell('post_owner.type') || cell('surface.type') || cell('platform'));
    return { platform: owner === 'instagram' || owner === 'threads' ? owner : 'facebook' };
  },
};
