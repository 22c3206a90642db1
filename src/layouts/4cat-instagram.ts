import type { Layout } from './layout.ts';
import { isTrue } from './values.ts';

/** `parent_id` names the post itself, and hidden likes are no likes that one could count. */
export const fourcatInstagram: Layout = {
  name: '4cat-instagram',
  title: '4CAT or Zeeschuimer export of Instagram',
  signatures: [['body', 'num_likes', 'num_comments', 'author_fullname']],
  platform: 'instagram',
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['url'],
    handle: ['author'],
    name: ['author_fullname'],
    time: ['unix_timestamp', 'timestamp'],
    likes: ['num_likes'],
    replies: ['num_comments'],
    views: ['play_count'],
  },
  refine: (post, cell) => {
    if (!isTrue(cell('likes_hidden'))) return {};
    const { likes: _hidden, ...engagement } = post.engagement;
    return { engagement };
  },
};
