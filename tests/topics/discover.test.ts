import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { openModels } from '../../src/classify/models.ts';
import { topicsOf } from '../../src/topics/discover.ts';
import { shuffleKey } from '../../src/topics/random.ts';

const models = await openModels();
const known = new Map<string, Float32Array>();

/** The shipped encoder; each text is asked once over all tests. */
async function embed(texts: readonly string[]): Promise<Float32Array[]> {
  const unknown = [...new Set(texts)].filter((text) => !known.has(text));
  const vectors = await models.embed(unknown);
  unknown.forEach((text, i) => known.set(text, vectors[i]!));
  return texts.map((text) => known.get(text)!);
}

const csv = readFileSync(new URL('../../corpora/export/posts.csv', import.meta.url), 'utf8');
const posts = Papa.parse<{ body?: string }>(csv, { header: true, skipEmptyLines: true })
  .data.map(({ body }) => body ?? '')
  .filter((body) => body !== '');
const found = await topicsOf(posts, embed);
const firsts = (await found.assign(posts)).map((shares) => shares[0]!.name);
const topicOf = (words: RegExp): string[] => [...new Set(firsts.filter((_, i) => words.test(posts[i]!)))];

afterAll(() => models.close());

describe('topics of the sample export', () => {
  test.each([
    ['the ferry', /\b(?:sailing|ferry cuts|islanders)\b/iu],
    ['the phones', /\b(?:pouch|smartphone)/iu],
    ['the bank', /\b(?:counter fee|withdrawal)\b/iu],
  ])('%s is one', (_, words) => {
    const all = firsts.filter((_name, i) => words.test(posts[i]!));
    const most = Math.max(...topicOf(words).map((name) => all.filter((each) => each === name).length));
    expect(all.length).toBeGreaterThan(4);
    expect(most / all.length).toBeGreaterThan(0.8);
  });

  test('the three are not the same, and say what they are about', () => {
    const names = found.names.join(' | ').toLowerCase();
    expect(new Set(found.names).size).toBe(found.names.length);
    for (const word of ['sundline', 'phone', 'nordhafen']) expect(names).toContain(word);
  });

  test('each has an example from its own posts', async () => {
    for (const { name, example } of found.topics) {
      expect(posts).toContain(example);
      expect((await found.assign([example]))[0]![0]!.name).toBe(name);
    }
  });

  test('are the same in another row order', async () => {
    const turned = await topicsOf([...posts].reverse(), embed);
    expect(turned.topics).toEqual(found.topics);
    expect((await turned.assign(posts)).map((shares) => shares[0]!.name)).toEqual(firsts);
  });

  test('a thousand copies of one post change nothing', async () => {
    const copies = Array.from({ length: 1000 }, (_, i) => `${posts[0]} https://example.org/${i}`);
    expect((await topicsOf([...posts, ...copies], embed)).names).toEqual(found.names);
  });

  test('a sample smaller than the export still gives every post a topic', async () => {
    const sampled = await topicsOf(posts, embed, { sample: 120 });
    const shares = await sampled.assign(posts);
    expect(shares).toHaveLength(posts.length);
    for (const [first] of shares) expect([...sampled.names, 'other']).toContain(first!.name);
  });

  test.each([1, 2, 6])('as many as asked for: %i', async (topicsCount) => {
    expect((await topicsOf(posts, embed, { topicsCount })).names).toHaveLength(topicsCount);
  });
});

/** So many texts on a matter that differ in letters. */
const wordings = (matter: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${matter} ${String.fromCodePoint(97 + (i % 26)).repeat(3 + Math.floor(i / 26))}`,
  );

/** Vectors as far apart as their matters are, and little apart in one. */
const byMatter =
  (matters: readonly string[]) =>
  async (texts: readonly string[]): Promise<Float32Array[]> =>
    texts.map((text) => {
      const vector = new Float32Array(matters.length + 2);
      vector[matters.findIndex((matter) => text.startsWith(matter))] = 1;
      const turn = shuffleKey(text) * 2 * Math.PI;
      vector[matters.length] = 0.3 * Math.cos(turn);
      vector[matters.length + 1] = 0.3 * Math.sin(turn);
      const length = Math.hypot(...vector);
      return vector.map((value) => value / length);
    });

describe('few or odd posts', () => {
  const few = ['The ferry is late', 'The ferry was cancelled', 'No ferry today', 'Where is the ferry?'];

  test('a handful is one topic, named by its terms', async () => {
    const topics = await topicsOf(few, embed);
    expect(topics.names).toEqual(['Ferry']);
    expect(await topics.assign(['The ferry!', '😡'])).toEqual([
      [{ name: 'Ferry', score: 1 }],
      [{ name: 'other', score: 1 }],
    ]);
  });

  test.each([1, 10])(
    'three matters of five wordings each, posted %i times, are three topics',
    async (times) => {
      const matters = [
        /\b(?:sailing|ferry cuts)\b/iu,
        /\b(?:pouch|smartphone)/iu,
        /\b(?:counter fee|withdrawal)\b/iu,
      ];
      const chosen = matters.flatMap((words) =>
        [...new Set(posts)].filter((post) => words.test(post)).slice(0, 5),
      );
      const topics = await topicsOf(
        chosen.flatMap((post) => Array.from({ length: times }, () => post)),
        embed,
      );
      const names = (await topics.assign(chosen)).map((shares) => shares[0]!.name);
      expect(new Set(names.slice(0, 5)).size).toBe(1);
      expect(new Set(names).size).toBe(3);
    },
  );

  test('a small matter among large ones is a topic where all of it is posted often', async () => {
    const matters = ['ferry timetable', 'school phones', 'bank counter', 'harbour dredging'];
    const large = matters.slice(0, 3).flatMap((matter) => wordings(matter, 250));
    const small = wordings(matters[3]!, 8);
    const namesOf = async (times: ReadonlyMap<string, number>): Promise<readonly string[]> =>
      (await topicsOf([...large, ...small], byMatter(matters), { times })).names;
    const oneOften = new Map([[small[0]!, 80]]);
    const allOften = new Map(small.map((text) => [text, 10]));
    expect(await namesOf(oneOften)).toHaveLength(3);
    expect((await namesOf(allOften)).join()).toContain('dredging');
  });

  test('none, or none with words, is no topic', async () => {
    for (const texts of [[], ['', '😡😡', 'https://example.org'], Array(50).fill('...')]) {
      const topics = await topicsOf(texts, embed);
      expect(topics.names).toEqual([]);
      expect(await topics.assign(texts)).toEqual(texts.map(() => [{ name: 'other', score: 1 }]));
    }
  });

  test('what fits none is other', async () => {
    const [shares] = await found.assign(['print("x"); for (i = 0; i < 9; i++) malloc(64);']);
    expect(shares).toEqual([{ name: 'other', score: 1 }]);
  });
});
