/** A web page → its article as text, without menus, notices and teasers. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { setEmbeddedPosts } from './embedded-posts.ts';
import { textOfHtml, textOfTree } from './html-text.ts';

/** An article has at least this many characters; of shorter pages everything is read. */
const LEAST_ARTICLE = 250;

/**
 * The text of the article on a page, its title first, as Mozilla's Readability finds it; the whole page where
 * it finds none. Quoted blocks are set as in Markdown, `> ` before each line, embedded posts among them with
 * their signature.
 */
export function articleText(html: string): string {
  try {
    return articleOf(html);
  } catch (error) {
    // Nesting made to exhaust the stack still has words in it.
    if (error instanceof RangeError) return textOfHtml(html);
    throw error;
  }
}

function articleOf(html: string): string {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const title = (document.querySelector('h1')?.textContent ?? document.title ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  // Too deep a tree ends here, before searches in it that would take minutes.
  const unset = textOfTree(document.body);
  setEmbeddedPosts(document);
  const everything = /<blockquote/i.test(html) ? textOfTree(document.body) : unset;
  unnameQuotedBlocks(document);
  const article = new Readability(document, { charThreshold: LEAST_ARTICLE }).parse();
  const content = article?.content ?? '';
  const { document: found } = parseHTML(`<html><body>${content}</body></html>`);
  const text = textOfTree(found.body);
  const chosen = text.length >= Math.min(LEAST_ARTICLE, everything.length / 4) ? text : everything;
  return title === '' || chosen.startsWith(title) ? chosen : `${title}\n\n${chosen}`;
}

/** Readability drops what is named like an advertisement or a comment; quoted blocks often are. */
function unnameQuotedBlocks(document: ReturnType<typeof parseHTML>['document']): void {
  for (const quote of document.querySelectorAll('blockquote, blockquote *')) {
    quote.removeAttribute('class');
    quote.removeAttribute('id');
  }
}

/** The encoding that the page itself declares in its first bytes; null where it declares none. */
export function declaredEncoding(head: Uint8Array): string | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 4096)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ?? null;
}
