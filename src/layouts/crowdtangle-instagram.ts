import type { Layout } from './layout.ts';

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
    time: ['Post Created', 'Post Created Date'],
    likes: ['Likes'],
    replies: ['Comments'],
    views: ['Views'],
  },
};
