import type { Engagement } from '../reaction.ts';
import { type CellReader, firstOf, type Layout } from './layout.ts';
import { listOf, wordOf } from './values.ts';

/**
 * Telegram Desktop's JSON. A text is a string or a list of strings and marked pieces; service messages
 * ("joined the group") are no posts and stay without text. `date` has no zone, `date_unixtime` needs none.
 * Forwarded messages are others' words; of those who hid their name only the number is known, or nothing.
 */
export const telegramDesktop: Layout = {
  name: 'telegram-desktop',
  title: 'Telegram Desktop JSON',
  signatures: [
    ['id', 'type', 'date_unixtime', 'text'],
    ['id', 'type', 'date', 'from_id', 'text'],
  ],
  platform: 'telegram',
  columns: {
    text: ['text'],
    id: ['id'],
    name: ['from'],
    authorId: ['from_id'],
    time: ['date_unixtime', 'date'],
    replyTo: ['reply_to_message_id'],
  },
  textOf: (cell) => (cell('type') === 'service' ? '' : (joinedPieces(cell) ?? cell('text'))),
  refine: (post, cell) => ({
    engagement: withReactions(post.engagement, cell),
    repostOf: forwardedFrom(cell),
  }),
};

function joinedPieces(cell: CellReader): string | null {
  const entities = listOf(cell('text_entities') || '[]');
  const pieces =
    entities.length > 0 ? entities : /^\s*\[\s*["{]/.test(cell('text')) ? listOf(cell('text')) : [];
  if (pieces.length === 0) return null;
  return textOf(pieces);
}

/** A piece is a string, or holds one, or more pieces. */
function textOf(piece: unknown): string {
  if (typeof piece === 'string') return piece;
  if (Array.isArray(piece)) return piece.map(textOf).join('');
  return textOf((piece as { text?: unknown } | null)?.text ?? '');
}

const forwardedFrom = (cell: CellReader): string | null =>
  wordOf(firstOf(cell, ['forwarded_from', 'forwarded_from_id', 'saved_from']));

/** One count for each emoji; exports of older versions have none. */
function withReactions(engagement: Engagement, cell: CellReader): Engagement {
  const counts = listOf(cell('reactions') || '[]').map((it) => (it as { count?: unknown } | null)?.count);
  const known = counts.filter((it): it is number => Number.isSafeInteger(it) && Number(it) >= 0);
  return known.length === 0 ? engagement : { ...engagement, likes: known.reduce((sum, it) => sum + it, 0) };
}
