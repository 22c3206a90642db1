import { idInUrl } from './ids.ts';
import type { Layout } from './layout.ts';
import { momentOf } from './times.ts';
import { countOf } from './values.ts';

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
    const kinds = ['Likes', 'Love', 'Wow', 'Haha', 'Sad', 'Angry', 'Care'].map((kind) => countOf(cell(kind)));
    const known = kinds.filter((count) => count !== null);
    const likes = known.reduce((sum, count) => sum + count, 0);
    const shared = sharedPost(post.url, cell('Link'), [cell('User Name'), cell('Facebook Id')]);
    const isBare = cell('Message').trim() === '';
    return {
      ...(known.length === 0 ? {} : { engagement: { ...post.engagement, likes } }),
      publishedAt: post.publishedAt ?? momentOf(`${cell('Post Created Date')} ${cell('Post Created Time')}`),
      repostOf: isBare ? shared : null,
      // With words of its own it quotes.
      quoteOf: isBare ? null : shared,
    };
  },
};

/** The id of another page's post that a link leads to; null for a link elsewhere, or to a page's own. */
function sharedPost(url: string | null, link: string, own: readonly string[]): string | null {
  const page = /^https?:\/\/(?:www\.|m\.)?facebook\.com\/(?:groups\/)?([^/?]+)\//i.exec(link)?.[1];
  if (page === undefined || link === url) return null;
  const isOwn = own.some((name) => name.toLowerCase() === page.toLowerCase());
  return isOwn ? null : idInUrl(link);
}
