import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Models, openModels } from '../../src/classify/models.ts';
import { explained } from '../../src/classify/rationale.ts';
import { type ScoredReaction, scoredReactionSchema } from '../../src/reaction.ts';
import { post, side, tone } from '../helpers/reactions.ts';

let models: Models;
beforeAll(async () => {
  models = await openModels({ model: 'small' });
});
afterAll(() => models.close());

async function* stream(reactions: readonly ScoredReaction[]): AsyncGenerator<ScoredReaction> {
  yield* reactions;
}

async function all(
  reactions: readonly ScoredReaction[],
  asked: Pick<Models, 'sentiment' | 'stance'> = models,
): Promise<ScoredReaction[]> {
  const found: ScoredReaction[] = [];
  for await (const reaction of explained(stream(reactions), asked)) found.push(reaction);
  return found;
}

/** The post with what the real model says of its tone, and the words that carried that. */
async function tonedBy(text: string): Promise<ScoredReaction> {
  const [sentiment] = await models.sentiment([text]);
  const [found] = await all([post(1, { text, sentiment: sentiment! })]);
  return found!;
}

const wordsOf = ({ sentiment }: ScoredReaction): string[] | undefined =>
  sentiment.rationale?.map(({ text }) => text);

describe('the words that carried a label', () => {
  test('are those without which the model is less sure of it', async () => {
    const reaction = await tonedBy('The new timetable is awful, said the man at the counter on Monday.');
    const heaviest = reaction.sentiment.rationale!.reduce((a, b) => (a.weight >= b.weight ? a : b));
    expect(heaviest.text).toBe('awful');
  });

  test('are places in the text of the record, in its order', async () => {
    const text = 'Ugh! I hate 👎 this  @operator boat, I really hate it: https://boats.example/hate';
    const { sentiment } = await tonedBy(text);
    const rationale = sentiment.rationale!;
    expect(rationale.length).toBeGreaterThan(0);
    for (const word of rationale) expect(text.slice(word.start, word.end)).toBe(word.text);
    expect(rationale.map(({ start }) => start)).toEqual(
      rationale.map(({ start }) => start).toSorted((a, b) => a - b),
    );
  });

  test('are marked wherever they stand, when a text says them again and again', async () => {
    const words = wordsOf(await tonedBy('Disgusting service. Disgusting food. disgusting.'));
    expect(words?.filter((word) => /disgusting/i.test(word))).toHaveLength(3);
  });

  test('are told as a run where no word alone matters', async () => {
    const everyWordSaysIt = {
      sentiment: async (texts: readonly string[]) =>
        texts.map((text) => tone('negative', text.split(/\s+/).filter(Boolean).length > 3 ? 0.95 : 0.4)),
      stance: models.stance,
    };
    const text = 'bad worse grim foul vile';
    const [found] = await all([post(1, { text, sentiment: tone('negative', 0.95) })], everyWordSaysIt);
    expect(wordsOf(found!)?.join(' ').split(' ').length).toBeGreaterThanOrEqual(3);
  });

  test('are nobody’s where nothing was taken sides on: neutral, none, not judged', async () => {
    const neutral = post(1, { sentiment: tone('neutral'), stances: [side('Ferries', 'none')] });
    const unread = post(2, { sentiment: tone(null), stances: [side('Ferries', null)] });
    expect(await all([neutral, unread])).toEqual([neutral, unread]);
  });

  test('are told toward each target by itself', async () => {
    const text = 'Ban the fireworks now, they are a danger to every dog in this city.';
    const targets = ['banning fireworks', 'dogs'];
    const stances = await models.stance(targets.map((target) => ({ text, target })));
    const [found] = await all([post(1, { text, stances })]);
    for (const { label, rationale } of found!.stances)
      expect(rationale !== undefined).toBe(label === 'favor' || label === 'against');
  });

  test('leave the record else as it was, and of the shape that is written', async () => {
    const reaction = await tonedBy('What a wonderful crossing!');
    expect(scoredReactionSchema.parse(reaction)).toEqual(reaction);
    const { rationale: _, ...sentiment } = reaction.sentiment;
    const [plain] = await models.sentiment([reaction.text]);
    expect({ ...reaction, sentiment }).toEqual(post(1, { text: reaction.text, sentiment: plain! }));
  });

  test('of a text that has but one word are that word', async () => {
    expect(wordsOf(await tonedBy('Horrible!'))).toEqual(['Horrible']);
  });

  test('keep all records and their order, whatever their number', async () => {
    const posts = Array.from({ length: 70 }, (_, i) => post(i + 1));
    expect((await all(posts)).map(({ id }) => id)).toEqual(posts.map(({ id }) => id));
  });
});
