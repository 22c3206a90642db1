/** HTML in which every value is text unless it was made here. */

/** A piece of HTML that may stand in a page as it is. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Value = Html | string | number | null | false | readonly Value[];

/** Line ends of a template serve its reader here; in the page one of them is a space like any other. */
const INDENT = /\n\s+/g;

/**
 * A template whose values are escaped, for text and for attributes in double quotes: ``markup`<p>${post}</p>` ``.
 * Pieces of HTML stand as they are, lists one after the other, null and false as nothing.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const pieces = strings.map((piece) => piece.replaceAll(INDENT, '\n'));
  return new Html(pieces.reduce((page, piece, index) => page + sourceOf(values[index - 1]!) + piece));
}

function sourceOf(value: Value): string {
  if (value instanceof Html) return value.source;
  if (value === null || value === false) return '';
  return typeof value === 'object' ? value.map(sourceOf).join('') : escaped(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Control characters that HTML forbids, and halves of surrogate pairs, which no UTF-8 can hold. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"'`]/g, (character) => ENTITIES[character]!);
}

/**
 * Words that others wrote: in their own direction, so that a right-to-left name or a mark that turns the
 * direction changes nothing around it.
 */
export function words(text: string, language: string | null = null): Html {
  if (language === null || !/^[a-z]{2,3}$/.test(language)) return markup`<bdi dir="auto">${text}</bdi>`;
  return markup`<bdi dir="auto" lang="${language}">${text}</bdi>`;
}

/** A link to a web address, naming its host; nothing for any other kind of address. */
export function webLink(address: string | null, label: string): Html | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  // Before the real host, a name and password only serve to feign another one.
  if (!['http:', 'https:'].includes(url.protocol) || url.username + url.password !== '') return null;
  const name = markup`${label} ${words(url.host)}`;
  return markup`<a href="${url.href}" rel="noopener noreferrer nofollow ugc" target="_blank">${name}</a>`;
}
