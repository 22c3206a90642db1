/** The record as a flat table: one column a field, in the order of the contract. */
import { type Reaction, type ScoredReaction, SENTIMENTS } from '../reaction.ts';
import { isScored } from './canonical.ts';

export type Cell = string | number | boolean | null;
export type AnyReaction = Reaction | ScoredReaction;

export interface Column {
  /** snake_case, nested names joined by `_`. */
  readonly name: string;
  /** Dates are text in ISO 8601, so that CSV, NDJSON and Parquet hold the same. */
  readonly type: 'text' | 'integer' | 'number' | 'boolean';
  /** The cell of a canonical record; null where nothing is known. */
  readonly cell: (reaction: AnyReaction) => Cell;
}

const text = (name: string, cell: (reaction: AnyReaction) => string | null): Column => ({
  name,
  type: 'text',
  cell,
});

const integer = (name: string, cell: (reaction: AnyReaction) => number | null): Column => ({
  name,
  type: 'integer',
  cell,
});

const FOUND: readonly Column[] = [
  text('id', (r) => r.id),
  text('kind', (r) => r.kind),
  text('text', (r) => r.text),
  text('speaker_name', (r) => r.speaker?.name ?? null),
  text('speaker_form', (r) => r.speaker?.form ?? null),
  text('speaker_mention_text', (r) => r.speaker?.mention?.text ?? null),
  integer('speaker_mention_start', (r) => r.speaker?.mention?.start ?? null),
  integer('speaker_mention_end', (r) => r.speaker?.mention?.end ?? null),
  text('cue_text', (r) => r.cue?.text ?? null),
  integer('cue_start', (r) => r.cue?.start ?? null),
  integer('cue_end', (r) => r.cue?.end ?? null),
  text('platform', (r) => r.platform),
  integer('engagement_likes', (r) => r.engagement.likes ?? null),
  integer('engagement_reposts', (r) => r.engagement.reposts ?? null),
  integer('engagement_replies', (r) => r.engagement.replies ?? null),
  integer('engagement_quotes', (r) => r.engagement.quotes ?? null),
  integer('engagement_views', (r) => r.engagement.views ?? null),
  text('published_at', (r) => r.publishedAt),
  text('language', (r) => r.language),
  text('source_id', (r) => r.sourceId),
  text('url', (r) => r.url),
  text('author_id', (r) => r.author?.id ?? null),
  text('author_handle', (r) => r.author?.handle ?? null),
  text('author_name', (r) => r.author?.name ?? null),
  text('reply_to', (r) => r.replyTo),
  text('quote_of', (r) => r.quoteOf),
  text('repost_of', (r) => r.repostOf),
  integer('story', (r) => r.story),
  text('topic', (r) => r.topic),
  text('topics', (r) => JSON.stringify(r.topics)),
];

const LABELS: readonly Column[] = [
  text('sentiment_label', (r) => (isScored(r) ? r.sentiment.label : null)),
  ...SENTIMENTS.map((label): Column => {
    const cell = (r: AnyReaction): Cell => (isScored(r) ? r.sentiment[label] : null);
    return { name: `sentiment_${label}`, type: 'number', cell };
  }),
  { name: 'sentiment_unsure', type: 'boolean', cell: (r) => (isScored(r) ? r.sentiment.unsure : null) },
  text('sentiment_rationale', (r) =>
    isScored(r) && r.sentiment.rationale ? JSON.stringify(r.sentiment.rationale) : null,
  ),
  text('stances', (r) => (isScored(r) ? JSON.stringify(r.stances) : null)),
];

const PLACE: readonly Column[] = [
  text('flags', (r) => (r.flags.length === 0 ? null : r.flags.join(';'))),
  text('provenance_document', (r) => r.provenance.document),
  integer('provenance_row', (r) => r.provenance.row),
  integer('provenance_start', (r) => r.provenance.start),
  integer('provenance_end', (r) => r.provenance.end),
  text('provenance_parts', (r) => JSON.stringify(r.provenance.parts)),
];

/** Every column of a scored record. */
export const SCORED_COLUMNS: readonly Column[] = [...FOUND, ...LABELS, ...PLACE];

/** The columns of a record before any model was asked. */
export const FOUND_COLUMNS: readonly Column[] = [...FOUND, ...PLACE];
