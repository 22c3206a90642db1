import type { Layout } from './layout.ts';
import { WEB_COLUMNS, webPost, webText } from './x-web-post.ts';

/** Posts as X's own web page receives them (GraphQL). */
export const xWeb: Layout = {
  name: 'x-web',
  title: 'X posts as the web page receives them',
  signatures: [
    ['rest_id', 'legacy.full_text'],
    ['tweet.rest_id', 'tweet.legacy.full_text'],
  ],
  platform: 'x',
  columns: WEB_COLUMNS,
  textOf: webText,
  refine: webPost,
};
