import { sharedPost } from './facebook-shares.ts';
import type { Layout } from './layout.ts';
import { momentOf } from './times.ts';
import { summed } from './values.ts';

/** All seven reactions are likes of a kind: they are added up. A link to a post of another page shares it. */
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
    time: ['Post Created'],
    likes: ['Likes'],
    reposts: ['Shares'],
    replies: ['Comments'],
    views: ['Total Views', 'Post Views'],
  },
  refine: (post, cell) => {
    const likes = summed(['Likes', 'Love', 'Wow', 'Haha', 'Sad', 'Angry', 'Care'].map(cell));
    const shared = sharedPost(post.url, cell('Link'), [cell('User Name'), cell('Facebook Id')]);
    const isBare = cell('Message').trim() === '';
    return {
      ...(likes === null ? {} : { engagement: { ...post.engagement, likes } }),
      publishedAt: post.publishedAt ?? momentOf(`${cell('Post Created Date')} ${cell('Post Created Time')}`),
      repostOf: isBare ? shared : null,
      // With words of its own it quotes.
      quoteOf: isBare ? null : shared,
    };
  },
};
