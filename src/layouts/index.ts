/** The layouts that are known, in the order in which the help shows them. A new one is one file and one line. */
import type { Reject } from '../errors.ts';
import type { Row, Table } from '../formats/table.ts';
import { isReject } from '../formats/table.ts';
import type { Post } from '../reaction.ts';
import { layoutFor } from './detection.ts';
import { fourcatX } from './4cat-x.ts';
import { fourcatXImport } from './4cat-x-import.ts';
import { fourcatTiktok } from './4cat-tiktok.ts';
import { fourcatTiktokComments } from './4cat-tiktok-comments.ts';
import { fourcatInstagram } from './4cat-instagram.ts';
import { fourcatThreads } from './4cat-threads.ts';
import { fourcatBluesky } from './4cat-bluesky.ts';
import { fourcatTelegram } from './4cat-telegram.ts';
import { fourcatTruthsocial } from './4cat-truthsocial.ts';
import { fourcatGab } from './4cat-gab.ts';
import { fourcatTumblr } from './4cat-tumblr.ts';
import { fourcatLinkedin } from './4cat-linkedin.ts';
import { fourcatVk } from './4cat-vk.ts';
import { fourcat } from './4cat.ts';
import { zeeschuimer } from './zeeschuimer.ts';
import { twarcCsv } from './twarc-csv.ts';
import { twarcV1 } from './twarc-v1.ts';
import { xApi } from './x-api.ts';
import { xV1 } from './x-v1.ts';
import { xWeb } from './x-web.ts';
import { xArchive } from './x-archive.ts';
import { snscrape } from './snscrape.ts';
import { twitterWebExporter } from './twitter-web-exporter.ts';
import { apifyX } from './apify-x.ts';
import { bluesky } from './bluesky.ts';
import { jetstream } from './jetstream.ts';
import { mastodon } from './mastodon.ts';
import { redditComments } from './reddit-comments.ts';
import { redditSubmissions } from './reddit-submissions.ts';
import { youtubeCommentDownloader } from './youtube-comment-downloader.ts';
import { ytdtComments } from './ytdt-comments.ts';
import { ytdtVideos } from './ytdt-videos.ts';
import { youtubeApi } from './youtube-api.ts';
import { apifyTiktok } from './apify-tiktok.ts';
import { tiktokResearch } from './tiktok-research.ts';
import { tiktokResearchComments } from './tiktok-research-comments.ts';
import { telegramDesktop } from './telegram-desktop.ts';
import { crowdtangleFacebook } from './crowdtangle-facebook.ts';
import { crowdtangleInstagram } from './crowdtangle-instagram.ts';
import { crowdtangleApi } from './crowdtangle-api.ts';
import { metaContentLibrary } from './meta-content-library.ts';
import { facepager } from './facepager.ts';
import { apifyFacebook } from './apify-facebook.ts';
import { apifyFacebookComments } from './apify-facebook-comments.ts';
import { apifyInstagram } from './apify-instagram.ts';
import { apifyInstagramComments } from './apify-instagram-comments.ts';
import { brandwatch } from './brandwatch.ts';
import { meltwater } from './meltwater.ts';
import { talkwalker } from './talkwalker.ts';
import { sprout } from './sprout.ts';
import { generic } from './generic.ts';
import type { Layout } from './layout.ts';
import type { LayoutOptions, Mapping } from './mapping.ts';
import { mappingOf } from './mapping.ts';
import { noticeOf } from './notice.ts';

export const layouts: readonly Layout[] = [
  fourcatX,
  fourcatXImport,
  fourcatTiktok,
  fourcatTiktokComments,
  fourcatInstagram,
  fourcatThreads,
  fourcatBluesky,
  fourcatTelegram,
  fourcatTruthsocial,
  fourcatGab,
  fourcatTumblr,
  fourcatLinkedin,
  fourcatVk,
  fourcat,
  zeeschuimer,
  twarcCsv,
  twarcV1,
  xApi,
  xV1,
  xWeb,
  xArchive,
  snscrape,
  twitterWebExporter,
  apifyX,
  bluesky,
  jetstream,
  mastodon,
  redditComments,
  redditSubmissions,
  youtubeCommentDownloader,
  ytdtComments,
  ytdtVideos,
  youtubeApi,
  apifyTiktok,
  tiktokResearch,
  tiktokResearchComments,
  telegramDesktop,
  crowdtangleFacebook,
  crowdtangleInstagram,
  crowdtangleApi,
  metaContentLibrary,
  facepager,
  apifyFacebook,
  apifyFacebookComments,
  apifyInstagram,
  apifyInstagramComments,
  brandwatch,
  meltwater,
  talkwalker,
  sprout,
  generic,
];

/** Rows by which zeros, rounded ids and orders of dates are judged. */
const SAMPLE_ROWS = 200;

/**
 * The layout of a table with these columns, laid on it.
 * @throws HearsayError `usage` for a layout or column that is not there, or where no column holds text
 */
export function layoutOf(
  columns: readonly string[],
  sample: readonly Row[],
  options: LayoutOptions = {},
  file = 'the table',
): Mapping {
  return mappingOf(layoutFor(layouts, columns, options.layout, file), file, columns, sample, options);
}

export interface PostRow {
  readonly row: Row;
  readonly post: Post;
}

export interface TableMapping extends Mapping {
  /** What was found, in one line for people. */
  readonly notice: string;
}

export interface Posts {
  readonly mapping: TableMapping;
  readonly posts: AsyncIterable<PostRow | Reject>;
}

export interface MappedTable {
  readonly mapping: TableMapping;
  /** All rows of the table, those of the sample too. To be iterated once. */
  readonly rows: AsyncIterable<Row | Reject>;
}

/** The layout of a table, found by its columns and first rows, and the rows. */
export async function mappedTable(table: Table, options: LayoutOptions = {}): Promise<MappedTable> {
  const rows = table.rows[Symbol.asyncIterator]();
  const first: (Row | Reject)[] = [];
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    first.push(next.value);
    if (first.length >= SAMPLE_ROWS) break;
  }
  const sample = first.filter((item): item is Row => !isReject(item));
  const mapping = layoutOf(table.columns, sample, options, table.name);
  return { mapping: { ...mapping, notice: noticeOf(table, mapping) }, rows: rejoined(first, rows) };
}

async function* rejoined<T>(first: readonly T[], rest: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    yield* first;
    if (first.length < SAMPLE_ROWS) return;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** The posts of a table, row by row; its rejects flow along. */
export async function postsIn(table: Table, options: LayoutOptions = {}): Promise<Posts> {
  const { mapping, rows } = await mappedTable(table, options);
  return { mapping, posts: postsOf(mapping, rows) };
}

async function* postsOf(
  mapping: Mapping,
  rows: AsyncIterable<Row | Reject>,
): AsyncGenerator<PostRow | Reject> {
  for await (const item of rows) {
    if (isReject(item)) {
      yield item;
      continue;
    }
    const post = mapping.toPost(item);
    yield isReject(post) ? post : { row: item, post };
  }
}
