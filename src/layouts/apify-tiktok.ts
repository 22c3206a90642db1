import type { Layout } from './layout.ts';

/** Apify's TikTok scrapers; CSV writes nested names with `/`, JSON with `.`. */
export const apifyTiktok: Layout = {
  name: 'apify-tiktok',
  title: 'Apify export of TikTok',
  signatures: [
    ['text', 'createTimeISO', 'diggCount'],
    ['text', 'webVideoUrl', 'diggCount'],
  ],
  isLoose: true,
  platform: 'tiktok',
  columns: {
    text: ['text'],
    id: ['id'],
    url: ['webVideoUrl'],
    handle: ['authorMeta/name'],
    name: ['authorMeta/nickName'],
    authorId: ['authorMeta/id'],
    time: ['createTimeISO', 'createTime'],
    likes: ['diggCount'],
    reposts: ['shareCount', 'repostCount'],
    replies: ['commentCount'],
    views: ['playCount'],
    language: ['textLanguage'],
  },
};
