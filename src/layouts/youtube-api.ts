import { youtubeAddress } from './addresses.ts';
import { type CellReader, firstOf, type Layout } from './layout.ts';
import { withHandle } from './marks.ts';
import { writtenText } from './text-cells.ts';
import { wordOf } from './values.ts';

/** A thread of comments wraps its first one; an answer stands alone. */
const comment = (name: string): string[] => [`snippet.topLevelComment.snippet.${name}`, `snippet.${name}`];

/** Comments and videos as the YouTube Data API gives them, in lists of `items`. */
export const youtubeApi: Layout = {
  name: 'youtube-api',
  title: 'YouTube Data API JSON',
  signatures: [
    ['snippet.topLevelComment.id', 'snippet.topLevelComment.snippet.textDisplay'],
    ['snippet.textDisplay', 'snippet.authorDisplayName', 'snippet.publishedAt'],
    ['snippet.title', 'snippet.channelTitle', 'snippet.publishedAt'],
  ],
  platform: 'youtube',
  columns: {
    text: [...comment('textOriginal'), ...comment('textDisplay'), 'snippet.title', 'snippet.description'],
    id: ['snippet.topLevelComment.id', 'id.videoId', 'snippet.resourceId.videoId', 'id'],
    name: comment('authorDisplayName'),
    authorId: comment('authorChannelId.value'),
    time: comment('publishedAt'),
    likes: [...comment('likeCount'), 'statistics.likeCount'],
    replies: ['snippet.totalReplyCount', 'statistics.commentCount'],
    views: ['statistics.viewCount'],
    language: ['snippet.defaultLanguage', 'snippet.defaultAudioLanguage'],
    replyTo: ['snippet.parentId'],
  },
  textOf: (cell) =>
    firstOf(cell, comment('textOriginal')) ||
    // What is displayed is HTML.
    writtenText(firstOf(cell, comment('textDisplay')), 'html') ||
    [cell('snippet.title'), cell('snippet.description')].filter(Boolean).join('\n\n'),
  refine: (post, cell) =>
    isVideo(cell)
      ? { author: channelOf(cell), url: youtubeAddress(post.sourceId ?? '') }
      : { author: withHandle(post.author), url: youtubeAddress(videoOf(cell), post.sourceId) },
};

const isVideo = (cell: CellReader): boolean => firstOf(cell, comment('textDisplay')) === '';

const videoOf = (cell: CellReader): string => firstOf(cell, comment('videoId'));

function channelOf(cell: CellReader): { id: string | null; handle: null; name: string | null } {
  // In a playlist the channel is that of the list.
  const owner = (name: string): string =>
    firstOf(cell, [`snippet.videoOwnerChannel${name}`, `snippet.channel${name}`]);
  return { id: wordOf(owner('Id')), handle: null, name: wordOf(owner('Title')) };
}
