/** Ids are strings from end to end; spreadsheets and careless tools have rounded some. */

/** `1.7E+18`, `1.7e+18` and ids that went through a float of 64 bits. */
export const isDamagedId = (id: string): boolean =>
  /^\d(?:[.,]\d+)?e\+\d\d$/i.test(id) || /^\d{16,}[.,]0+$/.test(id);

/** Ids of 17 and more digits that all end in zeros were rounded; real ones end so one time in a hundred. */
export function areRounded(ids: readonly string[]): boolean {
  const long = ids.filter((id) => /^\d{17,20}$/.test(id));
  return long.length >= 4 && long.every((id) => id.endsWith('00'));
}

/**
 * An id as text: trimmed, a needless `.0` cut off, out of the `="…"` or `'…` by which people guard it from
 * spreadsheets; null where there is none or it is damaged.
 */
export function idOf(cell: string): string | null {
  const id = cell.trim().replace(/^(?:=?"|')(\d+)"?$/, '$1');
  if (id === '' || id === 'null' || id === 'None' || id === 'nan' || isDamagedId(id)) return null;
  const whole = /^(\d{1,15})\.0$/.exec(id)?.[1];
  return whole ?? id;
}

/** How platforms write a post's id into its address. */
const PLACES = [
  /\/status(?:es)?\/(\d+)/,
  /[?&](?:story_fbid|fbid)=(\w+)/,
  /[?&]v=([\w-]{11})/,
  /\/(?:permalink|video)\/(\d+)/,
  /\/videos\/(?:[^/?]+\/)?(\d+)/,
  /\/comments\/\w+\/[^/]*\/(\w+)/,
  /\/(?:posts|p|reel|tv|comments)\/([\w-]+)/,
];

/** The id that a post's address holds, where the platform's addresses do. */
export function idInUrl(url: string | null): string | null {
  if (url === null) return null;
  for (const place of PLACES) {
    const id = place.exec(url)?.[1];
    if (id !== undefined) return id;
  }
  return null;
}
