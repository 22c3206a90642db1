/** What describes the feeds is true of them, and other tools can read it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { View, loader, parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import { summaryBuilder } from '../../src/aggregate/summary.ts';
import { recordWriter } from '../../src/report/records.ts';
import { descriptions, feeds } from '../../src/report/feeds.ts';
import { FIGURE_TABLES, figureCsv } from '../../src/report/figure-tables.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { freshDirectory } from '../helpers/program.ts';

/** The files that the descriptions speak of, as a result folder has them. */
const folder = freshDirectory();
const builder = summaryBuilder();
for (const reaction of inventedRun) builder.add(reaction);
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const csv = recordWriter('csv');
put('reactions.csv', csv.head() + inventedRun.map((reaction) => csv.line(reaction)).join(''));
for (const feed of feeds)
  put(`feeds/${feed.name}`, feed.head + inventedRun.map((reaction) => feed.line(reaction)).join(''));
for (const table of FIGURE_TABLES) put(table.path, figureCsv(table, builder.summary()));

const withEnding = (ending: string) => descriptions().filter(({ path }) => path.endsWith(ending));

interface Metadata {
  readonly '@context': unknown;
  readonly url: string;
  readonly tableSchema: {
    readonly columns: readonly {
      readonly name: string;
      readonly titles: string;
      readonly datatype: string;
    }[];
    readonly primaryKey?: readonly string[];
  };
}

describe('the metadata of a table', () => {
  test.each(withEnding('.csv-metadata.json'))('$path tells its columns in their order', ({ text }) => {
    const { url, tableSchema, '@context': context } = JSON.parse(text) as Metadata;
    expect(context).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'en' }]);
    const [head = ''] = readFileSync(join(folder, 'feeds', url), 'utf8').split('\n');
    expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(head.split(','));
    const known = new Set(['string', 'integer', 'decimal', 'boolean', 'date']);
    expect(tableSchema.columns.filter(({ datatype }) => !known.has(datatype))).toEqual([]);
    // Names of the vocabulary are variables of URI templates (RFC 6570).
    expect(tableSchema.columns.filter(({ name }) => !/^[A-Za-z0-9][A-Za-z0-9_.]*$/.test(name))).toEqual([]);
    const names = tableSchema.columns.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...(tableSchema.primaryKey ?? [])]));
  });

  test('is there for every table', () => {
    expect(withEnding('.csv-metadata.json').map(({ path }) => path)).toEqual(
      ['reactions', '4cat', 'summary', 'sentiment', 'speakers', 'copies', 'timeline', 'series'].map(
        (name) => `feeds/${name}.csv-metadata.json`,
      ),
    );
  });
});

describe('the specification of a chart', () => {
  const schema = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
  const isSpec = new Ajv({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(schema, 'utf8')) as object,
  );

  test.each(withEnding('.vl.json'))('$path is valid, and draws what the files hold', async ({ text }) => {
    const spec = JSON.parse(text) as TopLevelSpec;
    expect(isSpec(spec), JSON.stringify(isSpec.errors?.slice(0, 3))).toBe(true);
    const warnings: string[] = [];
    const logger = { warn: (...words: unknown[]) => warnings.push(words.join(' ')) };
    const own = Object.assign(Object.create(null), {
      level: () => own,
      error: logger.warn,
      warn: (...words: unknown[]) => (logger.warn(...words), own),
      info: () => own,
      debug: () => own,
    });
    const { spec: vega } = compile(spec, { logger: own });
    const files = loader();
    files.load = async (uri: string) => readFileSync(join(folder, 'feeds', uri), 'utf8');
    const svg = await new View(parse(vega), { renderer: 'none', loader: files })
      .width(600)
      .runAsync()
      .then((view) => view.toSVG());
    expect(warnings).toEqual([]);
    expect(
      svg.match(/aria-roledescription="(bar|rect|rule mark|text mark)[^"]*"/g)?.length ?? 0,
    ).toBeGreaterThan(2);
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});
