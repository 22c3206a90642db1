import type { Layout } from './layout.ts';

/** Dates are estimated by the tool from words like "2w". */
export const fourcatLinkedin: Layout = {
  name: '4cat-linkedin',
  title: '4CAT or Zeeschuimer export of LinkedIn',
  signatures: [['body', 'author', 'reactions', 'comments', 'shares']],
  platform: 'linkedin',
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['url', 'link'],
    handle: ['author'],
    name: ['author_name'],
    time: ['unix_timestamp', 'timestamp'],
    likes: ['reactions'],
    reposts: ['shares'],
    replies: ['comments'],
  },
};
