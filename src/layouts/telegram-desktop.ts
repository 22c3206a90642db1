import type { CellReader, Layout } from './layout.ts';
import { listOf } from './values.ts';

/**
 * Telegram Desktop's JSON. A text is a string or a list of strings and marked pieces; service messages
 * ("joined the group") are no posts and stay without text. `date` has no zone, `date_unixtime` needs none.
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
    repostOf: ['forwarded_from'],
  },
  textOf: (cell) => (cell('type') === 'service' ? '' : (joinedPieces(cell) ?? cell('text'))),
};

function joinedPieces(cell: CellReader): string | null {
  const entities = listOf(cell('text_entities') || '[]');
  const pieces =
    entities.length > 0 ? entities : /^\s*\[\s*["{]/.test(cell('text')) ? listOf(cell('text')) : [];
  if (pieces.length === 0) return null;
  return pieces.map((piece) => (typeof piece === 'string' ? piece : textOf(piece))).join('');
}

function textOf(piece: unknown): string {
  const text = (piece as { text?: unknown } | null)?.text;
  return typeof text === 'string' ? text : '';
}
