/** What the platforms that Zeeschuimer collects say in their own way. */
import { describe, expect, test } from 'vitest';
import { FAIR, LATE } from './invented.ts';
import { lines } from './written.ts';

describe('Zeeschuimer, other platforms', () => {
  const from = (source_platform: string, data: object): object => ({
    item_id: '1',
    source_platform,
    source_platform_url: `https://${source_platform}/`,
    data,
  });

  test.each([
    [
      'TikTok comments',
      'tiktok-comments',
      {
        cid: '71',
        text: LATE,
        aweme_id: '70',
        reply_id: '0',
        create_time: 1772389800,
        user: { uid: '9', unique_id: 'lena', nickname: 'Lena B' },
        digg_count: 12,
        reply_comment_total: 1,
        comment_language: 'en',
      },
      {
        sourceId: '71',
        text: LATE,
        replyTo: '70',
        platform: 'tiktok',
        author: { id: '9', handle: 'lena', name: 'Lena B' },
        language: 'en',
        engagement: { likes: 12, replies: 1 },
      },
    ],
    [
      'a comment on a comment',
      'tiktok-comments',
      { cid: '72', text: FAIR, aweme_id: '70', reply_id: '71', user: { unique_id: 'tomas' } },
      { sourceId: '72', replyTo: '71' },
    ],
    [
      'TikTok',
      'tiktok.com',
      {
        id: '73',
        desc: LATE,
        createTime: 1772389800,
        author: { id: '9', uniqueId: 'lena' },
        statsV2: { diggCount: '12', playCount: '400' },
        duetInfo: { duetFromId: '0' },
      },
      { url: 'https://www.tiktok.com/@lena/video/73', engagement: { likes: 12, views: 400 }, quoteOf: null },
    ],
    [
      'Instagram',
      'instagram.com',
      {
        id: '5_9',
        code: 'CaBc1',
        caption: { text: LATE },
        taken_at: 1772389800,
        user: { pk: '9', username: 'lena', full_name: 'Lena Brandt' },
        like_count: 12,
      },
      {
        text: LATE,
        url: 'https://www.instagram.com/p/CaBc1/',
        platform: 'instagram',
        publishedAt: '2026-03-01T18:30:00Z',
        author: { id: '9', handle: 'lena', name: 'Lena Brandt' },
      },
    ],
    [
      "Instagram's older answers",
      'instagram.com',
      {
        id: '5',
        shortcode: 'CaBc1',
        edge_media_to_caption: { edges: [{ node: { text: LATE } }] },
        taken_at_timestamp: 1772389800,
        owner: { id: '9', username: 'lena' },
        edge_media_preview_like: { count: 12 },
      },
      { text: LATE, url: 'https://www.instagram.com/p/CaBc1/', engagement: { likes: 12 } },
    ],
    [
      'Threads',
      'threads.net',
      {
        id: '31',
        code: 'A1',
        caption: { text: LATE },
        user: { username: 'lena' },
        like_count: 12,
        text_post_app_info: {
          direct_reply_count: 1,
          repost_count: 3,
          quote_count: 0,
          reply_to_author: { username: 'tomas' },
        },
      },
      {
        url: 'https://www.threads.net/@lena/post/A1',
        replyTo: '@tomas',
        engagement: { likes: 12, reposts: 3, replies: 1, quotes: 0 },
      },
    ],
    [
      'Truth Social, whose texts are HTML',
      'truthsocial.com',
      {
        id: '111',
        content: '<p>Late &amp; late</p><p>again</p>',
        account: { id: '7', username: 'lena', display_name: 'Lena Brandt' },
        url: 'https://truthsocial.example/@lena/111',
        quote: { id: '110', content: '<p>Sailings end at six</p>' },
      },
      {
        text: 'Late & late\nagain',
        platform: 'truthsocial',
        quoteOf: 'Sailings end at six',
        url: 'https://truthsocial.example/@lena/111',
      },
    ],
    [
      'LinkedIn',
      'linkedin.com',
      { commentary: { text: { text: LATE } }, actor: { name: { text: 'Lena Brandt' } } },
      { text: LATE, platform: 'linkedin', author: { id: null, handle: null, name: 'Lena Brandt' } },
    ],
  ])('%s', async (_, platform, data, wanted) => {
    const { layout, posts } = await lines(from(platform, data));
    expect(layout).toBe('zeeschuimer');
    expect(posts).toMatchObject([wanted]);
  });
});
