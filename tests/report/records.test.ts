import { describe, expect, test } from 'vitest';
import { scoredReactionSchema } from '../../src/reaction.ts';
import { recordWriter } from '../../src/report/records.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { post, quotation, side, tone } from '../helpers/reactions.ts';

const ferry = quotation(24, 'Lena Brandt', {
  id: '7f3a9c0e51aa',
  kind: 'post',
  text: 'We waited four hours, Nobody told us anything.',
  platform: 'x',
  sentiment: { unsure: false, positive: 0.01774, neutral: 0.05111, negative: 0.93115, label: 'negative' },
  stances: [
    {
      unsure: false,
      none: 0.0695,
      target: 'ferry company',
      label: 'against',
      favor: 0.0402,
      against: 0.8903,
    },
  ],
  engagement: { reposts: 3, likes: 2000 },
  provenance: {
    parts: [
      { start: 1, end: 22 },
      { start: 50, end: 74 },
    ],
    document: 'ferry.txt',
    row: null,
    start: 1,
    end: 74,
  },
});
const { sentiment: _sentiment, stances: _stances, ...found } = ferry;

describe('NDJSON', () => {
  test('spells a record as the contract does, keys in its order', () => {
    expect(recordWriter('ndjson').line(ferry)).toBe(
      '{"id":"7f3a9c0e51aa","kind":"post","text":"We waited four hours, Nobody told us anything.",' +
        '"speaker":{"name":"Lena Brandt","form":"named","mention":{"text":"Lena Brandt","start":72,"end":83}},' +
        '"cue":{"text":"said","start":84,"end":88},"platform":"x","engagement":{"likes":2000,"reposts":3},' +
        '"publishedAt":null,"language":"en","sourceId":null,"url":null,"author":null,"replyTo":null,' +
        '"quoteOf":null,"repostOf":null,"story":0,"topic":"Ferry delays",' +
        '"topics":[{"name":"Ferry delays","score":1}],' +
        '"sentiment":{"label":"negative","negative":0.9312,"neutral":0.0511,"positive":0.0177,"unsure":false},' +
        '"stances":[{"target":"ferry company","label":"against","favor":0.0402,"against":0.8903,"none":0.0695,"unsure":false}],' +
        '"flags":[],"provenance":{"document":"ferry.txt","row":null,"start":1,"end":74,' +
        '"parts":[{"start":1,"end":22},{"start":50,"end":74}]}}\n',
    );
  });

  test('holds the words that carried a label where they were asked for', () => {
    const rationale = [{ weight: 0.412_345, text: 'hours', start: 15, end: 20 }];
    const explained = {
      ...ferry,
      sentiment: { ...ferry.sentiment, rationale },
      stances: ferry.stances.map((stance) => ({ ...stance, rationale: [] })),
    };
    const line = recordWriter('ndjson').line(explained);
    expect(line).toContain(
      '"unsure":false,"rationale":[{"text":"hours","start":15,"end":20,"weight":0.4123}]},"stances"',
    );
    expect(line).toContain('"none":0.0695,"unsure":false,"rationale":[]}]');
  });

  test('leaves labels out where no model was asked', () => {
    expect(JSON.parse(recordWriter('ndjson').line(found))).toEqual(found);
  });

  test('gives every record back as the schema knows it', () => {
    const { line } = recordWriter('ndjson');
    const records = inventedRun.map((reaction) => scoredReactionSchema.parse(JSON.parse(line(reaction))));
    expect(records.map(({ id }) => id)).toEqual(inventedRun.map(({ id }) => id));
  });

  test('never writes an exponent', () => {
    const tiny = post(1, {
      sentiment: { ...tone('negative'), negative: 0.999_999_9, neutral: 1e-8, positive: 3.2e-7 },
      stances: [{ ...side('x', 'none'), favor: 1e-9 }],
      topics: [{ name: 'x', score: 1e-7 }],
    });
    expect(recordWriter('ndjson').line(tiny)).not.toMatch(/\de-?\d/);
    expect(recordWriter('csv').line(tiny)).not.toMatch(/,\d+(\.\d+)?e-?\d/);
  });
});

describe('CSV', () => {
  const cellsOf = (head: string, line: string): Record<string, string> => {
    const cells = [...line.trimEnd().matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
      cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!,
    );
    return Object.fromEntries(
      head
        .trimEnd()
        .split(',')
        .map((name, index) => [name, cells[index]!]),
    );
  };

  test('has one column a field, in the order of the contract', () => {
    expect(recordWriter('csv').head()).toMatchInlineSnapshot(`
      "id,kind,text,speaker_name,speaker_form,speaker_mention_text,speaker_mention_start,speaker_mention_end,cue_text,cue_start,cue_end,platform,engagement_likes,engagement_reposts,engagement_replies,engagement_quotes,engagement_views,published_at,language,source_id,url,author_id,author_handle,author_name,reply_to,quote_of,repost_of,story,topic,topics,sentiment_label,sentiment_negative,sentiment_neutral,sentiment_positive,sentiment_unsure,sentiment_rationale,stances,flags,provenance_document,provenance_row,provenance_start,provenance_end,provenance_parts
      "
    `);
  });

  test('writes nested values flat, lists as JSON or joined, null as nothing', () => {
    const writer = recordWriter('csv');
    const cells = cellsOf(writer.head(), writer.line({ ...ferry, flags: ['mixed', 'nested'] }));
    expect(cells).toMatchObject({
      speaker_name: 'Lena Brandt',
      speaker_mention_start: '72',
      cue_text: 'said',
      engagement_likes: '2000',
      engagement_views: '',
      author_id: '',
      sentiment_label: 'negative',
      sentiment_negative: '0.9312',
      sentiment_unsure: 'false',
      flags: 'mixed;nested',
      provenance_parts: '[{"start":1,"end":22},{"start":50,"end":74}]',
    });
    expect(JSON.parse(cells['stances']!)).toEqual(ferry.stances.map(({ ...stance }) => stance));
  });

  test('of records without labels has no columns for them', () => {
    const writer = recordWriter('csv', { labels: false });
    expect(writer.head()).not.toContain('sentiment');
    expect(Object.keys(cellsOf(writer.head(), writer.line(found)))).toHaveLength(
      writer.head().split(',').length,
    );
    expect(cellsOf(writer.head(), writer.line(found))['provenance_end']).toBe('74');
  });
});
