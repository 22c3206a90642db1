import type { Layout } from './layout.ts';
import { repostedHandle } from './marks.ts';

const METRICS = 'article_extended_attributes.';

export const talkwalker: Layout = {
  name: 'talkwalker',
  title: 'Talkwalker export',
  signatures: [
    ['extra_source_attributes.name', 'matched_profile'],
    ['content_snippet', 'extra_author_attributes.name', 'host_url'],
  ],
  platform: null,
  columns: {
    text: ['content', 'content_snippet', 'title'],
    id: ['url'],
    url: ['url'],
    handle: ['extra_author_attributes.short_name'],
    name: ['extra_author_attributes.name'],
    authorId: ['extra_author_attributes.id'],
    time: ['published', 'indexed'],
    likes: [`${METRICS}twitter_likes`, `${METRICS}facebook_likes`, `${METRICS}instagram_likes`],
    reposts: [`${METRICS}twitter_retweets`, `${METRICS}twitter_shares`, `${METRICS}facebook_shares`],
    replies: [`${METRICS}num_comments`],
    views: ['reach'],
    language: ['lang'],
    platform: ['source_type', 'host_url'],
    topic: ['matched_profile'],
    vendorSentiment: ['sentiment'],
  },
  refine: (post) => ({ repostOf: repostedHandle(post.text) }),
};
