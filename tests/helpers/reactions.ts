/** Records for tests: whole and valid, with only what a test is about spelled out. */
import { PageRecords } from '../../src/report/page-data.ts';
import {
  type ScoredReaction,
  type SentimentLabel,
  type SentimentScore,
  type StanceLabel,
  type StanceScore,
  reactionId,
} from '../../src/reaction.ts';

/** A sentiment score whose best label is `label`. */
export function tone(label: SentimentLabel | null, p = 0.8, unsure = false): SentimentScore {
  if (label === null) return { label, negative: null, neutral: null, positive: null, unsure: false };
  const rest = (1 - p) / 2;
  return { label, negative: rest, neutral: rest, positive: rest, [label]: p, unsure };
}

/** A stance score toward `target` whose best label is `label`. */
export function side(target: string, label: StanceLabel | null, p = 0.8, unsure = false): StanceScore {
  if (label === null) return { target, label, favor: null, against: null, none: null, unsure: false };
  const rest = (1 - p) / 2;
  return { target, label, favor: rest, against: rest, none: rest, [label]: p, unsure };
}

/** Row `row` of `posts.csv`: a neutral post by an account of its own. */
export function post(row: number, fields: Partial<ScoredReaction> = {}): ScoredReaction {
  const text = fields.text ?? `The boat was there at ${row} o'clock.`;
  const provenance = {
    document: 'posts.csv',
    row,
    start: 0,
    end: text.length,
    parts: [{ start: 0, end: text.length }],
  };
  return {
    id: reactionId('post', text, provenance),
    kind: 'post',
    text,
    speaker: { name: `Account ${row}`, form: 'named', mention: null },
    cue: null,
    platform: 'x',
    engagement: {},
    publishedAt: null,
    language: 'en',
    sourceId: String(row),
    url: null,
    author: { id: `u${row}`, handle: `account${row}`, name: `Account ${row}` },
    replyTo: null,
    quoteOf: null,
    repostOf: null,
    story: null,
    topic: 'Ferry delays',
    topics: [{ name: 'Ferry delays', score: 1 }],
    flags: [],
    provenance,
    sentiment: tone('neutral'),
    stances: [],
    ...fields,
  };
}

/** Words of `name` at `start` of `ferry.txt`. */
export function quotation(
  start: number,
  name: string | null,
  fields: Partial<ScoredReaction> = {},
): ScoredReaction {
  const text = fields.text ?? `We waited ${start} minutes.`;
  const end = start + text.length;
  const provenance = { document: 'ferry.txt', row: null, start, end, parts: [{ start, end }] };
  return post(1, {
    id: reactionId('quotation', text, provenance),
    kind: 'quotation',
    text,
    speaker:
      name === null
        ? null
        : { name, form: 'named', mention: { text: name, start: end + 2, end: end + 2 + name.length } },
    cue: { text: 'said', start: end + 3 + (name?.length ?? 0), end: end + 7 + (name?.length ?? 0) },
    platform: null,
    sourceId: null,
    author: null,
    story: 0,
    provenance,
    ...fields,
  });
}

/** Records as a page carries them. */
export function onPage(reactions: readonly ScoredReaction[]): PageRecords {
  const records = new PageRecords();
  for (const reaction of reactions) records.add(reaction);
  return records;
}
