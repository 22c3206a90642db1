/** An invented result of 130 records in two topics, as a run over a digest and an export would give it. */
import type { ScoredReaction, SentimentLabel, StanceLabel } from '../../src/reaction.ts';
import { post, quotation, side, tone } from './reactions.ts';

const COMPANY = 'Norrland Ferries';
const MINISTER = 'Transport minister Ada Holm';

interface Line {
  readonly text: string;
  readonly tone: SentimentLabel;
  readonly company: StanceLabel;
  readonly minister: StanceLabel;
}

const LINES: readonly Line[] = [
  {
    text: 'Four hours on the quay with two kids and not one announcement. Never again.',
    tone: 'negative',
    company: 'against',
    minister: 'none',
  },
  {
    text: 'The crew gave out soup and blankets. Lovely people, they kept us going.',
    tone: 'positive',
    company: 'favor',
    minister: 'none',
  },
  {
    text: 'Anyone know whether the 18:10 is running tonight?',
    tone: 'neutral',
    company: 'none',
    minister: 'none',
  },
  {
    text: 'Shame on everyone who shouts at the crew. They are doing all they can.',
    tone: 'negative',
    company: 'favor',
    minister: 'none',
  },
  {
    text: 'What a brilliant way to lose every passenger you have 👏👏',
    tone: 'positive',
    company: 'against',
    minister: 'none',
  },
  {
    text: 'The minister cut the subsidy, and now she is surprised that boats are late?',
    tone: 'negative',
    company: 'none',
    minister: 'against',
  },
  {
    text: 'Holm is right: pay for results, not for promises.',
    tone: 'positive',
    company: 'against',
    minister: 'favor',
  },
  { text: 'Timetable for the weekend is online.', tone: 'neutral', company: 'none', minister: 'none' },
];

const ACCOUNTS = ['Lena Brandt', 'Ivo Marsh', 'quay_watch', '小林 さくら', 'Noor Haddad', 'Tomas Eklund'];

function ferryPost(row: number): ScoredReaction {
  const line = LINES[(row * 7 + Math.floor(row / 5)) % LINES.length]!;
  const name = row % 9 === 0 ? 'quay_watch' : `${ACCOUNTS[row % ACCOUNTS.length]} ${row}`;
  const day = String(1 + (row % 12)).padStart(2, '0');
  const p = 0.55 + ((row * 13) % 40) / 100;
  return post(row, {
    text: row % 4 === 0 ? line.text : `${line.text} (boat ${row})`,
    author: { id: name, handle: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'), name },
    speaker: { name, form: 'named', mention: null },
    engagement: { likes: (row * row * 31) % 977, reposts: (row * 17) % 53 },
    publishedAt: `2026-03-${day}T${String(row % 24).padStart(2, '0')}:15:00Z`,
    url: `https://social.example/posts/${row}`,
    sentiment: tone(line.tone, p, p < 0.6),
    stances: [side(COMPANY, line.company, p, p < 0.6), side(MINISTER, line.minister, p, p < 0.58)],
  });
}

const library = {
  topic: 'Night hours at the town library',
  topics: [{ name: 'Night hours at the town library', score: 1 }],
  story: 1,
};
const LIBRARY = 'the library board';

/** In the order in which a run gives records: the digest first, then the export. */
export const inventedRun: readonly ScoredReaction[] = [
  quotation(120, 'Ada Holm', {
    text: 'Whoever takes public money has to sail on time',
    sentiment: tone('negative', 0.71),
    stances: [side(COMPANY, 'against', 0.77), side(MINISTER, 'none', 0.66)],
  }),
  quotation(410, 'Lena Brandt', {
    kind: 'post',
    platform: 'x',
    engagement: { likes: 2000 },
    text: 'We waited four hours, Nobody told us anything.',
    sentiment: tone('negative', 0.93),
    stances: [side(COMPANY, 'against', 0.89), side(MINISTER, 'none', 0.9)],
  }),
  quotation(700, 'a retired pilot', {
    speaker: {
      name: 'a retired pilot',
      form: 'described',
      mention: { text: 'a retired pilot', start: 760, end: 775 },
    },
    text: 'In that fog I would have stayed in port as well',
    sentiment: tone('neutral', 0.6),
    stances: [side(COMPANY, 'favor', 0.72), side(MINISTER, 'none', 0.8)],
  }),
  quotation(820, null, {
    kind: 'commentary',
    text: 'Passengers reacted with anger and, here and there, with songs.',
    sentiment: tone('negative', 0.67),
    stances: [side(COMPANY, 'against', 0.5, true)],
  }),
  quotation(1500, 'Mira Okafor', {
    ...library,
    text: 'I wrote half my thesis there after ten at night. Please do not take it away.',
    sentiment: tone('negative', 0.58, true),
    stances: [side(LIBRARY, 'against', 0.62)],
  }),
  quotation(1800, 'Piet Lund', {
    ...library,
    text: 'Three readers a night is not a service, it is a lamp',
    sentiment: tone('negative', 0.64),
    stances: [side(LIBRARY, 'favor', 0.7)],
  }),
  quotation(2100, 'another user', {
    ...library,
    kind: 'post',
    platform: 'facebook',
    engagement: { likes: 12 },
    speaker: {
      name: 'another user',
      form: 'anonymous',
      mention: { text: 'Another user', start: 2060, end: 2072 },
    },
    text: 'Best decision in years!',
    sentiment: tone('positive', 0.9),
    stances: [side(LIBRARY, 'favor', 0.84)],
  }),
  ...Array.from({ length: 120 }, (_, index) => ferryPost(index + 1)),
  post(121, {
    text: 'کشتی باز هم دیر رسید',
    language: 'fa',
    flags: ['unsupported-language'],
    sentiment: tone(null),
    stances: [side(COMPANY, null), side(MINISTER, null)],
  }),
  post(122, {
    text: '',
    language: null,
    flags: ['no-text'],
    sentiment: tone(null),
    stances: [side(COMPANY, null)],
  }),
  post(123, {
    text: '<img src=x onerror=alert(1)> "quoted", \u001B[31mred\u001B[0m\nand a second line',
    author: { id: '<b>', handle: '=cmd()', name: '<script>alert(2)</script>' },
    speaker: { name: '<script>alert(2)</script>', form: 'named', mention: null },
    url: 'javascript:alert(3)',
    engagement: { likes: 999_999 },
    sentiment: tone('negative', 0.99),
    stances: [side(COMPANY, 'against', 0.99)],
  }),
];
