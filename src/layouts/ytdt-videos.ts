import { youtubeAddress } from './addresses.ts';
import type { Layout } from './layout.ts';

export const ytdtVideos: Layout = {
  name: 'ytdt-videos',
  title: 'YouTube Data Tools videos',
  signatures: [['videoId', 'videoTitle', 'channelTitle']],
  platform: 'youtube',
  columns: {
    text: ['videoTitle', 'videoDescription'],
    id: ['videoId'],
    name: ['channelTitle'],
    authorId: ['channelId'],
    time: ['publishedAt', 'publishedAtSQL'],
    likes: ['likeCount'],
    replies: ['commentCount'],
    views: ['viewCount'],
    language: ['defaultLanguage', 'defaultAudioLanguage'],
  },
  textOf: (cell) => [cell('videoTitle'), cell('videoDescription')].filter(Boolean).join('\n\n'),
  refine: (post) => ({
    url: youtubeAddress(post.sourceId ?? ''),
  }),
};
