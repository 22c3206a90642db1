/** Invented records without end, for results that no model is asked about. */
const TONES = ['negative', 'neutral', 'positive'];
const STANCES = ['favor', 'against', 'none'];

export function composedRecord(row) {
  const text = `Boat number ${row} left the quay without us, and nobody told us why or when the next one sails.`;
  const [tone, stance] = [TONES[row % 3], STANCES[row % 3]];
  return {
    id: row.toString(16).padStart(12, '0'),
    kind: 'post',
    text,
    speaker: { name: `Account ${row}`, form: 'named', mention: null },
    cue: null,
    platform: 'x',
    engagement: { likes: (row * 31) % 977, reposts: row % 7 },
    publishedAt: `2026-03-${String(1 + (row % 28)).padStart(2, '0')}T10:00:00Z`,
    language: 'en',
    sourceId: String(row),
    url: `https://social.example/posts/${row}`,
    author: { id: `u${row}`, handle: `account${row}`, name: `Account ${row}` },
    replyTo: null,
    quoteOf: null,
    repostOf: null,
    story: null,
    topic: `Topic ${row % 20}`,
    topics: [{ name: `Topic ${row % 20}`, score: 1 }],
    flags: [],
    provenance: {
      document: 'posts.csv',
      row,
      start: 0,
      end: text.length,
      parts: [{ start: 0, end: text.length }],
    },
    sentiment: { label: tone, negative: 0.1, neutral: 0.1, positive: 0.1, [tone]: 0.8, unsure: false },
    stances: [
      {
        target: 'the company',
        label: stance,
        favor: 0.1,
        against: 0.1,
        none: 0.1,
        [stance]: 0.8,
        unsure: false,
      },
    ],
  };
}
