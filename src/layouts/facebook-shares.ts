import { idInUrl } from './ids.ts';

/** The id of another page's post that a link leads to; null for a link elsewhere, or to a page's own. */
export function sharedPost(url: string | null, link: string, own: readonly string[]): string | null {
  const page = /^https?:\/\/(?:www\.|m\.)?facebook\.com\/(?:groups\/)?([^/?]+)\//i.exec(link)?.[1];
  if (page === undefined || link === url) return null;
  const isOwn = own.some((name) => name.toLowerCase() === page.toLowerCase());
  return isOwn ? null : idInUrl(link);
}
