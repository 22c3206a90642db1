import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evalQuotes, type EvalQuotesOptions } from '../../src/commands/eval-quotes.ts';
import { HearsayError } from '../../src/errors.ts';
import type { QuoteScores } from '../../src/extract/evaluation.ts';
import { testIo } from '../helpers/io.ts';
import { freshDirectory } from '../helpers/program.ts';

const folder = freshDirectory();
const corpus = (name: string): string => join(import.meta.dirname, '../../corpora/digest', name);

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function printedBy(path: string, options: EvalQuotesOptions = {}): Promise<string> {
  const io = testIo();
  await evalQuotes(path, options, io);
  return io.printed();
}

async function refusal(path: string, options: EvalQuotesOptions = {}): Promise<string> {
  const error: unknown = await printedBy(path, options).catch((it: unknown) => it);
  expect(error).toBeInstanceOf(HearsayError);
  return `${(error as HearsayError).exitCode}: ${(error as HearsayError).line.replaceAll(`${folder}/`, '')}`;
}

const TEXT = '“We waited four long hours,” Lena Brandt said.';
const labelled = JSON.stringify({
  id: 1,
  text: TEXT,
  attributions: [{ source: [[29, 40]], cue: [[41, 45]], content: [[0, 28]] }],
});

describe('hearsay eval quotes', () => {
  test('scores the reading of labelled documents', async () => {
    const scores = JSON.parse(await printedBy(file('one.ndjson', labelled), { json: true })) as QuoteScores;
    expect(scores.contents.exact).toEqual({ right: 1, found: 1, labelled: 1 });
    expect(scores.directSpeaker).toEqual({ right: 1, of: 1 });
  });

  test('prints the figures for people', async () => {
    const printed = await printedBy(file('one.ndjson', labelled));
    expect(printed).toContain('1 documents, read by rules alone');
    expect(printed).toMatch(/direct quotations, 4 words and more +100\.0 +100\.0 +100\.0 +1 +1/);
  });

  test('prints how far two annotators agree', async () => {
    const printed = await printedBy(corpus('first.ndjson'), { second: corpus('second.ndjson') });
    expect(printed).toMatch(/attributions with the same content +F1 0\.993 +\(68 and 69 found, 68 shared\)/);
    expect(printed).toMatch(/sentiment +0\.912 +\(n 68, κ 0\.857/);
  });

  test('names the line that is no labelled document', async () => {
    expect(await refusal(file('bad.ndjson', `${labelled}\n{"id": 2, "text": "x"}\n`))).toBe(
      '2: bad.ndjson, row 2: this is no document with attributions (attributions: Invalid input: expected array, received undefined). Every line is {"id", "text", "attributions": [{"source", "cue", "content"}]}, spans as [start, end].',
    );
    expect(await refusal(file('torn.ndjson', '{"id": 1'))).toMatch(/^2: torn\.ndjson, row 1: .*not JSON/);
  });

  test('wants documents that both annotators have read', async () => {
    const other = file('other.ndjson', labelled.replace('"id":1', '"id":2'));
    expect(await refusal(file('one.ndjson', labelled), { second: other })).toMatch(
      /^2: .*no document in common/,
    );
  });
});
