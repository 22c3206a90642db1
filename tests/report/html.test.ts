import { describe, expect, test } from 'vitest';
import { markup, webLink, words } from '../../src/report/html.ts';

describe('a value in a template', () => {
  test('is text, also where it looks like a tag, an attribute or an entity', () => {
    const evil = `</p><script>alert(1)</script>" onclick='x' \`&lt;`;
    expect(markup`<p title="${evil}">${evil}</p>`.source).toBe(
      '<p title="&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onclick=&#39;x&#39; &#96;&amp;lt;">' +
        '&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onclick=&#39;x&#39; &#96;&amp;lt;</p>',
    );
  });

  test('that is markup stands as it is, in lists too, and null and false are nothing', () => {
    expect(markup`<ul>${[markup`<li>a</li>`, markup`<li>${'<b>'}</li>`]}${null}${false}</ul>`.source).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>',
    );
  });

  test('loses characters that HTML forbids, and halves of characters', () => {
    expect(markup`${'a\u0000b\u001Bc\uD83D'}`.source).toBe('a\uFFFDb\uFFFDc\uFFFD');
  });

  test('keeps its own lines, while those of the template close up', () => {
    expect(
      markup`<p>
        ${'one\n    two'}
      </p>`.source,
    ).toBe('<p>\none\n    two\n</p>');
  });
});

describe('words of others', () => {
  test('keep their direction to themselves', () => {
    expect(words('پل').source).toBe('<bdi dir="auto">پل</bdi>');
  });

  test('carry a language only where it is a code', () => {
    expect(words('a', 'fa').source).toBe('<bdi dir="auto" lang="fa">a</bdi>');
    expect(words('a', '" onload="x').source).toBe('<bdi dir="auto">a</bdi>');
  });
});

describe('a link', () => {
  test('names its host and gives nothing away', () => {
    expect(webLink('https://x.example/a?b=1&c="', 'open at')!.source).toBe(
      '<a href="https://x.example/a?b=1&amp;c=%22" rel="noopener noreferrer nofollow ugc" target="_blank">open at <bdi dir="auto">x.example</bdi></a>',
    );
  });

  test.each([
    ['javascript:alert(1)'],
    [' JaVaScRiPt:alert(1)'],
    ['java\nscript:alert(1)'],
    ['data:text/html,<script>alert(1)</script>'],
    ['vbscript:x'],
    ['file:///etc/passwd'],
    ['https://bank.example@evil.example/'],
    ['//x.example/a'],
    ['x.example'],
    [''],
  ])('is not made of %j', (address) => {
    expect(webLink(address, 'open at')).toBeNull();
  });
});
