/** `--labels FILE`: labels by hand, as `hearsay label` writes them or as any table of them has them. */
import { type HandLabel, HandLabels } from '../aggregate/hand-labels.ts';
import { HearsayError } from '../errors.ts';
import { openTable } from '../formats/index.ts';
import { sourceOf } from '../formats/source.ts';
import { type SentimentLabel, type StanceLabel, SENTIMENTS, STANCES } from '../reaction.ts';
import type { Io } from './command.ts';
import { type LabelledRow, labelledRows } from './labelled-rows.ts';

/**
 * Columns `id` or `text`; `sentiment`, or `target` and `stance`, or all; `probability` where rows were drawn with
 * different chances. A column `label` is the stance where there is a target, else the sentiment. Empty labels
 * are left out.
 * @throws HearsayError `usage` for missing columns, unknown labels, and a file without any label
 */
export async function handLabelsIn(path: string, io: Io): Promise<HandLabels> {
  const { columns } = await openTable(await sourceOf(path, io.stdin), {});
  const has = (name: string): boolean => columns.some((column) => column.trim().toLowerCase() === name);
  const stanceColumn = ['stance', 'label'].find((name) => has('target') && has(name));
  const sentimentColumn = ['sentiment', 'label'].find((name) => has(name) && name !== stanceColumn);
  if (stanceColumn === undefined && sentimentColumn === undefined)
    throw new HearsayError('usage', 'there is no column of labels', {
      at: { file: path },
      remedy: 'Name one sentiment, or two target and stance.',
    });
  const read = async (labels: readonly string[], labelColumn: string, needsTarget: boolean) =>
    (await labelledRows(path, labels, { labelColumn, needsTarget, needsText: !has('id') }, {}, io)).rows;
  const found: HandLabel[] = [];
  if (sentimentColumn !== undefined)
    for (const row of await read(SENTIMENTS, sentimentColumn, false))
      found.push({ ...keyOf(row), sentiment: row.label as SentimentLabel });
  if (stanceColumn !== undefined)
    for (const row of await read(STANCES, stanceColumn, true))
      if (row.target !== null)
        found.push({ ...keyOf(row), stance: { target: row.target, label: row.label as StanceLabel } });
  if (found.length > 0) return new HandLabels(found);
  throw new HearsayError('usage', 'no row has a label', {
    at: { file: path },
    remedy: 'Write a label into some rows; "hearsay label" asks for them one by one.',
  });
}

function keyOf({ id, text, probability, row }: LabelledRow): Omit<HandLabel, 'sentiment' | 'stance'> {
  if (probability === null || (probability > 0 && probability <= 1)) return { id, text, probability };
  throw new HearsayError('usage', `the probability ${probability} is not above 0 and at most 1`, {
    at: { row },
    remedy: 'Leave it empty where all rows had the same chance to be drawn.',
  });
}
