import type { Layout } from './layout.ts';

/** The body is HTML; likes are not collected. */
export const fourcatTruthsocial: Layout = {
  name: '4cat-truthsocial',
  title: '4CAT or Zeeschuimer export of Truth Social',
  signatures: [['body', 'account_username', 'account_display_name', 'reblogs_count', 'replies_count']],
  platform: 'truthsocial',
  writing: 'html',
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['url'],
    handle: ['account_username'],
    name: ['account_display_name'],
    authorId: ['account_id'],
    time: ['created_at', 'unix_timestamp', 'timestamp'],
    reposts: ['reblogs_count'],
    replies: ['replies_count'],
  },
  refine: (post, cell) => {
    const thread = cell('thread_id');
    return { replyTo: thread === '' || thread === post.sourceId ? null : thread };
  },
};
