import type { Layout } from './layout.ts';

export const apifyInstagramComments: Layout = {
  name: 'apify-instagram-comments',
  title: 'Apify export of Instagram comments',
  signatures: [
    ['postUrl', 'text', 'ownerUsername', 'timestamp'],
    ['text', 'ownerUsername', 'timestamp', 'repliesCount', 'likesCount'],
  ],
  isLoose: true,
  platform: 'instagram',
  columns: {
    text: ['text'],
    id: ['id'],
    url: ['commentUrl'],
    handle: ['ownerUsername'],
    name: ['owner/fullName', 'ownerFullName'],
    authorId: ['owner/id', 'ownerId'],
    time: ['timestamp'],
    likes: ['likesCount'],
    replies: ['repliesCount'],
  },
};
