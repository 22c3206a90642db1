import type { Layout } from './layout.ts';
import { linkIf } from './marks.ts';
import { countOf } from './values.ts';

/** An answer is known by its depth, and its parent only in some versions. */
export const apifyFacebookComments: Layout = {
  name: 'apify-facebook-comments',
  title: 'Apify export of Facebook comments',
  signatures: [
    ['commentUrl', 'text', 'profileName'],
    ['text', 'profileName', 'threadingDepth', 'feedbackId'],
  ],
  isLoose: true,
  platform: 'facebook',
  columns: {
    text: ['text'],
    id: ['id'],
    url: ['commentUrl'],
    name: ['profileName'],
    authorId: ['profileId'],
    time: ['date'],
    likes: ['likesCount'],
    replies: ['commentsCount'],
  },
  refine: (_, cell) => ({
    replyTo: linkIf(String((countOf(cell('threadingDepth')) ?? 0) > 0), cell('replyToCommentId'), ''),
  }),
};
