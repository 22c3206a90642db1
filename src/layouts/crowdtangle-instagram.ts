import type { Layout } from './layout.ts';
import { momentOf } from './times.ts';

export const crowdtangleInstagram: Layout = {
  name: 'crowdtangle-instagram',
  title: 'CrowdTangle export of Instagram',
  signatures: [
    ['Account', 'User Name', 'Description', 'Overperforming Score*'],
    ['Account', 'User Name', 'Description', 'Post Created', 'Total Interactions'],
  ],
  platform: 'instagram',
  columns: {
    text: ['Description', 'Title', 'Image Text'],
    url: ['URL'],
    handle: ['User Name'],
    name: ['Account'],
    time: ['Post Created'],
    likes: ['Likes'],
    replies: ['Comments'],
    views: ['Views'],
  },
  refine: (post, cell) => ({
    publishedAt: post.publishedAt ?? momentOf(`${cell('Post Created Date')} ${cell('Post Created Time')}`),
  }),
};
