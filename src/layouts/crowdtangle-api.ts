import { sharedPost } from './facebook-shares.ts';
import type { Layout } from './layout.ts';
import { summed } from './values.ts';

const REACTIONS = ['like', 'love', 'wow', 'haha', 'sad', 'angry', 'thankful', 'care', 'favorite'];

/** Posts as CrowdTangle's API gave them, for all platforms alike; all reactions are likes of a kind. */
export const crowdtangleApi: Layout = {
  name: 'crowdtangle-api',
  title: 'CrowdTangle API JSON',
  signatures: [
    ['platformId', 'postUrl', 'statistics.actual.commentCount'],
    ['postUrl', 'account.name', 'statistics.actual.likeCount'],
    ['postUrl', 'account.name', 'statistics.actual.favoriteCount'],
  ],
  platform: null,
  columns: {
    text: ['message', 'imageText', 'description', 'title'],
    id: ['platformId'],
    url: ['postUrl'],
    handle: ['account.handle'],
    name: ['account.name'],
    authorId: ['account.platformId', 'account.id'],
    time: ['date'],
    reposts: ['statistics.actual.shareCount'],
    replies: ['statistics.actual.commentCount'],
    views: ['statistics.actual.viewCount', 'statistics.actual.videoPostViewCount'],
    language: ['languageCode'],
    platform: ['platform', 'account.platform'],
  },
  refine: (post, cell) => {
    const likes = summed(REACTIONS.map((kind) => cell(`statistics.actual.${kind}Count`)));
    const own = [cell('account.handle'), cell('account.platformId')];
    const shared = post.platform === 'facebook' ? sharedPost(post.url, cell('link'), own) : null;
    const isBare = cell('message').trim() === '';
    return {
      ...(likes === null ? {} : { engagement: { ...post.engagement, likes } }),
      repostOf: isBare ? shared : null,
      quoteOf: isBare ? null : shared,
    };
  },
};
