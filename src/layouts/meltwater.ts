import type { Layout } from './layout.ts';
import { repostedHandle } from './marks.ts';
import { momentOf } from './times.ts';

/** Often UTF-16 and tabs in a file named .csv. Date and time stand apart; an X post may be an id alone. */
export const meltwater: Layout = {
  name: 'meltwater',
  title: 'Meltwater export',
  signatures: [
    ['Hit Sentence', 'Influencer'],
    ['Hit Sentence', 'Author Handle'],
    ['Hit Sentence', 'Opening Text', 'Document ID'],
  ],
  platform: null,
  columns: {
    text: ['Hit Sentence', 'Opening Text', 'Title', 'Headline'],
    id: ['Document ID', 'Tweet Id'],
    url: ['URL'],
    handle: ['Author Handle', 'Influencer'],
    name: ['Author Name'],
    time: ['Date', 'Alternate Date Format'],
    likes: ['Likes'],
    reposts: ['Reposts', 'Shares'],
    replies: ['Replies', 'Comments'],
    views: ['Views', 'Estimated Views', 'Reach'],
    language: ['Language'],
    platform: ['Source Type', 'Source Name', 'Source'],
    topic: ['Input Name', 'Keyphrases'],
    vendorSentiment: ['Sentiment'],
  },
  refine: (post, cell) => {
    const repostOf = repostedHandle(post.text);
    const time = cell('Time');
    if (time === '') return { repostOf };
    const day = cell('Alternate Date Format') || cell('Date').split(/\s+/, 1)[0]!;
    return { repostOf, publishedAt: momentOf(`${day} ${time}`) ?? post.publishedAt };
  },
};
