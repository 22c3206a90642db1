/** The main job on real models: what goes in comes out, scored, in order, with nothing lost. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Reject } from '../../src/errors.ts';
import { analyze, openRun } from '../../src/pipeline/run.ts';
import { type ScoredReaction, scoredReactionSchema } from '../../src/reaction.ts';
import { freshDirectory, repository } from '../helpers/program.ts';

const DIGEST = join(repository, 'corpora/digest/digest.txt');
const EXPORT = join(repository, 'corpora/export/posts.csv');

function fileWith(name: string, content: string): string {
  const path = join(freshDirectory(), name);
  writeFileSync(path, content);
  return path;
}

const FERRY = `Harbour Lines cancelled the night ferry to Norrholm on Monday.
“This is a disgrace, and Harbour Lines should be ashamed,” Lena Brandt posted on X. “Nobody told us anything.”
“I am so happy that the night ferry is gone, we can sleep at last,” said Tomas Reuter, a neighbour.
`;

describe('a document', () => {
  test('gives who said what, how, on which platform, with which sentiment', async () => {
    const { reactions } = await analyze([fileWith('ferry.txt', FERRY)]);
    expect(reactions).toMatchObject([
      {
        kind: 'post',
        text: 'This is a disgrace, and Harbour Lines should be ashamed, Nobody told us anything.',
        speaker: { name: 'Lena Brandt', form: 'named' },
        cue: { text: 'posted' },
        platform: 'x',
        story: 0,
        sentiment: { label: 'negative' },
      },
      {
        kind: 'quotation',
        speaker: { name: 'Tomas Reuter', form: 'named' },
        cue: { text: 'said' },
        platform: null,
        sentiment: { label: 'positive' },
      },
    ]);
  });

  test('asks about the targets that are named, and only about them', async () => {
    const { reactions } = await analyze([fileWith('ferry.txt', FERRY)], { targets: ['Harbour Lines'] });
    expect(reactions.map(({ stances }) => stances.map(({ target }) => target))).toEqual([
      ['Harbour Lines'],
      ['Harbour Lines'],
    ]);
    expect(reactions[0]?.stances[0]?.label).toBe('against');
  });
});

describe('the side of words that do not name the target', () => {
  const POST = '“We pay for darkness. At least darkness should be free,” wrote Lena Brandt.';
  const sideUnder = async (headline: string, post = POST, target = 'Voltane') => {
    const text = `${headline}\n\nThe lights went out at six on Sunday.\n\n${post}\n`;
    const { reactions } = await analyze([fileWith('news.txt', text)], { targets: [target] });
    return reactions.find(({ kind }) => kind !== 'commentary')!.stances[0]!;
  };

  test('is read in the light of the headline', async () => {
    expect((await sideUnder('Residents Furious At Power Company Voltane After Blackout')).label).toBe(
      'against',
    );
    expect((await sideUnder('Voltane Publishes Its Timetable')).against).toBeLessThan(0.5);
  });

  test('is read from the words alone where they name it', async () => {
    const post = '“Voltane has been wonderful, thank you, Voltane!” wrote Lena Brandt.';
    expect(await sideUnder('Residents Furious At Power Company Voltane', post)).toEqual(
      await sideUnder('Residents Happy With Power Company Voltane', post),
    );
  });

  test('is their own where they are the target', async () => {
    expect((await sideUnder('Blackout Anger At Lena Brandt', POST, 'Lena Brandt')).label).toBe('favor');
  });
});

describe('the sample corpus', () => {
  test('gives records of the schema, whose places give their words back', async () => {
    const rejects: Reject[] = [];
    const run = await openRun([DIGEST, EXPORT], { onReject: (reject) => rejects.push(reject) });
    const reactions: ScoredReaction[] = [];
    for await (const reaction of run.reactions) reactions.push(reaction);
    await run.close();
    expect(reactions.flatMap((reaction) => scoredReactionSchema.safeParse(reaction).error ?? [])).toEqual([]);

    const digest = readFileSync(DIGEST, 'utf8');
    const prose = reactions.filter(({ provenance }) => provenance.row === null);
    const given = ({ provenance: { parts } }: ScoredReaction): string =>
      parts.map(({ start, end }) => digest.slice(start, end)).join(' ');
    expect(prose.map(given)).toEqual(prose.map(({ text }) => text));

    const rows = reactions.flatMap(({ provenance: { row } }) => row ?? []);
    const { in: read, out, dropped, rejected } = run.account();
    expect({ read, out, dropped, rejected }).toEqual({ read: 335, out: 333, dropped: 0, rejected: 2 });
    expect(rejects.map(({ row }) => row)).toEqual([98, 204]);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(rows).toHaveLength(333);
  });
});

describe('reposts', () => {
  const CSV = `id,author,text,retweeted_status_id
1,ann,The harbour is lovely today.,
2,ben,RT @ann: The harbour is lovely today.,1
3,cat,RT @zoe: The harbour is closed again.,99
`;
  test.each([
    ['keep', [1, 2, 3], 0],
    ['drop', [1], 2],
    ['count', [1, 3], 1],
  ] as const)('%s', async (reposts, rows, dropped) => {
    const run = await openRun([fileWith('posts.csv', CSV)], { reposts, targets: ['harbour'] });
    const seen: { row: number | null; reposts: number | undefined }[] = [];
    for await (const { provenance, engagement } of run.reactions)
      seen.push({ row: provenance.row, reposts: engagement.reposts });
    await run.close();
    expect(seen.map(({ row }) => row)).toEqual(rows);
    expect(run.account()).toMatchObject({ in: 3, dropped });
    expect(seen[0]?.reposts).toBe(reposts === 'count' ? 1 : undefined);
  });
});

describe('the language', () => {
  test('of a few words is that of the document around them', async () => {
    const path = fileWith('ferry.txt', `${FERRY}“No way,” said Ada Lindqvist.\n`);
    const { reactions } = await analyze([path]);
    expect(reactions.map(({ language }) => language)).toEqual(['en', 'en', 'en']);
  });
});
