/**
 * A process of its own that asks the models: a model's run blocks its event loop, and whoever reads figures
 * must never wait for it. Started by `scoring-desk.ts`; one order at a time.
 */
import { type ModelOptions, openModels } from '../classify/models.ts';
import { type Scorable, scorerOf } from '../classify/scored.ts';

export interface Order {
  readonly id: number;
  readonly language: string | undefined;
  readonly items: readonly { readonly text: string; readonly targets: readonly string[] }[];
}

export interface Reply {
  readonly id: number;
  readonly scored?: readonly Awaited<ReturnType<ReturnType<typeof scorerOf<Scorable>>>>[number][];
  readonly models?: readonly string[];
  readonly failure?: string;
}

const models = await openModels(JSON.parse(process.argv[2] ?? '{}') as ModelOptions);

async function answered({ id, language, items }: Order): Promise<Reply> {
  try {
    // A scorer remembers all that it was asked: a new one for each order keeps the memory flat.
    const scored = await scorerOf<Scorable>(models, { language })(
      items.map(({ text, targets }) => ({ reaction: { text, language: null, flags: [] }, targets })),
    );
    return { id, scored, models: models.used.map(({ name }) => name) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (order: Order) => {
  void answered(order).then((reply) => process.send?.(reply));
});
// The terminal interrupts parent and child alike; it is for the parent to say when work ends.
process.on('SIGINT', () => {});
// Whoever started this has ended.
process.on('disconnect', () => process.exit());
