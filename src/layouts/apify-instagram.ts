import type { Layout } from './layout.ts';

/** Posts of Apify's Instagram scrapers; likes that are hidden are −1, which is no count. */
export const apifyInstagram: Layout = {
  name: 'apify-instagram',
  title: 'Apify export of Instagram',
  signatures: [
    ['shortCode', 'caption', 'ownerUsername'],
    ['caption', 'ownerUsername', 'likesCount', 'timestamp'],
  ],
  isLoose: true,
  platform: 'instagram',
  columns: {
    text: ['caption'],
    id: ['shortCode', 'id'],
    url: ['url'],
    handle: ['ownerUsername'],
    name: ['ownerFullName'],
    authorId: ['ownerId'],
    time: ['timestamp'],
    likes: ['likesCount'],
    replies: ['commentsCount'],
    views: ['videoPlayCount', 'videoViewCount'],
  },
};
