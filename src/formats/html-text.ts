/** HTML → the words that a reader sees. Two ways: a posted fragment by its tags, a parsed tree by its nodes. */
import { parseHTML } from 'linkedom';

const BREAKS = /<(?:br|hr)\b[^>]*>|<\/(?:p|div|li|tr|h[1-6]|blockquote|pre|ul|ol|table)\s*>/gi;
const UNSEEN = /<(script|style|template|noscript)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const TAG = /<\/?[a-z][^>]*>/gi;

/** The text of a fragment as posts hold it (Mastodon, YouTube): tags gone, line breaks kept, entities read. */
export function textOfHtml(fragment: string): string {
  if (!/[<&]/.test(fragment)) return fragment;
  const bare = fragment
    .replace(UNSEEN, '')
    .replace(BREAKS, '\n')
    .replace(/<q\b[^>]*>/gi, '“')
    .replace(/<\/q\s*>/gi, '”')
    .replace(TAG, '');
  return withEntities(bare)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const COMMON: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/** The text with its character references read; unknown ones stay as they are. */
export function withEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return COMMON[name as string] ?? rareEntity(whole);
      const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
      const isSign = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isSign ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

const rareEntity = (reference: string): string =>
  parseHTML(`<body><p>${reference}</p></body>`).document.querySelector('p')?.textContent ?? reference;

interface TreeNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly childNodes: Iterable<TreeNode>;
  readonly textContent: string | null;
}

const TEXT = 3;
const ELEMENT = 1;
const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'SVG',
  'HEAD',
  'IFRAME',
  'BUTTON',
  'FORM',
  'SELECT',
]);
/** No page written to be read nests so deep; what walks such trees takes minutes. */
const DEEPEST = 2000;
/** Quoted blocks within quoted blocks that are still told apart. */
const MOST_QUOTED = 4;
const BLOCKS = new Set(
  (
    'P DIV SECTION ARTICLE ASIDE HEADER FOOTER MAIN NAV H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD BLOCKQUOTE PRE FIGURE ' +
    'FIGCAPTION TABLE THEAD TBODY TR HR ADDRESS DETAILS SUMMARY'
  ).split(' '),
);

/**
 * The text of a tree: a blank line between blocks, a line end for `br`, runs of white space as one space but in
 * `pre`, marks around `q`, `> ` before the lines of a quoted block.
 * @throws RangeError where elements nest too deep
 */
export function textOfTree(root: TreeNode): string {
  const blocks: { text: string; quotes: readonly TreeNode[] }[] = [];
  let block = '';
  let quotes: readonly TreeNode[] = [];
  let isPreformatted = false;
  let marks = 0;
  const close = (): void => {
    const text = block.replace(/[ \t\r\f]*\n[ \t\r\f]*/g, '\n').trim();
    if (text !== '') blocks.push({ text: quoted(text, quotes.length), quotes });
    block = '';
  };
  const walk = (node: TreeNode, depth: number): void => {
    if (depth > DEEPEST) throw new RangeError('nested too deep');
    if (node.nodeType === TEXT) block += shown(node.textContent ?? '', isPreformatted);
    if (node.nodeType !== ELEMENT || SKIPPED.has(node.nodeName.toUpperCase())) return;
    const name = node.nodeName.toUpperCase();
    if (name === 'BR') block += '\n';
    const isBlock = BLOCKS.has(name);
    if (isBlock) close();
    const outer = quotes;
    const wasPreformatted = isPreformatted;
    if (name === 'PRE') isPreformatted = true;
    if (name === 'Q') block += MARKS[marks++ % 2]![0];
    if (name === 'BLOCKQUOTE' && quotes.length < MOST_QUOTED) quotes = [...quotes, node];
    for (const child of node.childNodes) walk(child, depth + 1);
    if (name === 'Q') block += MARKS[--marks % 2]![1];
    if (name === 'TD' || name === 'TH') block += ' ';
    if (isBlock) close();
    quotes = outer;
    isPreformatted = wasPreformatted;
  };
  for (const child of root.childNodes) walk(child, 1);
  close();
  return blocks
    .map(({ text, quotes: own }, index) => {
      const before = blocks[index - 1]?.quotes ?? [];
      const shared = own.filter((quote) => before.includes(quote)).length;
      return index === 0 ? text : `\n${'>'.repeat(shared)}\n${text}`;
    })
    .join('');
}

/** As browsers set them around `q`, and around one within another. */
const MARKS = ['“”', '‘’'] as const;

const shown = (text: string, isPreformatted: boolean): string =>
  isPreformatted ? text.replace(/[ \t\r\f]+/g, ' ') : text.replace(/[ \t\r\n\f]+/g, ' ');

const quoted = (text: string, depth: number): string =>
  depth === 0 ? text : text.replace(/^/gm, `${'>'.repeat(depth)} `);
