/** The way back: a row of flat columns, as CSV and Parquet hold it, becomes the record again. */
import { ENGAGEMENTS, SENTIMENTS, type ScoredReaction, scoredReactionSchema } from '../reaction.ts';
import type { Cell } from './columns.ts';

/** Column name → cell. */
export type CellRow = Readonly<Record<string, Cell>>;

/** The record whose cells these are, checked. Throws zod's error where they are those of no record. */
export function recordOfRow(row: CellRow): ScoredReaction {
  return scoredReactionSchema.parse(fieldsOfRow(row));
}

/** The same, unchecked and in the order of the contract: for rows of a file whose checksum was right. */
export function fieldsOfRow(row: CellRow): object {
  return {
    id: row['id'],
    kind: row['kind'],
    text: row['text'],
    speaker: speakerOf(row),
    cue: wordsOf(row, 'cue'),
    platform: row['platform'],
    engagement: engagementOf(row),
    publishedAt: row['published_at'],
    language: row['language'],
    sourceId: row['source_id'],
    url: row['url'],
    author: authorOf(row),
    replyTo: row['reply_to'],
    quoteOf: row['quote_of'],
    repostOf: row['repost_of'],
    story: row['story'],
    topic: row['topic'],
    topics: listIn(row['topics']),
    sentiment: {
      label: row['sentiment_label'],
      ...Object.fromEntries(SENTIMENTS.map((label) => [label, row[`sentiment_${label}`]])),
      unsure: row['sentiment_unsure'],
      ...(typeof row['sentiment_rationale'] === 'string' && {
        rationale: listIn(row['sentiment_rationale']),
      }),
    },
    stances: listIn(row['stances']),
    flags: typeof row['flags'] === 'string' ? row['flags'].split(';') : [],
    provenance: {
      document: row['provenance_document'],
      row: row['provenance_row'],
      start: row['provenance_start'],
      end: row['provenance_end'],
      parts: listIn(row['provenance_parts']),
    },
  };
}

function speakerOf(row: CellRow): unknown {
  if (row['speaker_name'] === null) return null;
  return { name: row['speaker_name'], form: row['speaker_form'], mention: wordsOf(row, 'speaker_mention') };
}

function wordsOf(row: CellRow, name: string): unknown {
  const text = row[`${name}_text`];
  return text === null ? null : { text, start: row[`${name}_start`], end: row[`${name}_end`] };
}

function engagementOf(row: CellRow): unknown {
  const known = ENGAGEMENTS.filter((name) => row[`engagement_${name}`] !== null);
  return Object.fromEntries(known.map((name) => [name, row[`engagement_${name}`]]));
}

function authorOf(row: CellRow): unknown {
  const author = { id: row['author_id'], handle: row['author_handle'], name: row['author_name'] };
  return Object.values(author).every((cell) => cell === null) ? null : author;
}

const listIn = (cell: Cell | undefined): unknown => (typeof cell === 'string' ? JSON.parse(cell) : cell);
