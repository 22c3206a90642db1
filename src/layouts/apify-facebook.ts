import type { Layout } from './layout.ts';
import { summed } from './values.ts';

const REACTIONS = ['Like', 'Love', 'Wow', 'Haha', 'Sad', 'Angry', 'Care'];

/** Posts of pages and groups. `likes` are all reactions, and `pageName` is the name in the page's address. */
export const apifyFacebook: Layout = {
  name: 'apify-facebook',
  title: 'Apify export of Facebook',
  signatures: [
    ['facebookUrl', 'text', 'time', 'feedbackId'],
    ['facebookUrl', 'postId', 'text', 'pageName'],
    ['facebookUrl', 'text', 'topReactionsCount'],
    ['facebookUrl', 'text', 'time', 'user/name'],
  ],
  isLoose: true,
  platform: 'facebook',
  columns: {
    text: ['text'],
    id: ['postId', 'legacyId', 'id'],
    url: ['url', 'topLevelUrl'],
    handle: ['pageName'],
    name: ['user/name'],
    authorId: ['user/id', 'pageId'],
    time: ['time', 'timestamp'],
    likes: ['likes', 'likesCount'],
    reposts: ['sharesCount', 'shares'],
    replies: ['commentsCount', 'comments'],
    views: ['viewsCount'],
  },
  refine: (post, cell) => {
    const likes = post.engagement.likes ?? summed(REACTIONS.map((kind) => cell(`reaction${kind}Count`)));
    return likes === null ? {} : { engagement: { ...post.engagement, likes } };
  },
};
