/** Addresses of posts that an export names only by their ids. */

/** `https://x.com/HANDLE/status/ID`; X finds a post by its id alone where the handle is not known. */
export function xAddress(id: string | null, handle: string | null): string | null {
  return id !== null && /^\d{1,20}$/.test(id) ? `https://x.com/${handle ?? 'i'}/status/${id}` : null;
}

/** `https://bsky.app/profile/HANDLE/post/RKEY`, from `at://DID/app.bsky.feed.post/RKEY`. */
export function blueskyAddress(uri: string | null, handle: string | null): string | null {
  const match = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(uri ?? '');
  return match === null ? null : `https://bsky.app/profile/${handle ?? match[1]}/post/${match[2]}`;
}

/** The account's id in `at://DID/…`. */
export const didIn = (uri: string | null): string | null => /^at:\/\/([^/]+)\//.exec(uri ?? '')?.[1] ?? null;

/** A video, or a comment under it. */
export function youtubeAddress(video: string, comment: string | null = null): string | null {
  if (!/^[\w-]{11}$/.test(video)) return null;
  const address = `https://www.youtube.com/watch?v=${video}`;
  return comment === null ? address : `${address}&lc=${comment}`;
}

/** A video; TikTok's addresses hold the handle. */
export const tiktokAddress = (handle: string | null, video: string | null): string | null =>
  handle === null || video === null ? null : `https://www.tiktok.com/@${handle}/video/${video}`;

/** A message of a public chat. */
export const telegramAddress = (chat: string, message: string): string | null =>
  /^\w{4,40}$/.test(chat) && /^\d+$/.test(message) ? `https://t.me/${chat}/${message}` : null;
