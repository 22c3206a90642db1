/** What Reddit's dumps write in place of what is gone, and addresses without their host. */

/** The body; empty where it was deleted or removed: those words are nobody's any more. */
export const livingText = (body: string): string =>
  /^\s*\[(deleted|removed)[^\]]*\]\s*$/i.test(body) ? '' : body;

/** An address with its host; null where there is none. */
export function redditAddress(permalink: string): string | null {
  if (permalink === '') return null;
  return permalink.startsWith('/') ? `https://www.reddit.com${permalink}` : permalink;
}
