/** A server of a real result, asked as dashboards and people ask it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { summarySchema } from '../../src/aggregate/summary-schema.ts';
import { scoredReactionSchema, type ScoredReaction } from '../../src/reaction.ts';
import { problemSchema } from '../../src/serve/problem.ts';
import {
  analyzeAnswerSchema,
  healthSchema,
  pageSchema,
  seriesSchema,
  topicsSchema,
} from '../../src/serve/shapes.ts';
import { freshDirectory, hearsay } from '../helpers/program.ts';
import { type Served, asked, served } from '../helpers/server.ts';

let folder: string;
let server: Served;
let records: ScoredReaction[];

beforeAll(async () => {
  const cwd = freshDirectory('corpora');
  folder = join(cwd, 'out');
  const files = ['corpora/export/posts.csv', 'corpora/digest/digest.txt'];
  const run = await hearsay(['analyze', ...files, '-o', 'out', '--model', 'small', '--tz', 'Asia/Tokyo'], {
    cwd,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  records = readFileSync(join(folder, 'reactions.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => scoredReactionSchema.parse(JSON.parse(line)));
  server = await served(folder, ['--model', 'small']);
}, 240_000);

afterAll(async () => {
  await server?.stop();
});

const fileOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(server.url + path, { headers });

/** The answer, parsed by the schema that describes it. */
async function json<T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T>> {
  const answer = await get(path);
  expect(answer.status, path).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return schema.parse(await answer.json());
}

async function problem(path: string, headers: Record<string, string> = {}) {
  const answer = await get(path, headers);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const body = problemSchema.parse(await answer.json());
  expect(body.status).toBe(answer.status);
  return body;
}

const ids = (rows: readonly ScoredReaction[]): string[] => rows.map(({ id }) => id);

async function pagesOf(query: string): Promise<ScoredReaction[]> {
  const rows: ScoredReaction[] = [];
  for (let next: string | null = `/api/reactions?${query}`; next !== null;) {
    const page: z.infer<typeof pageSchema> = await json(next, pageSchema);
    rows.push(...page.rows);
    next = page.next_url;
  }
  return rows;
}

describe('the page', () => {
  test('is the one of the folder, under its own policy', async () => {
    const answer = await get('/');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toBe(fileOf('dashboard.html'));
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("'sha256-");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

describe('every answer', () => {
  test.each(['/', '/api/summary', '/api/reactions', '/healthz', '/nowhere'])(
    '%s can not be framed, sniffed or told of elsewhere',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );
});

describe('/api/summary', () => {
  test('gives the summary of the folder', async () => {
    expect(await json('/api/summary', summarySchema)).toEqual(JSON.parse(fileOf('summary.json')));
  });

  test('as CSV gives the tidy summary', async () => {
    const answer = await get('/api/summary', { accept: 'text/csv' });
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(await answer.text()).toBe(fileOf('summary.csv'));
    expect(await (await get('/api/summary.csv')).text()).toBe(fileOf('summary.csv'));
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)(
    'comes packed with %s for who reads that, under a tag of its own',
    async (packing, unpacked) => {
      const plain = await asked(`${server.url}/api/summary`);
      const packed = await asked(`${server.url}/api/summary`, { headers: { 'accept-encoding': packing } });
      expect(packed.headers['content-encoding']).toBe(packing);
      expect(packed.body.length).toBeLessThan(plain.body.length / 3);
      expect(unpacked(packed.body)).toEqual(plain.body);
      expect(packed.headers.etag).not.toBe(plain.headers.etag);
    },
  );
});

describe('an ETag', () => {
  const paths = [
    '/',
    '/api/summary',
    '/api/topics',
    '/api/series',
    '/api/reactions',
    '/api/reactions.ndjson',
  ];
  test.each([...paths, '/api/openapi.json'])('of %s is strong, and spares the body', async (path) => {
    const first = await asked(server.url + path);
    const etag = first.headers.etag!;
    expect(etag).toMatch(/^"[^"]+"$/);
    const again = await asked(server.url + path, { headers: { 'if-none-match': `"other", ${etag}` } });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
    expect(again.headers.etag).toBe(etag);
    expect((await asked(server.url + path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });
});

describe('/api/reactions', () => {
  test.each([1, 7, 100, 1000])('pages of %i lead through every record once, in order', async (limit) => {
    // Single records of so many would be many requests: a filter leaves a few.
    const query = limit === 1 ? 'kind=quotation&limit=1' : `limit=${limit}`;
    const wanted = limit === 1 ? records.filter(({ kind }) => kind === 'quotation') : records;
    expect(await pagesOf(query)).toEqual(wanted);
  });

  test('as NDJSON and CSV are the files of the folder, byte for byte', async () => {
    const ndjson = await get('/api/reactions', { accept: 'application/x-ndjson' });
    expect(await ndjson.text()).toBe(fileOf('reactions.ndjson'));
    const csv = await get('/api/reactions', { accept: 'text/csv;q=0.9, application/json;q=0.1' });
    expect(await csv.text()).toBe(fileOf('reactions.csv'));
  });

  test('as NDJSON with a limit are a page that names the next one', async () => {
    const first = await get('/api/reactions.ndjson?limit=3');
    expect((await first.text()).trimEnd().split('\n')).toHaveLength(3);
    const [, next] = /^<([^>]+)>; rel="next"$/.exec(first.headers.get('link')!)!;
    const second = await (await get(next!)).text();
    expect(
      second
        .split('\n')
        .slice(0, 3)
        .map((line) => JSON.parse(line).id),
    ).toEqual(ids(records.slice(3, 6)));
  });

  test.each([
    ['newest', (a, b) => timeOf(b, -Infinity) - timeOf(a, -Infinity) || 0],
    ['oldest', (a, b) => timeOf(a, Infinity) - timeOf(b, Infinity) || 0],
    ['loudest', (a, b) => actionsOf(b) - actionsOf(a)],
  ] as [string, (a: ScoredReaction, b: ScoredReaction) => number][])(
    'come %s first',
    async (order, compare) => {
      expect(ids(await pagesOf(`order=${order}&limit=90`))).toEqual(ids(records.toSorted(compare)));
    },
  );

  test('a cursor of another question, or none at all, is refused', async () => {
    const { next } = await json('/api/reactions?limit=2', pageSchema);
    expect(await problem(`/api/reactions?limit=2&kind=post&cursor=${next}`)).toMatchObject({ status: 400 });
    expect(await problem('/api/reactions?cursor=nonsense')).toMatchObject({ status: 400 });
  });
});

const timeOf = ({ publishedAt }: ScoredReaction, missing: number): number =>
  publishedAt === null ? missing : Date.parse(publishedAt);
const actionsOf = ({
  engagement: { likes = 0, reposts = 0, replies = 0, quotes = 0 },
}: ScoredReaction): number => likes + reposts + replies + quotes;

describe('the filters', () => {
  const someTopic = (): string => records.find(({ topic }) => topic !== null)!.topic!;
  const someTarget = (): string => records.flatMap(({ stances }) => stances)[0]!.target;
  const cases: [string, () => string, (record: ScoredReaction) => boolean][] = [
    ['topic', () => q({ topic: someTopic() }), ({ topic }) => topic === someTopic()],
    [
      'sentiment',
      () => 'sentiment=negative&sentiment=positive',
      ({ sentiment: { label } }) => label === 'negative' || label === 'positive',
    ],
    ['no sentiment', () => 'sentiment=', ({ sentiment }) => sentiment.label === null],
    ['platform', () => 'platform=x', ({ platform }) => platform === 'x'],
    ['language', () => 'language=', ({ language }) => language === null],
    ['kind', () => 'kind=commentary', ({ kind }) => kind === 'commentary'],
    [
      'speaker',
      () => q({ speaker: records[3]!.speaker!.name }),
      ({ speaker }) => speaker?.name === records[3]!.speaker!.name,
    ],
    ['stance', () => 'side=favor', ({ stances }) => stances.some(({ label }) => label === 'favor')],
    [
      'target',
      () => q({ target: someTarget() }),
      ({ stances }) => stances.some(({ target }) => target === someTarget()),
    ],
    [
      'a stance toward a target',
      () => q({ target: someTarget(), stance: 'against' }),
      ({ stances }) => stances.some(({ target, label }) => target === someTarget() && label === 'against'),
    ],
    [
      'words',
      () => 'q=FERRY',
      ({ text, speaker }) => `${text} ${speaker?.name ?? ''}`.toLowerCase().includes('ferry'),
    ],
    [
      'days, as they begin in the time zone of the summary',
      () => 'from=2025-10-10&to=2025-10-20',
      ({ publishedAt: at }) => at !== null && at >= '2025-10-09T15:00:00Z' && at < '2025-10-20T15:00:00Z',
    ],
    [
      'times',
      () => 'from=2025-10-10T06:00:00Z&to=2025-10-20T06:00:00%2B02:00',
      ({ publishedAt: at }) => at !== null && at >= '2025-10-10T06:00:00Z' && at <= '2025-10-20T04:00:00Z',
    ],
    [
      'several together',
      () => 'sentiment=negative&kind=post&q=ferry',
      ({ sentiment, kind, text, speaker }) =>
        sentiment.label === 'negative' &&
        kind === 'post' &&
        `${text} ${speaker?.name ?? ''}`.toLowerCase().includes('ferry'),
    ],
  ];

  test.each(cases)('%s', async (_, query, holds) => {
    const wanted = records.filter(holds);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(records.length);
    const page = await json(`/api/reactions?limit=1000&${query()}`, pageSchema);
    expect(ids(page.rows)).toEqual(ids(wanted));
    expect(page.total).toBe(wanted.length);
    const lines = await (await get(`/api/reactions.ndjson?${query()}`)).text();
    expect(lines.trimEnd().split('\n')).toHaveLength(wanted.length);
  });

  test('find accented words by plain ones', async () => {
    const { total } = await json('/api/reactions?q=Sundline', pageSchema);
    const accented = await json(`/api/reactions?${q({ q: 'Sündlíne' })}`, pageSchema);
    expect(total).toBeGreaterThan(0);
    expect(accented.total).toBe(total);
  });

  test.each([
    "x' OR '1'='1",
    "'; DROP TABLE kept.reactions; --",
    "$topic') OR true --",
    "') UNION SELECT * FROM read_csv('/etc/passwd') --",
    '%',
    '_',
    '\\',
    '"',
    '\u001f',
    '${where}',
  ])('take %j for words, and nothing else', async (words) => {
    for (const name of ['topic', 'target', 'language', 'speaker', 'q']) {
      const holds = (record: ScoredReaction): boolean =>
        name === 'q' &&
        `${record.text} ${record.speaker?.name ?? ''}`.toLowerCase().includes(words.toLowerCase());
      const page = await json(`/api/reactions?limit=1000&${q({ [name]: words })}`, pageSchema);
      expect(ids(page.rows), name).toEqual(ids(records.filter(holds)));
    }
    expect(await problem(`/api/reactions?${q({ stance: words })}`)).toMatchObject({ status: 400 });
    expect(await problem(`/api/reactions?${q({ order: words })}`)).toMatchObject({ status: 400 });
    expect(await problem(`/api/reactions?${q({ from: words })}`)).toMatchObject({ status: 400 });
    expect(await problem(`/api/series?${q({ period: words })}`)).toMatchObject({ status: 400 });
    expect((await json('/api/reactions', pageSchema)).total).toBe(records.length);
  });

  test.each([
    ['an unknown name', '/api/reactions?colour=red'],
    ['a name that every object has', '/api/reactions?constructor=red'],
    ['a value of no list', '/api/reactions?sentiment=angry'],
    ['no day', '/api/reactions?from=2025-13-45'],
    ['no day of the calendar', '/api/reactions?from=2026-02-30T00:00:00Z'],
    ['a limit beyond the most', '/api/reactions?limit=1001'],
    ['a limit that is no number', '/api/reactions?limit=many'],
    ['one parameter twice', '/api/reactions?limit=1&_size=2'],
    ['a parameter where there are none', '/api/summary?topic=x'],
  ])('refuse %s', async (_, path) => {
    expect(await problem(path)).toMatchObject({ status: 400 });
  });
});

const q = (values: Record<string, string>): string => new URLSearchParams(values).toString();

describe('/api/series', () => {
  test('by day is the series of the feeds', async () => {
    const csv = await (await get('/api/series', { accept: 'text/csv' })).text();
    expect(csv.split('\n').sort()).toEqual(fileOf('feeds/series.csv').split('\n').sort());
  });

  test('by month adds up what a filter leaves', async () => {
    const { rows } = await json('/api/series?period=month&platform=x&sentiment=negative', seriesSchema);
    const wanted = records.filter(
      ({ platform, sentiment, publishedAt, kind }) =>
        platform === 'x' && sentiment.label === 'negative' && publishedAt !== null && kind !== 'commentary',
    );
    const negative = rows.filter(({ target, label }) => target === null && label === 'negative');
    expect(negative.reduce((sum, { n }) => sum + n, 0)).toBe(wanted.length);
    expect(rows.every(({ day }) => day.endsWith('-01'))).toBe(true);
    expect(negative.every(({ share }) => share === 1)).toBe(true);
  });
});

describe('/api/topics', () => {
  test('has a flat row for each topic of the summary', async () => {
    const { rows } = await json('/api/topics', topicsSchema);
    const { topics } = summarySchema.parse(JSON.parse(fileOf('summary.json')));
    expect(rows.map(({ topic, n }) => [topic, n])).toEqual(topics.map(({ topic, n }) => [topic, n]));
    const csv = await (await get('/api/topics.csv')).text();
    expect(csv.trimEnd().split('\n')).toHaveLength(topics.length + 1);
  });
});

describe('negotiation', () => {
  test.each([
    ['nothing', undefined, 'application/json'],
    ['anything', '*/*', 'application/json'],
    ['what a browser takes', 'text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['the better of two', 'application/json;q=0.2, text/csv', 'text/csv'],
    ['a name that others use for NDJSON', 'application/jsonl', 'application/x-ndjson'],
  ])('takes %s', async (_, accept, type) => {
    const { headers } = await asked(`${server.url}/api/reactions`, {
      headers: accept === undefined ? {} : { accept },
    });
    expect(headers['content-type']).toMatch(new RegExp(`^${type}`));
    expect(headers.vary).toContain('Accept');
  });

  test('says what there is where the client takes none of it', async () => {
    const { status, detail } = await problem('/api/reactions', { accept: 'image/png' });
    expect(status).toBe(406);
    expect(detail).toContain('application/x-ndjson');
  });
});

describe('POST /api/analyze', () => {
  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.url}/api/analyze`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  test('scores texts as analyze does, in their order', { timeout: 200_000 }, async () => {
    const known = records.filter(
      ({ kind, stances, language }) => kind === 'post' && stances.length > 0 && language === 'en',
    );
    const texts = known
      .slice(0, 6)
      .map(({ id, text, stances }) => ({ id, text, targets: stances.map(({ target }) => target) }));
    const answer = await post({
      texts: [...texts, 'What a wonderful evening!', ''],
      language: 'en',
      targets: ['the evening'],
    });
    expect(answer.status).toBe(200);
    const { rows, models } = analyzeAnswerSchema.parse(await answer.json());
    expect(rows.slice(0, 6)).toMatchObject(
      known.slice(0, 6).map(({ id, sentiment: { label }, stances }) => ({
        id,
        sentiment: { label },
        stances: stances.map(({ target, label: side }) => ({ target, label: side })),
      })),
    );
    expect(rows[6]).toMatchObject({
      id: null,
      sentiment: { label: 'positive' },
      stances: [{ target: 'the evening' }],
    });
    expect(rows[7]).toMatchObject({ sentiment: { label: null }, flags: ['no-text'] });
    expect(models).toContain('sentiment-small');
  });

  test.each([
    ['no texts', { texts: [] }, 400],
    ['too many', { texts: Array.from({ length: 51 }, () => 'a') }, 400],
    ['one that is too long', { texts: ['a'.repeat(10_001)] }, 400],
    ['too many targets', { texts: ['a'], targets: ['a', 'b', 'c', 'd', 'e', 'f'] }, 400],
    ['what nobody asked for', { texts: ['a'], speed: 'high' }, 400],
    ['no JSON', '{"texts":', 400],
    ['a body of two megabytes', { texts: ['a'.repeat(2_000_000)] }, 413],
  ])('refuses %s', async (_, body, status) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    problemSchema.parse(await answer.json());
  });

  test('refuses what a foreign page could send', async () => {
    expect((await post({ texts: ['a'] }, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post({ texts: ['a'] }, { origin: 'https://other.example' })).status).toBe(403);
  });
});

describe('the state', () => {
  test('/healthz says what is served', async () => {
    const answer = await get('/healthz');
    expect(healthSchema.parse(await answer.json())).toMatchObject({ status: 'ok', records: records.length });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('/metrics counts requests by route, and none by what clients make up', async () => {
    await get('/api/topics.csv');
    await get('/made-up-by-a-client');
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(
      /^hearsay_http_request_duration_seconds_count\{method="GET",route="\/api\/topics",status="200"\} \d+$/m,
    );
    expect(text).toMatch(new RegExp(`^hearsay_records ${records.length}$`, 'm'));
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('made-up');
  });

  test('other methods are refused by name', async () => {
    const answer = await fetch(`${server.url}/api/summary`, { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
    expect((await fetch(`${server.url}/api/analyze`)).status).toBe(405);
  });

  test('HEAD has the headers alone', async () => {
    const head = await asked(`${server.url}/api/summary`, { method: 'HEAD' });
    const whole = await asked(`${server.url}/api/summary`);
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
    expect(head.headers.etag).toBe(whole.headers.etag);
  });

  test('events are there with --watch alone', async () => {
    expect(await problem('/api/events')).toMatchObject({ status: 404 });
  });
});
