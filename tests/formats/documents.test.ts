import { describe, expect, test } from 'vitest';
import type { Reject } from '../../src/errors.ts';
import { contentOf, openDocuments } from '../../src/formats/index.ts';
import { memorySource } from '../../src/formats/source.ts';
import type { Document } from '../../src/reaction.ts';

async function documentsIn(
  name: string,
  content: string | Uint8Array,
  notices: string[] = [],
): Promise<(Document | Reject)[]> {
  const found: (Document | Reject)[] = [];
  const source = memorySource(name, [Buffer.from(content)]);
  for await (const item of openDocuments(source, { onNotice: (line) => notices.push(line) }))
    found.push(item);
  return found;
}

describe('text', () => {
  test('is kept as it is, but for the byte order mark', async () => {
    expect(await documentsIn('a.txt', '\ufeff“One,”\r\n\r\ntwo\u0000 “three”\n')).toEqual([
      { name: 'a.txt', text: '“One,”\r\n\r\ntwo\u0000 “three”\n' },
    ]);
  });

  test('in Windows-1252 and UTF-16', async () => {
    expect(await documentsIn('a.txt', Buffer.from([0x93, 0x4f, 0x6e, 0x65, 0x94]))).toEqual([
      { name: 'a.txt', text: '“One”' },
    ]);
    expect(await documentsIn('a.md', Buffer.from('\ufeff“One”\n', 'utf16le'))).toEqual([
      { name: 'a.md', text: '“One”\n' },
    ]);
  });

  test('with damaged bytes is read, and this is told', async () => {
    const notices: string[] = [];
    const bytes = Buffer.concat([Buffer.from('é caf'), Buffer.from([0xff]), Buffer.from(' ü')]);
    expect(await documentsIn('a.txt', bytes, notices)).toEqual([{ name: 'a.txt', text: 'é caf\ufffd ü' }]);
    expect(notices).toEqual(['a.txt: 1 bytes that are no text in utf-8, read as U+FFFD']);
  });
});

describe('web pages', () => {
  const PARAGRAPH =
    'The harbour council met for three hours, and the members heard what the islanders had to say about it. ';
  test.each<[string, string, string]>([
    [
      'marks stand around quotations',
      '<p>Ek: <q>She said <q>no</q> twice</q>.</p>',
      'Ek: “She said ‘no’ twice”.',
    ],
    ['preformatted lines stay', '<p>A  b</p><pre>\nOne\n  two\n\nthree\n</pre>', 'A b\n\nOne\ntwo\n\nthree'],
  ])('%s', async (_, page, text) => {
    expect(await documentsIn('a.html', `<html><body>${page}</body></html>`)).toEqual([
      { name: 'a.html', text },
    ]);
  });

  const PAGE = `<!doctype html><html><head><title>Ferry late again</title><style>p{}</style></head><body>
    <nav><ul><li>Home</li><li>Subscribe</li></ul></nav>
    <article><h1>Ferry late again</h1><p>${PARAGRAPH.repeat(3)}</p>
    <blockquote class="twitter-tweet comment"><p>We waited <b>four hours</b>.<br>Nobody told us &amp; nobody cared.</p></blockquote>
    <script>var words = "not these";</script><p>“Enough,” said <i>Lena</i> Brandt.&nbsp;${PARAGRAPH.repeat(2)}</p></article>
    <footer>Cookies and privacy</footer></body></html>`;

  test('give their article, title first, embedded posts kept, menus and scripts left out', async () => {
    const [document] = (await documentsIn('a.html', PAGE)) as [Document];
    expect(document.text.startsWith('Ferry late again\n\nThe harbour council')).toBe(true);
    expect(document.text).toContain(
      '> We waited four hours.\n> Nobody told us & nobody cared.\n>\n> — on X\n',
    );
    expect(document.text).toContain('“Enough,” said Lena Brandt.');
    expect(document.text).not.toMatch(/Subscribe|Cookies|not these|p\{\}/);
  });

  test('say their own encoding', async () => {
    const page = Buffer.from(
      `<html><head><meta charset="windows-1251"></head><body><p>\xcf\xee\xf0\xf2</p></body></html>`,
      'latin1',
    );
    expect(await documentsIn('a.html', page)).toEqual([{ name: 'a.html', text: 'Порт' }]);
  });

  test.each([
    ['no body', '<p>Only a line'],
    ['nothing closed', '<html><body><div><p>Only a line<div>'],
    ['tags a hundred thousand deep', `${'<div>'.repeat(100_000)}Only a line`],
  ])('with %s still have their words', async (_, page) => {
    const [document] = (await documentsIn('a.html', page)) as [Document];
    expect(document.text).toContain('Only a line');
  });

  test('that are empty are empty documents', async () => {
    expect(await documentsIn('a.html', '')).toEqual([{ name: 'a.html', text: '' }]);
  });
});

describe('NDJSON', () => {
  test('is one document a line, named by its id', async () => {
    expect(await documentsIn('a.ndjson', '{"id":"p1","text":"One"}\n{"text":"Two"}\nbroken\n')).toEqual([
      { name: 'p1', text: 'One' },
      { name: 'a.ndjson:2', text: 'Two' },
      expect.objectContaining({ row: 3, code: 'json', raw: 'broken' }),
    ]);
  });

  test('without texts is wrong use', async () => {
    await expect(documentsIn('a.ndjson', '{"x":1}\n')).rejects.toThrow('no key of a.ndjson holds a text: x');
  });
});

describe('what a file holds', () => {
  test.each([
    ['a.csv', 'x', 'posts'],
    ['a.TSV.gz', 'x', 'posts'],
    ['a.ndjson', 'x', 'posts'],
    ['tweets.js', 'x', 'posts'],
    ['a.md', 'id,text\n1,a\n', 'documents'],
    ['a.html.gz', 'x', 'documents'],
    ['standard input', 'id,text\n1,late again\n2,so late\n', 'posts'],
    ['standard input', 'id\ttext\tlang\n1\tlate, again\ten\n', 'posts'],
    ['standard input', '{"id":1}\n', 'posts'],
    ['standard input', ' [{"id":1}]', 'posts'],
    ['standard input', '<!DOCTYPE html><p>x', 'documents'],
    ['standard input', 'The ferry was late, again.\nThree people, at least, complained.\n', 'documents'],
    ['standard input', '“We waited,” she said.\n\n“Nobody came,” he wrote.\n', 'documents'],
    ['standard input', '', 'documents'],
    ['export.dat', 'id;text\n1;a\n', 'posts'],
  ])('%s with %j: %3$s', async (name, content, holds) => {
    expect(await contentOf(memorySource(name, [Buffer.from(content)]))).toBe(holds);
  });

  test('is what the user says', async () => {
    expect(await contentOf(memorySource('a.csv', []), 'documents')).toBe('documents');
  });
});
