/** The reading where no model is: the program alone, in a folder of its own, as somebody runs it who left the models out. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { finished, freshDirectory, repository, type Run } from '../helpers/program.ts';

const folder = freshDirectory('dist', 'package.json');
symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
writeFileSync(
  join(folder, 'ferry.txt'),
  '“We waited four hours,” Lena Brandt posted on X.\nThomas Ek said that the pier was closed.\n',
);
const gold = {
  id: 'ferry',
  text: 'Thomas Ek said that the pier was closed.',
  attributions: [{ source: [[0, 9]], cue: [[10, 14]], content: [[20, 39]] }],
};
writeFileSync(join(folder, 'gold.ndjson'), `${JSON.stringify(gold)}\n`);

const NO_ENCODER = 'The model sentence-encoder is not there: stories are told apart by their words alone.\n';
const NO_TAGGER = 'The model quotation-tagger is not there: indirect speech is read by rules alone.\n';

const hearsay = (args: readonly string[], models = ''): Promise<Run> =>
  finished(process.execPath, ['dist/cli.js', ...args], { cwd: folder, env: { HEARSAY_MODELS: models } });

test('rules read on, and a word says so', async () => {
  const { status, stdout, stderr } = await hearsay(['quotes', 'ferry.txt', '--indirect']);
  expect(stderr).toBe(NO_TAGGER + NO_ENCODER);
  expect(stdout).toContain('“We waited four hours,”');
  expect(stdout).toContain('“the pier was closed”');
  expect(status).toBe(0);
});

test('nothing is said of a model that is not needed', async () => {
  expect((await hearsay(['quotes', 'ferry.txt'])).stderr).toBe(NO_ENCODER);
  expect((await hearsay(['quotes', 'ferry.txt', '--indirect', '--no-tagger'])).stderr).toBe(NO_ENCODER);
  expect((await hearsay(['quotes', 'ferry.txt', '--indirect', '-q'])).stderr).toBe('');
});

test('the evaluation says by what was read', async () => {
  const { stdout, stderr } = await hearsay(['eval', 'quotes', 'gold.ndjson']);
  expect(stdout).toContain('1 documents, read by rules alone');
  expect(stderr).toContain(NO_TAGGER + NO_ENCODER);
});

test('a comparison needs the model', async () => {
  const { status, stderr } = await hearsay(['eval', 'quotes', 'gold.ndjson', '--compare']);
  expect(stderr).toContain('hearsay: the model quotation-tagger is not in ');
  expect(status).toBe(5);
});

test('a damaged model is an error, not an absent one', async () => {
  mkdirSync(join(folder, 'damaged', 'quotation-tagger'), { recursive: true });
  const { status, stderr } = await hearsay(['quotes', 'ferry.txt', '--indirect'], 'damaged');
  expect(stderr).toMatch(/quotation-tagger.hearsay\.json: this description of a model can't be used/);
  expect(status).toBe(5);
});
