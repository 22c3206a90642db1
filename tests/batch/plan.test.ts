import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DurablePlan, planOf } from '../../src/batch/plan.ts';
import { freshDirectory } from '../helpers/program.ts';

const folder = freshDirectory();
mkdirSync(join(folder, 'there'));
writeFileSync(join(folder, 'a.csv'), '');
writeFileSync(join(folder, 'real.csv'), '');
symlinkSync('real.csv', join(folder, 'link.csv'));
const at = (name: string): string => join(folder, name);

async function durable(inputs: readonly string[], output: string, rejects?: string): Promise<DurablePlan> {
  const plan = await planOf(inputs.map(at), {
    output: at(output),
    rejects: rejects === undefined ? undefined : at(rejects),
  });
  if (plan.kind !== 'durable') throw new Error('this plan streams');
  return plan;
}

const outputs = ({ jobs }: DurablePlan): (string | null)[] =>
  jobs.flatMap(({ output, rejects }) => [output, rejects].map((it) => it && relative(folder, it)));

describe('names', () => {
  test.each([
    [['a.csv'], 'scored.csv', ['scored.csv', 'scored.csv.rejects.csv']],
    [['a.csv'], 'there', ['there/a.csv', 'there/a.rejects.csv']],
    [['a.tsv.gz', 'b.NDJSON'], 'new/', ['new/a.csv', 'new/a.rejects.csv', 'new/b.csv', 'new/b.rejects.csv']],
    [['a.b.csv', 'c'], 'new', ['new/a.b.csv', 'new/a.b.rejects.csv', 'new/c.csv', 'new/c.rejects.csv']],
    [['a.csv'], 'link.csv', ['real.csv', 'link.csv.rejects.csv']],
  ])('%j to %s', async (inputs, output, expected) => {
    expect(outputs(await durable(inputs, output))).toEqual(expected);
  });

  test('one file takes all rejects where it is named', async () => {
    const plan = await durable(['a.csv', 'b.csv'], 'new', 'r.csv');
    expect(outputs(plan)).toEqual(['new/a.csv', null, 'new/b.csv', null]);
    expect(plan.rejects).toBe(at('r.csv'));
  });

  test('work in progress lies beside the output, wherever its name leads', async () => {
    expect((await durable(['a.csv'], 'link.csv')).folder).toBe(at('real.csv.partial'));
    expect((await durable(['a.csv', 'b.csv'], 'new')).folder).toBe(at('new/hearsay.partial'));
  });
});

describe('streams', () => {
  test.each([undefined, '-', '/dev/null', '/dev/full'])('%s', async (output) => {
    expect((await planOf(['-'], { output, rejects: undefined })).kind).toBe('stream');
  });
});

describe('what would meet under one name is refused', () => {
  test.each([
    [['a.csv', 'b.csv'], 'scored.csv', undefined, '2 inputs need a folder for their outputs'],
    [['a.csv', 'a.csv.gz'], 'new', undefined, 'would both be written to'],
    [['a.csv'], 'a.csv', undefined, 'the output would replace the input'],
    [['real.csv'], 'link.csv', undefined, 'the output would replace the input'],
    [['a.csv'], 'scored.csv', 'a.csv', 'the rejects would replace the input'],
    [['real.csv'], 'scored.csv', 'link.csv', 'the rejects would replace the input'],
    [['a.csv', 'real.csv'], 'new', 'new/a.csv', 'the rejects would be written to the output'],
    [['a.csv'], 'scored.csv', 'scored.csv', 'the rejects would be written to the output'],
  ])('%j to %s with rejects %s', async (inputs, output, rejects, message) => {
    await expect(durable(inputs, output, rejects)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(message) as string,
    });
  });

  test('on standard output too', async () => {
    const places = { output: undefined, rejects: at('link.csv') };
    await expect(planOf([at('real.csv')], places)).rejects.toThrow('the rejects would replace the input');
  });
});
