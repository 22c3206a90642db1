/** A proposal is worth editing only if `analyze --topics` gives its topics back. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { openModels } from '../../src/classify/models.ts';
import { topicsOf } from '../../src/topics/discover.ts';
import { givenAssigner } from '../../src/topics/given.ts';
import { proposalOf } from '../../src/topics/proposal.ts';
import { proposalFile } from '../../src/topics/proposal-file.ts';
import { givenTopics } from '../../src/topics/topics-file.ts';

const models = await openModels();
afterAll(() => models.close());

const csv = readFileSync(new URL('../../corpora/export/posts.csv', import.meta.url), 'utf8');
/** The English posts: others are not read, and so are not asked for topics either. */
const posts = Papa.parse<{ body?: string; language_guess?: string }>(csv, {
  header: true,
  skipEmptyLines: true,
})
  .data.filter(({ language_guess }) => language_guess === 'en')
  .map(({ body }) => body ?? '')
  .filter((body) => body !== '');
const discovery = await topicsOf(posts, models.embed);
const proposal = await proposalOf(posts, discovery);
const yaml = proposalFile(proposal, 'posts.csv');

describe('a proposal from the sample export', () => {
  test('gives nearly the same topics when it is read back', async () => {
    const found = (await discovery.assign(posts)).map((shares) => shares[0]!.name);
    const given = await givenAssigner(givenTopics(yaml, 'topics.yaml'), models.embed);
    const again = (await given.assign(posts)).map((shares) => shares[0]!.name);
    const sameness = (names: readonly number[]): number =>
      names.filter((i) => again[i] === found[i]).length / names.length;
    const all = posts.map((_, i) => i);
    // Posts full of irony that name nothing stay nearer to their neighbours than to any example.
    expect(sameness(all)).toBeGreaterThan(0.75);
    expect(sameness(all.filter((i) => again[i] !== 'other' && found[i] !== 'other'))).toBeGreaterThan(0.95);
  });

  test('is the same in another order of rows', async () => {
    const turned = [...posts].reverse();
    const again = await proposalOf(turned, await topicsOf(turned, models.embed));
    expect(proposalFile(again, 'posts.csv')).toBe(yaml);
  });

  test('names words and targets of each topic, with how many posts speak of them', () => {
    const ferry = proposal.topics.find(({ words }) => words.includes('ferry'))!;
    expect(ferry.targets).toContain('Sundline Ferries');
    const support = ferry.found.targets.find(({ name }) => name === 'Sundline Ferries')!;
    expect(support.texts).toBeGreaterThan(10);
    expect(yaml).toMatch(/- Sundline Ferries # \d+ posts, \d+ %/);
  });

  test('shows examples that are posts of the export, no two the same', () => {
    const lines = new Set(posts.map((text) => text.replace(/\s+/gu, ' ').trim()));
    for (const { examples } of proposal.topics) {
      expect(new Set(examples).size).toBe(examples.length);
      expect(examples.filter((example) => !lines.has(example))).toEqual([]);
    }
  });
});
