/** Result folders as hearsay writes them, small and large. */
import { join } from 'node:path';
import { summaryBuilder } from '../../../src/aggregate/summary.ts';
import type { ScoredReaction, SentimentLabel, StanceLabel } from '../../../src/reaction.ts';
import type { Around } from '../../../src/report/around-file.ts';
import { writeResultFolder } from '../../../src/report/folder.ts';
import { freshDirectory } from '../../helpers/program.ts';
import { post, side, tone } from '../../helpers/reactions.ts';

/** Writes the records into a folder of their own; gives the folder. */
export async function resultOf(
  reactions: Iterable<ScoredReaction>,
  around: ReadonlyMap<string, Around> = new Map(),
): Promise<string> {
  const dir = join(freshDirectory(), 'out');
  const builder = summaryBuilder();
  async function* counted(): AsyncGenerator<ScoredReaction> {
    for (const reaction of reactions) {
      builder.add(reaction);
      yield reaction;
    }
  }
  await writeResultFolder(dir, {
    reactions: counted(),
    rejects: [],
    summary: () => builder.summary(),
    aroundOf: (id) => around.get(id) ?? null,
    facts: {
      version: 'test',
      clock: '2026-03-01T00:00:00Z',
      inputs: [],
      models: [],
      options: {},
      counts: { in: 0, out: 0, rejected: 0 },
    },
  });
  return dir;
}

const SUBJECTS = [
  'boat',
  'bridge',
  'school',
  'timetable',
  'fare',
  'harbour',
  'council',
  'crew',
  'queue',
  'winter',
];
const VERBS = [
  'waited for',
  'paid for',
  'wrote about',
  'voted on',
  'laughed at',
  'asked about',
  'missed',
  'saw',
];
const ENDS = [
  'and nobody told us why',
  'for the third time this week',
  'and the crew was kind',
  'in the rain',
  'at last',
];
const TONES: readonly SentimentLabel[] = ['negative', 'neutral', 'positive'];
const SIDES: readonly StanceLabel[] = ['against', 'none', 'favor'];
const PLATFORMS = ['x', 'reddit', 'bluesky', 'youtube'] as const;

/** Invented posts of the length that posts have, each with words of its own; the same on every run. */
export function* inventedPosts(total: number): Generator<ScoredReaction> {
  let seed = 42;
  const pick = (n: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % n;
  };
  for (let row = 1; row <= total; row += 1) {
    const topic = `Topic ${1 + Math.floor(pick(400) ** 0.5)}`;
    const account = `Account ${Math.floor(pick(1_000_000) ** 0.5 * 20)}`;
    const clauses = Array.from(
      { length: 1 + pick(5) },
      () => `We ${VERBS[pick(8)]} the ${SUBJECTS[pick(10)]} ${seed % 9973} ${ENDS[pick(5)]}.`,
    );
    yield post(row, {
      text: clauses.join(' '),
      topic,
      topics: [{ name: topic, score: 1 }],
      platform: PLATFORMS[pick(4)]!,
      language: pick(20) === 0 ? 'de' : 'en',
      author: { id: account, handle: account.toLowerCase().replace(' ', '_'), name: account },
      speaker: { name: account, form: 'named', mention: null },
      engagement: { likes: pick(900), reposts: pick(40) },
      publishedAt: new Date(Date.UTC(2026, 0, 1) + pick(60 * 86_400) * 1000)
        .toISOString()
        .replace('.000', ''),
      url: `https://social.example/posts/${row}`,
      sentiment: tone(TONES[pick(3)]!, 0.5 + pick(50) / 100, pick(9) === 0),
      stances: [side(`Target ${1 + pick(6)}`, SIDES[pick(3)]!, 0.5 + pick(50) / 100)],
    });
  }
}
