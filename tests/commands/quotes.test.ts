import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { quotes } from '../../src/commands/quotes.ts';
import { HearsayError } from '../../src/errors.ts';
import { type Reaction, reactionSchema } from '../../src/reaction.ts';
import { testIo } from '../helpers/io.ts';
import { freshDirectory } from '../helpers/program.ts';

const folder = freshDirectory();

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs `hearsay quotes ARGS` and gives what it printed. */
async function quoted(...args: string[]): Promise<string> {
  const io = testIo();
  await quotes.build(io).exitOverride().parseAsync(args, { from: 'user' });
  return io.printed();
}

async function refusal(...args: string[]): Promise<string> {
  const error: unknown = await quoted(...args).catch((it: unknown) => it);
  expect(error).toBeInstanceOf(HearsayError);
  return `${(error as HearsayError).exitCode}: ${(error as HearsayError).line.replaceAll(folder, '')}`;
}

const recordsOf = (printed: string): Reaction[] =>
  printed
    .split('\n')
    .filter(Boolean)
    .map((line) => reactionSchema.parse(JSON.parse(line)));

const DIGEST = `The council of Hallasay met on Friday.
“We waited four hours,” Lena Brandt posted on X. “Nobody told us anything.”
Thomas Ek said that the pier was closed.
Islanders reacted with anger.
`;
const digest = file('ferry.txt', DIGEST);

describe('hearsay quotes', () => {
  test('prints records as NDJSON, without indirect speech and without labels', async () => {
    const records = recordsOf(await quoted(digest, '--format', 'ndjson'));
    expect(records.map(({ kind, text, speaker, platform }) => [kind, text, speaker?.name, platform])).toEqual(
      [
        ['post', 'We waited four hours, Nobody told us anything.', 'Lena Brandt', 'x'],
        ['commentary', 'Islanders reacted with anger.', 'Islanders', null],
      ],
    );
    expect(records[0]!.provenance.document).toBe('ferry.txt');
    expect(Object.keys(records[0]!)).not.toContain('sentiment');
  });

  test('adds indirect speech where asked', async () => {
    const records = recordsOf(await quoted(digest, '--format', 'ndjson', '--indirect'));
    expect(records.map(({ text }) => text)).toContain('the pier was closed');
    expect(records.find(({ text }) => text === 'the pier was closed')!.flags).toEqual(['indirect']);
  });

  test('names the topic of the story in every record', async () => {
    const [record] = recordsOf(await quoted(digest, '--format', 'ndjson'));
    expect(record!.topic).toMatch(/\w/);
    expect(record!.topics).toEqual([{ name: record!.topic, score: 1 }]);
  });

  test('prints a table for people', async () => {
    const printed = await quoted(digest);
    expect(printed).toContain('Lena Brandt posted · post, X');
    expect(printed).toContain('“We waited four hours, Nobody told us anything.”');
  });

  test('prints CSV with flat columns', async () => {
    const [head, first] = (await quoted(digest, '--format', 'csv')).split('\n');
    expect(head!.split(',').slice(0, 5)).toEqual(['id', 'kind', 'text', 'speaker_name', 'speaker_form']);
    expect(head).not.toContain('sentiment');
    expect(first).toContain('Lena Brandt,named');
  });

  test('prints one JSON object', async () => {
    const { reactions } = JSON.parse(await quoted(digest, '--format', 'json')) as { reactions: Reaction[] };
    expect(reactions).toHaveLength(2);
  });

  test('reads NDJSON as one document a line, named by its id, also gzipped', async () => {
    const lines = ['a', 'b'].map((id) =>
      JSON.stringify({ id, text: `“We waited,” ${id.toUpperCase()}nna Brandt said.` }),
    );
    const path = file('articles.ndjson.gz', gzipSync(lines.join('\n')));
    const records = recordsOf(await quoted(path, '--format', 'ndjson'));
    expect(records.map(({ provenance, speaker }) => [provenance.document, speaker?.name])).toEqual([
      ['a', 'Anna Brandt'],
      ['b', 'Bnna Brandt'],
    ]);
  });

  test.each<[string, RegExp]>([
    ['table', /^$/],
    ['ndjson', /^$/],
    ['csv', /^id,kind,text,[^\n]*\n$/],
    ['json', /^\{"reactions":\[\s*\]\}\n$/],
    ['html', /<\/html>/],
  ])('of an empty file is a valid empty output as %s', async (format, expected) => {
    expect(await quoted(file('empty.txt', ''), '--format', format)).toMatch(expected);
  });

  test('refuses a table of posts', async () => {
    expect(await refusal(file('posts.csv', 'text\nhello\n'))).toMatch(
      /^2: .*posts\.csv: this is a table of posts/,
    );
  });

  test('says what is missing', async () => {
    expect(await refusal(join(folder, 'none.txt'))).toMatch(/^4: /);
  });
});

describe('the page of a reading', () => {
  test('holds the document whole, words marked and linked', async () => {
    const page = await quoted(digest, '--format', 'html');
    const words = page.slice(page.indexOf('<main>')).replaceAll(/<[^>]*>/g, '');
    for (const line of DIGEST.trim().split('\n')) expect(words).toContain(line);
    const [, id] = /<mark class="said s0" id="([^"]+)"/.exec(page)!;
    expect(page).toContain(`href="#${id}"`);
  });

  test('takes every word of a document for text', async () => {
    const path = file(
      'evil.txt',
      '“<script>alert(1)</script> & more,” Lena <b>Brandt</b> said. "x" onload="y"\n',
    );
    const page = await quoted(path, '--format', 'html');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<b>');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more,');
    expect(page).toContain('default-src &#39;none&#39;');
  });
});
