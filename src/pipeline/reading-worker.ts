/** A helping process: reads documents that its parent sends. */
import { answerOrders } from '../classify/helping-process.ts';
import { openModels } from '../classify/models.ts';
import { readingOf } from '../extract/reading.ts';
import type { Document } from '../reaction.ts';
import { readingModels } from './reading-models.ts';
import type { Helped, HelperOptions } from './readings.ts';

const { folder, tagger } = JSON.parse(process.argv[2]!) as HelperOptions;
// There is one for every core.
const models = await openModels({ folder, threads: 1 });
const how = readingModels(models, { tagger });

answerOrders<Document, Helped>(async (document) => {
  const { stories, reactions } = await readingOf(document, how);
  return { stories, reactions, used: models.used };
});
