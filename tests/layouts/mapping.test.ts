import { describe, expect, test } from 'vitest';
import { openTable } from '../../src/formats/index.ts';
import { memorySource } from '../../src/formats/source.ts';
import { isReject } from '../../src/formats/table.ts';
import { postsIn } from '../../src/layouts/index.ts';
import type { LayoutOptions } from '../../src/layouts/mapping.ts';
import type { Post } from '../../src/reaction.ts';

async function read(csv: string, options: LayoutOptions = {}): Promise<{ notice: string; posts: Post[] }> {
  const { mapping, posts } = await postsIn(
    await openTable(memorySource('posts.csv', [Buffer.from(csv)])),
    options,
  );
  const found: Post[] = [];
  for await (const item of posts) if (!isReject(item)) found.push(item.post);
  return { notice: mapping.notice, posts: found };
}

describe('columns', () => {
  test.each([
    ['id,Full Text,n\n1,late again,5\n', 'Full Text'],
    ['id,COMMENT\n1,late again\n', 'COMMENT'],
    ['message_id,message\n1,late again\n', 'message'],
    ['title,text\nlate,late again\n', 'text'],
    ['ref,q17 open answer,score\n1,we were all late again,5\n', 'q17 open answer'],
    ['answers\nlate\n', 'answers'],
  ])('the text of %j stands in %j', async (csv, column) => {
    const { notice, posts } = await read(csv);
    expect(notice).toContain(`text in "${column}"`);
    expect(posts[0]!.text).toContain('late');
  });

  test.each(['created_at', 'Pub Date', 'Date created', 'day', 'Datum', 'Fecha'])(
    'the time stands in %j',
    async (column) => {
      const { posts } = await read(`id,text,${column}\n1,late again,2026-03-01 08:00\n`);
      expect(posts[0]!.publishedAt).toBe('2026-03-01T08:00:00Z');
    },
  );

  test.each([
    ['b', 'from b'],
    ['B', 'from b'],
    ['3', 'from b'],
  ])('the user names another: %s', async (textColumn, text) => {
    const { posts } = await read('id,text,b\n1,from text,from b\n', { textColumn });
    expect(posts[0]!.text).toBe(text);
  });

  test('a column whose name is a number is meant before the number of a column', async () => {
    expect((await read('id,text,1\n7,a,from 1\n', { textColumn: '1' })).posts[0]!.text).toBe('from 1');
  });

  test('other fields by name', async () => {
    const { posts } = await read('nr,text,who\n7,a,lena\n', { columns: { id: 'nr', handle: 'who' } });
    expect(posts[0]).toMatchObject({ sourceId: '7', author: { handle: 'lena' } });
  });

  test('a column that is not there is wrong use, and the nearest are named', async () => {
    await expect(read('id,text,texte,lang\n1,a,b,en\n', { textColumn: 'txt' })).rejects.toMatchObject({
      code: 'usage',
      message: 'there is no column "txt"; the header is id, text, texte, lang',
      remedy: 'Nearest: "text", "texte", "id".',
    });
    await expect(read('id,text\n1,a\n', { textColumn: '3' })).rejects.toThrow('there is no column "3"');
  });

  test('a table without any text is wrong use', async () => {
    await expect(read('a,b\n1,2\n3,4\n')).rejects.toMatchObject({
      code: 'usage',
      message: 'no column seems to hold text; the header is a, b',
      remedy: 'Name it with --text-column.',
    });
  });

  test('a layout that is not there is wrong use, and those that are there are named', async () => {
    await expect(read('id,text\n1,a\n', { layout: 'nosuch' })).rejects.toThrow('there is no layout "nosuch"');
  });

  test('the user names the layout', async () => {
    const { notice } = await read('id,text\n1,a\n', { layout: 'x-api' });
    expect(notice).toBe('posts.csv: X API 2 JSON (layout x-api), UTF-8, comma, text in "text"');
  });

  test('an empty file and a header alone have no posts and are no error', async () => {
    expect(await read('')).toEqual({ notice: 'posts.csv: empty', posts: [] });
    expect((await read('id,text\n')).posts).toEqual([]);
  });
});

describe('numbers that are not known', () => {
  const header = 'id,thread_id,author,body,timestamp,likes,shares\n';

  test('a tool that writes 0 for what it does not know is not believed where all are 0', async () => {
    const { notice, posts } = await read(
      `${header}1,1,a,late,2026-03-01 18:30:00,0,2\n2,2,b,fair,2026-03-01 18:30:00,0,0\n`,
    );
    expect(posts.map(({ engagement }) => engagement)).toEqual([{ reposts: 2 }, { reposts: 0 }]);
    expect(notice).toContain('likes not known (all are 0)');
  });

  test('other tools are: their 0 is none', async () => {
    const { posts } = await read('id,text,likes\n1,late,0\n2,fair,0\n');
    expect(posts[0]!.engagement).toEqual({ likes: 0 });
  });

  test('views of 0 beside likes are not known', async () => {
    const { posts } = await read('id,text,likes,views\n1,late,3,0\n2,fair,0,0\n');
    expect(posts.map(({ engagement }) => engagement)).toEqual([{ likes: 3 }, { likes: 0, views: 0 }]);
  });
});

describe('ids', () => {
  test('rounded ones are not used, and this is said; an address gives them back', async () => {
    const ids = ['1983214266412530000', '1983109844336880000', '1982765952466620000', '1978433620087100000'];
    const rows = ids.map((id, index) => `${id},late,https://x.com/a/status/${1000 + index}\n`).join('');
    const { notice, posts } = await read(`id,text,url\n${rows}`);
    expect(posts.map(({ sourceId }) => sourceId)).toEqual(['1000', '1001', '1002', '1003']);
    expect(notice).toContain('ids are rounded and not used');
  });
});

test('dates of one order throughout are read by the row that tells it', async () => {
  const { posts } = await read('id,text,date\n1,a,03/04/2026\n2,b,25/04/2026\n');
  expect(posts.map(({ publishedAt }) => publishedAt)).toEqual([
    '2026-04-03T00:00:00Z',
    '2026-04-25T00:00:00Z',
  ]);
});

test('more rows than the sample come all, in their order', async () => {
  const rows = Array.from({ length: 1000 }, (_, index) => `${index},text ${index}\n`).join('');
  const { posts } = await read(`id,text\n${rows}`);
  expect(posts.map(({ sourceId }) => sourceId)).toEqual(
    Array.from({ length: 1000 }, (_, index) => String(index)),
  );
});
