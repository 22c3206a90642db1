/**
 * A process of its own that asks the models: a model's run blocks its event loop, and whoever reads figures
 * must never wait for it. Started by `scoring-desk.ts`.
 */
import { answerOrders } from '../classify/helping-process.ts';
import { type ModelOptions, openModels } from '../classify/models.ts';
import { type Scorable, scorerOf } from '../classify/scored.ts';

export interface Order {
  readonly language: string | undefined;
  readonly items: readonly { readonly text: string; readonly targets: readonly string[] }[];
}

export interface Answer {
  readonly scored: readonly Awaited<ReturnType<ReturnType<typeof scorerOf<Scorable>>>>[number][];
  readonly models: readonly string[];
}

const models = await openModels(JSON.parse(process.argv[2] ?? '{}') as ModelOptions);

answerOrders<Order, Answer>(async ({ language, items }) => {
  // A scorer remembers all that it was asked: a new one for each order keeps the memory flat.
  const scored = await scorerOf<Scorable>(models, { language })(
    items.map(({ text, targets }) => ({ reaction: { text, language: null, flags: [] }, targets })),
  );
  return { scored, models: models.used.map(({ name }) => name) };
});
