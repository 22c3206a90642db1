import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { handLabelsIn } from '../../src/commands/hand-labels-file.ts';
import { post } from '../helpers/reactions.ts';

const io = { stdin: Readable.from([]) } as unknown as Parameters<typeof handLabelsIn>[1];
const labelsIn = (text: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'labels-')), 'labels.csv');
  writeFileSync(file, text);
  return handLabelsIn(file, io);
};

describe('labels by hand', () => {
  test('are found by id, with sentiment, stance and the chance to be drawn', async () => {
    const labels = await labelsIn(
      'id,text,sentiment,target,stance,probability\n7,words,negative,,,0.25\n7,words,,Tram,against,0.5\n7,words,,Bridge,none,0.25\n8,,,,,1\n',
    );
    expect(labels.truthOf(post(7))).toEqual({
      sentiment: { label: 'negative', weight: 4 },
      stances: new Map([
        ['Tram', { label: 'against', weight: 2 }],
        ['Bridge', { label: 'none', weight: 4 }],
      ]),
    });
    expect(labels.truthOf(post(8))).toBeNull();
    expect([labels.met, labels.size]).toEqual([1, 1]);
  });

  test('are found by text where there are no ids', async () => {
    const labels = await labelsIn('text,label\n"Never  again, they said",negative\n');
    expect(labels.truthOf(post(3, { text: 'Never again, they said ' }))?.sentiment?.label).toBe('negative');
  });

  test('a column label beside a target is a stance', async () => {
    const labels = await labelsIn('id,target,label\n1,Tram,favor\n');
    expect(labels.truthOf(post(1))).toMatchObject({ sentiment: null });
    expect(labels.truthOf(post(1))?.stances.get('Tram')).toEqual({ label: 'favor', weight: 1 });
  });

  test.each([
    ['id,text\n1,a\n', 'there is no column of labels'],
    ['id,sentiment\n1,\n', 'no row has a label'],
    ['id,sentiment\n1,furious\n', 'the label "furious" is none of negative, neutral, positive'],
    ['id,sentiment,probability\n1,negative,7\n', 'the probability 7 is not above 0 and at most 1'],
    ['id,target,stance\n1,Tram,cross\n', 'the label "cross" is none of favor, against, none'],
  ])('%j is refused: %s', async (text, message) => {
    await expect(labelsIn(text)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(message),
    });
  });
});
