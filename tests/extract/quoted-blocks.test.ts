import { describe, expect, it } from 'vitest';
import { quotedIn, reactionsIn } from '../helpers/said.ts';

describe('quoted blocks', () => {
  it.each<[string, string, string[]]>([
    [
      'signed, on a platform',
      '> The bridge was never safe.\n>\n> — Lena Brandt, engineer, on Mastodon\n\nNobody answered.',
      ['The bridge was never safe. | Lena Brandt → Lena Brandt (named) | no cue | post'],
    ],
    [
      'signed with a handle alone',
      '> The bridge was never safe.\n> Never.\n> — @lena_b\n',
      ['The bridge was never safe. Never. | @lena_b → @lena_b (named) | no cue | post'],
    ],
    [
      'signed, of a book',
      '> The bridge was never safe.\n> — Lena Brandt\n',
      ['The bridge was never safe. | Lena Brandt → Lena Brandt (named) | no cue | quotation'],
    ],
    [
      'announced',
      'In her report Lena Brandt wrote:\n\n> The bridge was never safe. We “knew”.\n>\n> All of us.\n\nNobody answered.',
      [
        'The bridge was never safe. We “knew”. All of us. | Lena Brandt → Lena Brandt (named) | wrote | quotation, nested',
      ],
    ],
    [
      'of hard-wrapped mail, the line that announces them too',
      `I have read the long report on the bridge twice, and I am sorry to have to
tell you that hardly a page of it is about the bridge that we all drive on
each morning, and that none at all is about the noise that it has made in
every wind since the new year.

On Tuesday, 3 May 2026 at 10:14 in the morning, Lena Brandt
<lena@example.org> wrote:
> The bridge was never safe, and I have said so in every meeting since the
> first one.

I agree with her.
`,
      [
        'The bridge was never safe, and I have said so in every meeting since the first one. | Lena Brandt → Lena Brandt (named) | wrote | quotation',
      ],
    ],
    [
      'of mail in answer to mail',
      'Dear all, I can only agree.\n\nOn 3 May 2026 at 10:12, Lena Brandt <lena@example.org> wrote:\n> On 2 May 2026, Thomas Ek wrote:\n>> Is the bridge safe?\n> It never was.\n',
      [
        'Is the bridge safe? | Thomas Ek → Thomas Ek (named) | wrote | quotation',
        'It never was. | Lena Brandt → Lena Brandt (named) | wrote | quotation',
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await quotedIn(text)).toEqual(expected);
  });

  it('of which nothing tells whose words they are, are read as prose', async () => {
    expect(await quotedIn('The rules are these:\n\n> “Mind the gap,” said Lena Brandt.\n')).toEqual([
      'Mind the gap, | Lena Brandt → Lena Brandt (named) | said | quotation',
    ]);
  });

  it('have their platform from the signature, not from their words', async () => {
    const [first] = await reactionsIn(
      '> I left Facebook. It had 12K views.\n> — Lena Brandt (@lena) on Threads\n',
    );
    expect(first).toMatchObject({ kind: 'post', platform: 'threads', engagement: {} });
  });
});
