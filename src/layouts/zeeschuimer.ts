import { textOfHtml } from '../formats/html-text.ts';
import { type CellReader, firstOf, type Layout } from './layout.ts';
import { atHandle } from './marks.ts';
import { listOf, wordOf } from './values.ts';
import { WEB_COLUMNS, webPost, webText } from './x-web-post.ts';

/** Zeeschuimer keeps what the page received under `data`; 4CAT gives the same back without that level. */
const raw = (...names: readonly string[]): string[] => names.flatMap((name) => [`data.${name}`, name]);
const x = (field: keyof Layout['columns']): string[] => raw(...WEB_COLUMNS[field]!);

const WHERE = ['source_platform', 'item_id', 'source_platform_url', 'source_url', 'user_agent'];

/** Zeeschuimer's NDJSON: each line holds what the platform's own web page received. */
export const zeeschuimer: Layout = {
  name: 'zeeschuimer',
  title: 'Zeeschuimer NDJSON',
  signatures: [
    ['item_id', 'source_platform', 'source_platform_url'],
    ['__import_meta.source_platform', '__import_meta.item_id'],
    // Beside them stand the names of the platform's own answer, by which other layouts are told.
    [...WHERE.map((name) => `__import_meta.${name}`), '__import_meta.timestamp_collected'],
  ],
  platform: null,
  columns: {
    text: [
      ...x('text'),
      ...raw('desc', 'caption.text', 'commentary.text.text', 'text', 'content', 'body', 'title'),
    ],
    id: [...raw('rest_id', 'id_str', 'cid', 'id', 'pk'), 'item_id', '__import_meta.item_id'],
    url: raw('url', 'permalink', 'share_info.url'),
    handle: [
      ...x('handle'),
      ...raw(
        'author.uniqueId',
        'user.username',
        'user.unique_id',
        'account.username',
        'owner.username',
        'author',
      ),
    ],
    name: [
      ...x('name'),
      ...raw('author.nickname', 'user.full_name', 'user.nickname', 'account.display_name', 'actor.name.text'),
      ...raw('nickname'),
    ],
    authorId: [
      ...x('authorId'),
      ...raw('author.id', 'user.uid', 'user.id', 'user.pk', 'account.id', 'owner.id', 'authorId'),
    ],
    time: [
      ...x('time'),
      ...raw(
        'createTime',
        'create_time',
        'taken_at',
        'taken_at_timestamp',
        'created_at',
        'creationTs',
        'timestamp',
      ),
    ],
    likes: [
      ...x('likes'),
      ...raw('stats.diggCount', 'statsV2.diggCount', 'digg_count', 'like_count', 'favourites_count'),
      ...raw(
        'edge_media_preview_like.count',
        'upVoteCount',
        'socialDetail.totalSocialActivityCounts.numLikes',
      ),
    ],
    reposts: [
      ...x('reposts'),
      ...raw('stats.shareCount', 'statsV2.shareCount', 'reblogs_count', 'text_post_app_info.repost_count'),
      ...raw('socialDetail.totalSocialActivityCounts.numShares'),
    ],
    replies: [
      ...x('replies'),
      ...raw('stats.commentCount', 'statsV2.commentCount', 'comment_count', 'reply_comment_total'),
      ...raw('text_post_app_info.direct_reply_count', 'replies_count', 'edge_media_to_comment.count'),
      ...raw('commentsCount', 'socialDetail.totalSocialActivityCounts.numComments'),
    ],
    quotes: [...x('quotes'), ...raw('text_post_app_info.quote_count')],
    views: [
      ...x('views'),
      ...raw('stats.playCount', 'statsV2.playCount', 'play_count', 'view_count', 'video_view_count'),
    ],
    language: [...x('language'), ...raw('textLanguage', 'comment_language', 'language')],
    platform: ['source_platform', '__import_meta.source_platform'],
    replyTo: raw('in_reply_to_id'),
    quoteOf: [...x('quoteOf'), ...raw('quote.id')],
    repostOf: [...x('repostOf'), ...raw('reblog.id')],
  },
  textOf: (cell) => {
    const tweet = webText(inRaw(cell));
    if (tweet !== '') return tweet;
    const plain = of(cell, 'desc', 'caption.text', 'commentary.text.text', 'text');
    const html = of(cell, 'content', 'reblog.content');
    return plain || captionOf(cell) || textOfHtml(html) || of(cell, 'body', 'title');
  },
  refine: (post, cell) => {
    if (post.platform === 'x') return webPost(post, inRaw(cell));
    const handle = post.author?.handle ?? null;
    return {
      url: post.url ?? addressOf(post.platform, of(cell, 'code', 'shortcode'), post.sourceId, handle),
      replyTo: post.replyTo ?? parentOf(cell),
      quoteOf: wordOf(textOfHtml(of(cell, 'quote.content'))) ?? post.quoteOf ?? duetOf(cell),
    };
  },
};

/** The cell of the platform's own answer, wherever the tool put it. */
const inRaw =
  (cell: CellReader): CellReader =>
  (name) =>
    cell(`data.${name}`) || cell(name);

const of = (cell: CellReader, ...names: readonly string[]): string => firstOf(inRaw(cell), names);

/** Instagram's older answers keep a caption as a list of one. */
function captionOf(cell: CellReader): string {
  const [edge] = listOf(of(cell, 'edge_media_to_caption.edges') || '[]');
  const text = (edge as { node?: { text?: unknown } } | null | undefined)?.node?.text;
  return typeof text === 'string' ? text : '';
}

/** TikTok's comments answer a comment or the video, Threads' posts an account; `0` stands for none. */
function parentOf(cell: CellReader): string | null {
  const comment = of(cell, 'reply_id');
  if (comment !== '' && comment !== '0') return comment;
  return wordOf(of(cell, 'aweme_id')) ?? atHandle(of(cell, 'text_post_app_info.reply_to_author.username'));
}

function duetOf(cell: CellReader): string | null {
  const id = of(cell, 'duetInfo.duetFromId');
  return id === '0' ? null : wordOf(id);
}

function addressOf(
  platform: string | null,
  code: string,
  id: string | null,
  handle: string | null,
): string | null {
  if (platform === 'instagram' && code !== '') return `https://www.instagram.com/p/${code}/`;
  if (handle === null) return null;
  if (platform === 'threads' && code !== '') return `https://www.threads.net/@${handle}/post/${code}`;
  return platform === 'tiktok' && id !== null ? `https://www.tiktok.com/@${handle}/video/${id}` : null;
}
