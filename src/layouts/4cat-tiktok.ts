import type { Layout } from './layout.ts';
import { linkIf } from './marks.ts';

export const fourcatTiktok: Layout = {
  name: '4cat-tiktok',
  title: '4CAT or Zeeschuimer export of TikTok videos',
  signatures: [['tiktok_url', 'is_duet', 'plays']],
  platform: 'tiktok',
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['tiktok_url'],
    handle: ['author'],
    name: ['author_full'],
    time: ['unix_timestamp', 'timestamp'],
    likes: ['likes'],
    reposts: ['shares'],
    replies: ['comments'],
    views: ['plays'],
  },
  // A duet stands beside another's video, which the export does not name.
  refine: (_, cell) => ({ quoteOf: linkIf(cell('is_duet'), '', '') }),
};
