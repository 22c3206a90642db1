import type { Layout } from './layout.ts';

export const fourcatVk: Layout = {
  name: '4cat-vk',
  title: '4CAT or Zeeschuimer export of VK',
  signatures: [['body', 'author_screen_name', 'post_comments']],
  platform: 'vk',
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['url', 'link'],
    handle: ['author_screen_name'],
    name: ['author_name', 'author'],
    time: ['unix_timestamp', 'timestamp'],
    likes: ['likes'],
    reposts: ['reposts', 'shares'],
    replies: ['post_comments'],
    views: ['views'],
  },
};
