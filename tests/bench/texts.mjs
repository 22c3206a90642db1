/** What the benchmark reads: posts of the sample export, joined anew so that no two are alike; or a file of one's own. */
import { openTable } from '../../dist/formats/index.js';
import { sourceOf } from '../../dist/formats/source.js';
import { isReject } from '../../dist/formats/table.js';

const TARGETS = [
  'the ferry company',
  'the new timetable',
  'the island council',
  'higher fares',
  'the bridge',
];

/** `count` different texts, each with a target; the same on every machine. */
export async function posts(count, path) {
  const own = path !== undefined;
  const cells = await columnOf(
    path ?? new URL('../../corpora/export/posts.csv', import.meta.url).pathname,
    own,
  );
  const texts = own ? cells.slice(0, count) : mixed(cells, count);
  return texts.map((text, i) => ({ text, target: TARGETS[i % TARGETS.length] }));
}

async function columnOf(path, own) {
  const table = await openTable(await sourceOf(path));
  const names = own ? ['text', 'body', 'tweet', 'content'] : ['body'];
  const place = table.columns.findIndex((column) => names.includes(column.toLowerCase()));
  if (place < 0) throw new Error(`${path} has no column ${names.join(' or ')}`);
  const texts = new Set();
  for await (const row of table.rows)
    if (!isReject(row) && row.cells[place].trim() !== '') texts.add(row.cells[place]);
  return [...texts];
}

/** The beginning of one post with the end of another: lengths stay those of posts. */
function mixed(texts, count) {
  const found = new Set();
  for (let i = 0; found.size < count; i += 1) {
    const first = texts[(i * 7) % texts.length].split(' ');
    const second = texts[(i * 13 + Math.floor(i / texts.length)) % texts.length].split(' ');
    const cut = 1 + (i % Math.max(1, first.length));
    found.add([...first.slice(0, cut), ...second.slice(Math.min(cut, second.length - 1))].join(' '));
  }
  return [...found];
}
