/** Records that programs like to spoil: letters of many scripts, ids as long as numbers, formulas, line ends in cells. */
import type { ScoredReaction } from '../../src/reaction.ts';
import { post, side, tone } from './reactions.ts';

/** Beyond what a double holds, and with zeros in front. */
export const LONG_ID = '1983214266412530429';
export const ZEROS_ID = '00420017';

const TEXTS = [
  'Café, naïve, Ærø: letters with marks',
  'قایق امروز هم نیامد، چرا؟',
  'そのフェリーは来なかった。',
  'Boat 👍🏽 family 👩‍👩‍👧‍👦 flag 🇳🇴',
  '=HYPERLINK("https://evil.example/","a boat")',
  '+1 for the crew',
  '-- what a day',
  '@harbour when?',
  'First line\nsecond, "quoted" line\n\nlast line',
  '007',
  '2/3',
  'TRUE',
  `'quoted' and ; and \t tab`,
  '  spaces before and after  ',
  '1234567e51',
] as const;

/** One a text; ids that rounding would make alike, and two that lose their zeros. */
export const hardRecords: readonly ScoredReaction[] = TEXTS.map((text, index) =>
  post(500 + index, {
    text,
    topic: 'Winter timetable',
    topics: [{ name: 'Winter timetable', score: 1 }],
    sourceId: index % 5 === 4 ? ZEROS_ID + index : LONG_ID.slice(0, -2) + String(index + 10),
    author: { id: ZEROS_ID, handle: `=hand${index}`, name: index % 2 === 0 ? 'Zoë Ångström' : 'نرگس' },
    speaker: { name: index % 2 === 0 ? 'Zoë Ångström' : 'نرگس', form: 'named', mention: null },
    publishedAt: `2026-03-0${1 + (index % 9)}T08:0${index % 10}:00Z`,
    engagement: { likes: index * 1000, views: 3_000_000_000 + index },
    sentiment: tone('negative', 0.8125),
    stances: [side('Ärzte & Söhne', 'against', 0.9)],
  }),
);
