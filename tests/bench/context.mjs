/**
 * Does a reply's stance get clearer when the model also reads what it answers? `node tests/bench/context.mjs`
 *
 * 42 invented replies (`corpora/export/replies.gold.csv`), a third of each label, that mean little without the
 * post before them, read alone and with that post in four wordings. A side that is wrongly taken is worse than one
 * that is missed, so both are counted.
 */
import { openModels } from '../../dist/classify/models.js';
import { openTable } from '../../dist/formats/index.js';
import { sourceOf } from '../../dist/formats/source.js';

const GOLD = new URL('../../corpora/export/replies.gold.csv', import.meta.url).pathname;
const WORDINGS = {
  alone: ({ text }) => text,
  'post first': ({ parent, text }) => `${parent} ${text}`,
  'post last': ({ parent, text }) => `${text} (in reply to: ${parent})`,
  'post quoted': ({ parent, text }) => `In reply to "${parent}": ${text}`,
  'post as repost': ({ parent, text }) => `${text} RT @user: ${parent}`,
};

async function replies() {
  const table = await openTable(await sourceOf(GOLD));
  const found = [];
  for await (const { cells } of table.rows)
    found.push(Object.fromEntries(table.columns.map((name, i) => [name, cells[i]])));
  return found;
}

const say = (line) => process.stdout.write(`${line}\n`);

const count = (items, isOne) => items.filter(isOne).length;

const rows = await replies();
for (const model of ['small', 'base']) {
  const models = await openModels({ model });
  say(`\nstance-${model}, ${rows.length} replies    right  sides right  sides wrong  sides missed`);
  for (const [name, wording] of Object.entries(WORDINGS)) {
    const scores = await models.stance(rows.map((row) => ({ text: wording(row), target: row.target })));
    const pairs = scores.map(({ label }, i) => ({ label, truth: rows[i].label }));
    const cells = [
      count(pairs, ({ label, truth }) => label === truth),
      count(pairs, ({ label, truth }) => label === truth && label !== 'none'),
      count(pairs, ({ label, truth }) => label !== truth && label !== 'none'),
      count(pairs, ({ label, truth }) => label === 'none' && truth !== 'none'),
    ];
    say(`${name.padEnd(27)}${cells.map((cell) => String(cell).padStart(11)).join('  ')}`);
  }
  await models.close();
}
