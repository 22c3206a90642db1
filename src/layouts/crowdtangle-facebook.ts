import { countOf } from './values.ts';
import type { Layout } from './layout.ts';

/** All seven reactions are likes of a kind: they are added up. */
export const crowdtangleFacebook: Layout = {
  name: 'crowdtangle-facebook',
  title: 'CrowdTangle export of Facebook',
  signatures: [
    ['Page Name', 'Message', 'Overperforming Score*'],
    ['Group Name', 'Message', 'Overperforming Score*'],
    ['Page Name', 'Message', 'Post Created', 'Total Interactions'],
    ['Group Name', 'Message', 'Post Created', 'Total Interactions'],
  ],
  platform: 'facebook',
  columns: {
    text: ['Message', 'Image Text', 'Description', 'Link Text'],
    url: ['URL'],
    handle: ['User Name'],
    name: ['Page Name', 'Group Name'],
    authorId: ['Facebook Id'],
    time: ['Post Created', 'Post Created Date'],
    likes: ['Likes'],
    reposts: ['Shares'],
    replies: ['Comments'],
    views: ['Total Views', 'Post Views'],
  },
  refine: (post, cell) => {
    const kinds = ['Likes', 'Love', 'Wow', 'Haha', 'Sad', 'Angry', 'Care'].map((kind) => countOf(cell(kind)));
    const known = kinds.filter((count) => count !== null);
    const likes = known.reduce((sum, count) => sum + count, 0);
    return known.length === 0 ? {} : { engagement: { ...post.engagement, likes } };
  },
};
