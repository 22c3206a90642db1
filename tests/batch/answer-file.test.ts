import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AnswerFile } from '../../src/batch/answer-file.ts';
import { questionKey, recordOf } from '../../src/batch/answer-record.ts';
import { HearsayError } from '../../src/errors.ts';
import { SENTIMENTS } from '../../src/reaction.ts';
import { freshDirectory } from '../helpers/program.ts';

const positive = {
  score: { label: 'positive', unsure: false, probabilities: [0.01, 0.09, 0.9] },
  truncated: false,
} as const;

async function fileWith(texts: readonly string[], path = join(freshDirectory(), 'answers')): Promise<string> {
  const file = await AnswerFile.at(path);
  for (const text of texts) file.add(recordOf(questionKey([text]), positive, SENTIMENTS)!);
  await file.flush();
  await file.close();
  return path;
}

async function known(path: string, texts: readonly string[]): Promise<string[]> {
  const file = await AnswerFile.at(path);
  const found = texts.filter((text) => file.table.get(questionKey([text])) !== null);
  await file.close();
  return found;
}

const many = Array.from({ length: 10_000 }, (_, i) => `text ${i}`);

test('answers of one run are there for the next', async () => {
  const path = await fileWith(many);
  await fileWith(['later'], path);
  expect(await known(path, [...many, 'later', 'never'])).toEqual([...many, 'later']);
});

test('what was there stays as it was when more is added', async () => {
  const path = await fileWith(['one']);
  const before = readFileSync(path);
  await fileWith(['two'], path);
  expect(readFileSync(path).subarray(0, before.length).equals(before)).toBe(true);
  const file = await AnswerFile.at(path);
  expect(await file.checksum(before.length)).not.toBe(file.state.sha256);
  expect(await file.checksum(file.state.bytes)).toBe(file.state.sha256);
  expect(await file.checksum(file.state.bytes + 1)).toBeNull();
  await file.close();
});

test('a block that was cut when a run died is dropped, and the file is written on', async () => {
  const path = await fileWith(['one']);
  await fileWith(['two'], path);
  truncateSync(path, readFileSync(path).length - 5);
  expect(await known(path, ['one', 'two'])).toEqual(['one']);
  await fileWith(['three'], path);
  expect(await known(path, ['one', 'two', 'three'])).toEqual(['one', 'three']);
});

test('a damaged block is told of, and its answers are not used', async () => {
  const path = await fileWith(['one']);
  const whole = readFileSync(path).length;
  await fileWith(['two'], path);
  const bytes = readFileSync(path);
  bytes[whole + 20]! ^= 1;
  writeFileSync(path, bytes);
  const file = await AnswerFile.at(path);
  expect(file.notice).toContain(`damaged from byte ${whole} on`);
  await file.close();
  expect(await known(path, ['one', 'two'])).toEqual(['one']);
});

test('a file that is something else is left alone', async () => {
  const path = join(freshDirectory(), 'notes.txt');
  writeFileSync(path, 'my notes of the last twenty years');
  await expect(AnswerFile.at(path)).rejects.toThrow(HearsayError);
  appendFileSync(path, '.');
  expect(readFileSync(path, 'utf8')).toBe('my notes of the last twenty years.');
});

test('two runs do not write one file', async () => {
  const path = await fileWith(['one']);
  const file = await AnswerFile.at(path);
  await expect(AnswerFile.at(path)).rejects.toMatchObject({ code: 'output' });
  await file.close();
  expect(await known(path, ['one'])).toEqual(['one']);
});
