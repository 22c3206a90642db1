/** Texts kept short, where a whole one would be a second copy of the input. */

/** The text, or its beginning with `…`: at most `most` UTF-16 units, and never half a character. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`;
}
