import { describe, expect, it } from 'vitest';
import { reactionsIn } from '../helpers/said.ts';

const commentsIn = async (text: string): Promise<(string | null)[]> =>
  (await reactionsIn(text))
    .filter(({ kind }) => kind === 'commentary')
    .map(({ speaker }) => speaker?.name ?? null);

describe('commentary', () => {
  it.each<[string, (string | null)[]]>([
    ['Islanders took to Facebook to vent their fury over the cuts.', ['Islanders']],
    ['The cuts prompted harsh criticism of the ferry company on Friday.', [null]],
    ['The mayor’s letter has angered many.', ['many']],
    ['Many parents left the meeting in tears after the vote.', ['Many parents']],
    ['Customers in Galway, where the last branch closes, reacted with disbelief.', ['Customers']],
    ['Residents were furious about the noise of the new boats.', ['Residents']],
    ['The insistence on “foreign hulls”, a term of the port, has angered many.', ['many']],
    ['Residents were livid.', ['Residents']],
    ['Passengers have poured scorn on the airline since May.', ['Passengers']],
    ['A wave of anger has swept the town after the vote.', [null]],
    ['The claim was widely ridiculed by residents.', ['residents']],
    [
      'Residents of Port Alma reacted with fury after the harbour doubled its fees.',
      ['Residents of Port Alma'],
    ],
    ['Migrant workers in the port have reacted bitterly to the decree.', ['Migrant workers']],
    ['Users responded to the ban on balloons by posting pictures of gloves.', ['Users']],
    ['Online, the clip was ridiculed.', [null]],
    ['Social media has been awash with dark humour since Friday.', [null]],
    ['Cartoonists around the world expressed solidarity with him.', ['Cartoonists']],
    ['That drew a furious response from activists in the port.', ['activists']],
    ['Relief and anger mixed on the quay as word of it spread.', [null]],
    ['Many Iranians took to X to list what they lack.', ['Many Iranians']],
    ['The backlash was immediate.', [null]],
    ['Not all comments were hostile.', [null]],
    ['Islanders are up in arms over the new fee.', ['Islanders']],
    ['Even some allies winced at it.', ['some allies']],
    ['The port responded by posting a notice on Friday.', []],
    ['A storm of hail hit the town after the vote.', []],
    ['The council voted on Friday to close the pier for good.', []],
    ['Lena Brandt was furious about the noise.', []],
    ['Residents said they were furious about the noise.', []],
  ])('%s', async (text, expected) => {
    expect(await commentsIn(text)).toEqual(expected);
  });

  it('is a whole sentence with its full stop', async () => {
    const text = 'It rained. Villagers greeted the news with dismay. It snowed.';
    const [comment] = await reactionsIn(text);
    expect(comment).toMatchObject({
      kind: 'commentary',
      text: 'Villagers greeted the news with dismay.',
      cue: null,
    });
  });
});
