import { describe, expect, it } from 'vitest';
import { articleText } from '../../src/formats/html.ts';
import { quotedIn } from '../helpers/said.ts';

const PROSE =
  'The harbour council met for three hours, and the members heard what the islanders had to say about it. ';
const pageWith = (embed: string): string =>
  `<html><body><nav>Home</nav><article><h1>Ferry late</h1><p>${PROSE.repeat(3)}</p>${embed}<p>${PROSE.repeat(2)}</p></article></body></html>`;

/** What stands between the two paragraphs of prose. */
const embeddedIn = (embed: string): string =>
  articleText(pageWith(embed))
    .split(`${PROSE.repeat(3).trim()}\n`)[1]!
    .split(PROSE.trim())[0]!
    .trim();

describe('posts embedded in a page', () => {
  it.each<[string, string, string]>([
    [
      'X',
      '<blockquote class="twitter-tweet"><p lang="en">Four hours.<br>In <b>rain</b>. pic.twitter.com/a1</p>&mdash; Lena B. (@lena_b) <a href="https://twitter.com/lena_b/status/1">May 3</a></blockquote>',
      '> Four hours.\n> In rain.\n>\n> — Lena B. (@lena_b), on X',
    ],
    [
      'Bluesky',
      '<blockquote class="bluesky-embed" data-bluesky-uri="at://x"><p>Four hours.<br><br><a href="#">[image or embed]</a></p>&mdash; Lena (<a href="https://bsky.app/profile/lena.example">@lena.example</a>) <a href="#">May 3</a></blockquote>',
      '> Four hours.\n>\n> — Lena (@lena.example), on Bluesky',
    ],
    [
      'Instagram',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/x/"><div><a href="#">View this post on Instagram</a><p><a href="#">Four hours.</a></p><p>A post shared by Lena Brandt (@lena.b) on <time>May 3</time></p></div></blockquote>',
      '> Four hours.\n>\n> — Lena Brandt (@lena.b), on Instagram',
    ],
    [
      'TikTok',
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@lena.b/video/7"><section><a title="@lena.b" href="#">@lena.b</a><p>Four hours. <a href="#">#ferry</a></p><a href="#">♬ original sound - Lena</a></section></blockquote>',
      '> Four hours. #ferry\n>\n> — @lena.b, on TikTok',
    ],
    [
      'Facebook',
      '<div class="fb-post"><blockquote cite="https://www.facebook.com/lena.b/posts/1" class="fb-xfbml-parse-ignore"><p>Four hours.</p>Posted by <a href="#">Lena Brandt</a> on <a href="#">Monday, May 3</a></blockquote></div>',
      '> Four hours.\n>\n> — Lena Brandt (@lena.b), on Facebook',
    ],
    [
      'Reddit',
      '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/ferries/comments/1/x/">Four hours in the rain</a><br>by<a href="https://www.reddit.com/user/lena_b/">u/lena_b</a> in<a href="https://www.reddit.com/r/ferries/">ferries</a></blockquote>',
      '> Four hours in the rain\n>\n> — @lena_b, on Reddit',
    ],
    [
      'Threads, in a box drawn around it',
      '<div class="ad embed"><div><blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@lena.b/post/x"><p>Four hours.</p><a href="#">View on Threads</a></blockquote></div></div>',
      '> Four hours.\n>\n> — @lena.b, on Threads',
    ],
    [
      'Mastodon without words',
      '<blockquote class="mastodon-embed" data-embed-url="https://masto.example/@lena/123456789/embed"><a href="#"><div>Post by @lena@masto.example</div><div>View on Mastodon</div></a></blockquote>',
      '',
    ],
  ])('on %s are quoted blocks with their signature', (_, embed, expected) => {
    expect(embeddedIn(embed)).toBe(expected);
  });

  it('are read as posts in their place, two in a row each for itself', async () => {
    const tweet = (words: string, name: string): string =>
      `<blockquote class="twitter-tweet"><p>${words}</p>&mdash; ${name} (@x_y) <a href="https://x.com/x_y/status/1">May 3</a></blockquote>`;
    const text = articleText(
      pageWith(
        `${tweet('It said “soon” again.', 'Lena')}${tweet('I like trains.', 'Tom')}<p>“Enough,” said Ida Ek.</p>`,
      ),
    );
    expect(await quotedIn(text)).toEqual([
      'It said “soon” again. | Lena → Lena (named) | no cue | post, nested',
      'I like trains. | Tom → Tom (named) | no cue | post',
      'Enough, | Ida Ek → Ida Ek (named) | said | quotation',
    ]);
  });

  it('are no ordinary quoted blocks', () => {
    expect(embeddedIn('<blockquote><p>We regret it.</p><p>All of it.</p></blockquote>')).toBe(
      '> We regret it.\n>\n> All of it.',
    );
  });
});
