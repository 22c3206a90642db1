/** What stands around a quotation tells that it was posted, where, and how it was received. */
import { describe, expect, it } from 'vitest';
import { reactionsIn } from '../helpers/said.ts';

const lastOf = async (text: string) => (await reactionsIn(text)).at(-1);

describe('posts by the sentences around them', () => {
  it.each<[string, string, object]>([
    [
      'the sentence before tells of a thread',
      'Dana Ek explained the fee in a thread on X. “It pays for nothing,” she wrote.',
      { kind: 'post', platform: 'x' },
    ],
    [
      'the sentence before has the figures',
      'Dana Ek answered in a clip on TikTok that was watched 9,000 times. “Not my fee,” she writes.',
      { kind: 'post', platform: 'tiktok', engagement: { views: 9000 } },
    ],
    [
      'another one answers a post',
      '“Cold soup again,” Dana Ek tweeted. “Bring a kettle,” another replied.',
      { kind: 'post', platform: 'x' },
    ],
    [
      'the same one goes on',
      '“Cold soup again,” @danaek tweeted. “And cold tea,” she added.',
      { kind: 'post', platform: 'x', speaker: { name: '@danaek', form: 'pronoun' } },
    ],
    [
      'another post beside one, which may stand anywhere',
      '“Cold soup again,” Dana Ek wrote on Facebook.\n“Bring a kettle,” another post with 300 likes said.',
      { kind: 'post', platform: null },
    ],
    [
      'a post after a sentence that tells where people posted',
      'Passengers took to TikTok. “Cold soup again,” Dana Ek wrote. “Bring a kettle,” another post said.',
      { kind: 'post', platform: 'tiktok' },
    ],
    [
      'under a picture',
      'The ferry was late again. “A lovely boat,” one man wrote under the picture.',
      { kind: 'post', platform: null },
    ],
    [
      'beneath it',
      'The clip was watched by many. “I know that boat,” one woman wrote beneath it.',
      { kind: 'post', platform: null },
    ],
    [
      'the sentence before is of one post',
      'The tweet that began it was sent at six. “Who rows this?” asked the actor Bo Ray.',
      { kind: 'post', platform: 'x', speaker: { name: 'Bo Ray' } },
    ],
    [
      'a second one, in few words',
      '“Rosa for queen,” reads the top comment. “Rosa for mayor, at least,” reads the second.',
      { kind: 'post', platform: null },
    ],
    [
      'a reply that came',
      'Bo Ray defended the fee on X, tweeting that it was “small”. “So is the boat,” came one reply.',
      { kind: 'post', speaker: { name: 'one reply', form: 'anonymous' } },
    ],
    [
      'somebody with followers',
      'A nurse wrote on Facebook: “It leaks.” Another with 40,000 followers wrote: “It sank.”',
      { kind: 'post', speaker: { name: 'Another', form: 'anonymous' } },
    ],
    [
      'a picture and all the words under it',
      'Bo Ray posted a photo of the plate with the caption “Warm air”.',
      { kind: 'post', text: 'Warm air', flags: [] },
    ],
    [
      'one who has posted, and replies',
      '“He has one face,” a user named Baran tweeted. The paper disagreed. It called the post “rude”. “I learned it here,” replied Baran.',
      { kind: 'post', speaker: { name: 'Baran' } },
    ],
    [
      'in a video of a platform',
      '“Now you want the summer?” Dana Ek asked in a Facebook video.',
      { kind: 'post', platform: 'facebook' },
    ],
    [
      'under an article, and another one there',
      '“In Oslo they swim,” a reader commented under the article. Another asked whether he “has ever seen a boat”.',
      { kind: 'post', text: 'has ever seen a boat' },
    ],
    [
      'a post in which somebody asked',
      'Dana Ek was held for a post in which she asked “who counts the boats at night”.',
      { kind: 'post', platform: null },
    ],
    [
      'a channel',
      'Another Telegram channel wrote that the boat “sank by itself”.',
      { kind: 'post', platform: 'telegram' },
    ],
    [
      'one of the posts that were shared',
      '“I row 34 children,” read one of the most shared posts.',
      { kind: 'post', platform: null },
    ],
    [
      'a body’s tweet, and an answer to it',
      'The ministry’s tweet was brief: “All boats run.” “For whom?” a lawyer answered the ministry.',
      { kind: 'post', platform: 'x', speaker: { name: 'a lawyer' } },
    ],
    [
      'after a post, no words written in a paper',
      '“Bread, rent,” tweeted Dana Ek. The harbour company took the other side. “Row on,” it wrote in an editorial.',
      { kind: 'quotation', platform: null },
    ],
    [
      'after a post, no words said in a street',
      'Dana Ek was held for a post in which she asked “who counts the boats at night”. “I slept badly,” she joked outside the court.',
      { kind: 'quotation', platform: null },
    ],
    [
      'a sentence about commenters',
      '“More ministers than boats,” Dana Ek wrote in a post. Many commenters took it up. “I row,” a nurse wrote.',
      { kind: 'post', speaker: { name: 'a nurse' } },
    ],
    [
      'in the comments',
      '“A lovely boat,” Dana Ek quipped in the comments.',
      { kind: 'post', platform: null },
    ],
    ['by an account', '“A lovely boat,” wrote u/danaek.', { kind: 'post', platform: 'reddit' }],
    [
      'figures in the sentence after',
      'Dana Ek wrote on X: “A lovely boat.” The post drew more than 7,000 likes.',
      { kind: 'post', engagement: { likes: 7000 } },
    ],
    [
      'figures in the next paragraph',
      'Dana Ek wrote on X: “A lovely boat.”\nThat post has been shared 1,200 times.',
      { kind: 'post', engagement: { reposts: 1200 } },
    ],
    [
      'in a video that many have seen',
      '“Who would pay?” asked Dana Ek, a nurse in Leeds, in a video that has been viewed 6 million times.',
      { kind: 'post', engagement: { views: 6_000_000 } },
    ],
    [
      'comments told of before',
      'Comments under the clip run to the thousands. “Soup for all!” reads one. “Cold soup,” goes another.',
      { kind: 'post', text: 'Cold soup,' },
    ],
    [
      'a second one under a post',
      '“Finally,” Dana Ek tweeted. “At last,” commented a reader. “Word of the year,” wrote a second.',
      { kind: 'post', text: 'Word of the year,' },
    ],
    [
      'shared by somebody who adds a word',
      'Her thread was shared by the actor Bo Ray, who added only: “Shameful.”',
      { kind: 'post', speaker: { name: 'Bo Ray' } },
    ],
    [
      'a thread told of after',
      '“They pardoned themselves,” wrote the lawyer Dana Ek. Her thread was shared by thousands.',
      { kind: 'post', speaker: { name: 'Dana Ek' } },
    ],
    [
      'on a site for reviews',
      'On TripAdvisor, a visitor announced that he would “rather swim round it”.',
      { kind: 'post', platform: 'other' },
    ],
    [
      'many who post under a hashtag',
      'Under the hashtag #FreeTheGoat, thousands have posted pictures. “Mine has opinions,” wrote a farmer.',
      { kind: 'post', speaker: { name: 'a farmer' } },
    ],
    [
      'from a profile',
      '“Me too,” answered the union’s leader, Bo Dahl, from his personal profile.',
      { kind: 'post', speaker: { name: 'Bo Dahl' } },
    ],
    [
      'no post: what a newcomer would ask',
      '“We heard you,” @danaek tweeted. Lawmaker Lena Brandt said she would ask one thing: “Where is it?”',
      { kind: 'quotation', speaker: { name: 'Lena Brandt' } },
    ],
    [
      'a user name after a dash, in a list',
      'The best reactions:\n\n- “Never a foul” — @lena_b',
      { kind: 'post', speaker: { name: '@lena_b' } },
    ],
    [
      'a user name and figures in brackets, in a list',
      'The best reactions:\n\n- “No” (@danaek)\n- “Yes, of course.” (@lena_b, 22K likes)',
      { kind: 'post', speaker: { name: '@lena_b' }, engagement: { likes: 22_000 } },
    ],
    [
      'the top comment, and by whom',
      'Dana Ek’s clip was watched by many. The top comment, from a user in Vik: “At last it reached us.”',
      { kind: 'post', speaker: { name: 'a user' } },
    ],
    [
      'a user with a name',
      '“Why me?” asked a user who goes by the name Leila.',
      { kind: 'post', speaker: { name: 'Leila' } },
    ],
    [
      'no post: a source that told the paper',
      '“A lovely boat,” Dana Ek tweeted. A source close to her told us: “She meant it.”',
      { kind: 'quotation', platform: null },
    ],
    [
      'figures of another thing',
      'Dana Ek wrote on X: “A lovely boat.” The ferry’s own page has 7,000 likes.',
      { kind: 'post', engagement: {} },
    ],
    [
      'no post: told a paper after one',
      'Dana Ek announced it on Facebook. “We had no choice,” she told the Harbor Times.',
      { kind: 'quotation', platform: null },
    ],
    [
      'no post: a law on platforms',
      'Dana Ek called the ban on TikTok “a relief for parents”.',
      { kind: 'quotation', platform: null },
    ],
    [
      'no post: a letter in the next story of the paragraph',
      '“Cold soup again,” Dana Ek tweeted. The cook, Ole Lund, told guests: “I am sorry.”',
      { kind: 'quotation', platform: null },
    ],
  ])('%s', async (_, text, expected) => {
    expect(await lastOf(text)).toMatchObject(expected);
  });
});
