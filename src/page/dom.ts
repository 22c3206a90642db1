/** Elements made one by one: what a post says becomes a text node or an attribute's value, and never markup. */

export type Child = Node | string | null | false;
type Value = string | number | boolean | null | ((event: Event) => void);
export type Attributes = Readonly<Record<string, Value>>;

/** An element with its attributes, listeners (`onclick`: a function) and children; false and null are left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** Words that others wrote, in their own direction, so that they can't turn what stands around them. */
export function foreign(text: string, language: string | null = null): HTMLElement {
  const known = language !== null && /^[a-z]{2,3}$/.test(language);
  return el('bdi', { dir: 'auto', lang: known ? language : null }, text);
}

/** A link to a web address that names its host; nothing for any other kind of address. */
export function webLink(address: string, label: string): HTMLElement | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  // Before the real host, a name and password only serve to feign another one.
  if (!['http:', 'https:'].includes(url.protocol) || url.username + url.password !== '') return null;
  const attributes = { href: url.href, rel: 'noopener noreferrer nofollow ugc', target: '_blank' };
  return el('a', attributes, `${label} `, foreign(url.host));
}

/** The element of that id, which the page brings along. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no element ${id}`);
  return element;
}
