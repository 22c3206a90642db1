/** Cells → values. Whatever a cell holds, each of these gives a value or null and never throws. */
import type { Platform } from '../reaction.ts';

const NOTHING = new Set(['', 'null', 'none', 'nan', 'n/a', 'na', 'undefined', 'unknown', '-']);

/** The cell trimmed; null where it says that there is nothing. */
export function wordOf(cell: string): string | null {
  const word = cell.trim();
  return NOTHING.has(word.toLowerCase()) ? null : word;
}

/** `yes`, `true`, `1` and their like. */
export const isTrue = (cell: string): boolean => /^(yes|y|true|t|1)$/i.test(cell.trim());

const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mio: 1e6, b: 1e9, bn: 1e9 };

/** A count: `1,234`, `1.234`, `1 234`, `1.2K`, `3M`, `12.0`; null for anything else and below 0. */
export function countOf(cell: string): number | null {
  const text = cell.trim().toLowerCase();
  const scaled = /^(\d+(?:[.,]\d+)?)\s?(k|m|mio|b|bn)\.?$/.exec(text);
  if (scaled !== null) return Math.round(Number(scaled[1]!.replace(',', '.')) * SCALES[scaled[2]!]!);
  if (/^\d{1,3}([.,\u00a0\u202f' ])\d{3}(\1\d{3})*$/.test(text)) return Number(text.replace(/\D/g, ''));
  const whole = /^(\d{1,15})(?:\.0+)?$/.exec(text)?.[1];
  if (whole !== undefined) return Number(whole);
  const float = /^\d(?:\.\d+)?e\+?\d{1,2}$/.test(text) ? Math.round(Number(text)) : null;
  return float !== null && Number.isSafeInteger(float) ? float : null;
}

/** The counts in these cells together; null where there is none. */
export function summed(cells: readonly string[]): number | null {
  const known = cells.map(countOf).filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

/** Languages of ISO 639-1, as `Intl` knows their names. */
const CODES = (
  'aa ab af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo ' +
  'es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka ' +
  'kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng ' +
  'nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su ' +
  'sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
).split(' ');
const KNOWN = new Set(CODES);
/** Withdrawn codes that X still writes, and names that people use. */
const OLD: Readonly<Record<string, string>> = {
  in: 'id',
  iw: 'he',
  ji: 'yi',
  jw: 'jv',
  mo: 'ro',
  farsi: 'fa',
  persian: 'fa',
};
let names: Map<string, string> | null = null;

/** ISO 639-1 of `en`, `en-US`, `en_GB`, `eng`, `English`, `["en"]`; null for `und` and its like. */
export function languageCodeOf(cell: string): string | null {
  const first = cell
    .trim()
    .replace(/^\[\s*["']?/, '')
    .split(/[",;|\]]/, 1)[0]!;
  const name = first.trim().toLowerCase();
  if (name === '') return null;
  const code = name.split(/[-_]/, 1)[0]!;
  if (OLD[code] !== undefined) return OLD[code];
  if (KNOWN.has(code)) return code;
  if (code.length === 3 && /^[a-z]{3}$/.test(code)) return shortCode(code);
  names ??= languageNames();
  return names.get(name.replace(/\s*\(.*\)$/, '')) ?? null;
}

function shortCode(code: string): string | null {
  try {
    const short = Intl.getCanonicalLocales(code)[0]!;
    return KNOWN.has(short) ? short : null;
  } catch {
    return null;
  }
}

function languageNames(): Map<string, string> {
  const english = new Intl.DisplayNames(['en'], { type: 'language' });
  const known = new Map<string, string>();
  for (const code of CODES) {
    known.set((english.of(code) ?? code).toLowerCase(), code);
    const own = new Intl.DisplayNames([code], { type: 'language' }).of(code);
    if (own !== undefined) known.set(own.toLowerCase(), code);
  }
  return known;
}

const PLATFORM_WORDS: readonly (readonly [RegExp, Platform])[] = [
  [/twitter|tweet|(^|[\s./])(x(\.com)?|t\.co)$/, 'x'],
  [/facebook|\bfb\b/, 'facebook'],
  [/instagram|\big\b/, 'instagram'],
  [/threads/, 'threads'],
  [/tik ?tok|douyin/, 'tiktok'],
  [/youtu\.?be/, 'youtube'],
  [/reddit/, 'reddit'],
  [/bluesky|bsky/, 'bluesky'],
  [/mastodon|fediverse/, 'mastodon'],
  [/telegram|(^|[/.])t\.me\b/, 'telegram'],
  [/truth ?social/, 'truthsocial'],
  [/\bgab\b/, 'gab'],
  [/tumblr/, 'tumblr'],
  [/linked ?in/, 'linkedin'],
  [/vkontakte|\bvk\b/, 'vk'],
  [/weibo/, 'weibo'],
];

/** The platform that a name, a domain or an address tells: `Twitter`, `x.com`, `https://bsky.app/…`. */
export function platformOf(cell: string): Platform | null {
  const word = wordOf(cell);
  if (word === null) return null;
  const host = /^https?:\/\/([^/?#]+)/i.exec(word)?.[1] ?? word;
  const text = host.toLowerCase();
  return PLATFORM_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

/** The strings in a cell that holds a JSON list or names joined by commas. */
export function listOf(cell: string): unknown[] {
  if (!/^\s*\[/.test(cell)) return cell.split(',').map((item) => item.trim());
  try {
    const value: unknown = JSON.parse(cell);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
