/** A Vega-Lite specification (version 6) per chart, over the CSV files beside it: for notebooks, sites and editors. */
import { SENTIMENTS, STANCES } from '../reaction.ts';

/** The page's colours: orange to the left, blue to the right, told apart by every kind of eye. */
const COLOURS = { left: '#a34a00', middle: '#8a8880', right: '#1f5c99' } as const;

export interface ChartSpec {
  /** File name under `feeds/`. */
  readonly name: string;
  readonly spec: object;
}

/** Bars to both sides of a middle, each with its interval. */
function divergingSpec(title: string, url: string, label: 'sentiment' | 'stance', row: string): object {
  const [left, right] = label === 'sentiment' ? ['negative', 'positive'] : ['against', 'favor'];
  const way = `datum.${label} === '${left}' ? -1 : 1`;
  const y = {
    field: row,
    type: 'nominal',
    sort: { field: 'n', op: 'sum', order: 'descending' },
    title: null,
  };
  return {
    ...headOf(title, url),
    transform: [
      { filter: { field: label, oneOf: [left, right] } },
      ...(row === 'row'
        ? [{ calculate: "datum.target + ' · ' + (datum.topic || 'Without a topic')", as: 'row' }]
        : []),
      ...['share', 'lo', 'hi'].map((field) => ({
        calculate: `(${way}) * datum.${field}`,
        as: `signed_${field}`,
      })),
    ],
    encoding: { y },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.6 } },
        encoding: {
          x: {
            field: 'signed_share',
            type: 'quantitative',
            stack: null,
            title: `← ${left} · share · ${right} →`,
            axis: { labelExpr: "format(abs(datum.value), '.0%')" },
          },
          color: {
            field: label,
            type: 'nominal',
            scale: { domain: [left, right], range: [COLOURS.left, COLOURS.right] },
          },
          tooltip: ['topic', label, 'n', 'share', 'lo', 'hi'].map((field) => ({ field })),
        },
      },
      {
        mark: { type: 'rule', strokeWidth: 1.5 },
        encoding: {
          x: { field: 'signed_lo', type: 'quantitative' },
          x2: { field: 'signed_hi' },
          detail: { field: label },
        },
      },
    ],
  };
}

function headOf(title: string, url: string): object {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title,
    width: 560,
    data: { url, format: { type: 'csv' } },
  };
}

const labelColours = {
  scale: { domain: SENTIMENTS, range: [COLOURS.left, COLOURS.middle, COLOURS.right] },
};

const overTime = {
  ...headOf('Tone over time', 'series.csv'),
  transform: [{ filter: `datum.target === '' || datum.target === null` }],
  mark: 'bar',
  encoding: {
    x: { field: 'day', type: 'temporal', timeUnit: 'utcyearmonthdate', title: null },
    y: { field: 'n', type: 'quantitative', aggregate: 'sum', title: 'records' },
    color: { field: 'label', type: 'nominal', title: 'tone', ...labelColours },
    tooltip: [
      { field: 'day', type: 'temporal', timeUnit: 'utcyearmonthdate' },
      { field: 'label' },
      { field: 'n', aggregate: 'sum' },
    ],
  },
};

const targetByTopic = {
  ...headOf('Which way people lean, by target and topic', '../summary.csv'),
  transform: [
    { pivot: 'stance', value: 'n', groupby: ['topic', 'target'] },
    // Where nobody takes a side there is nothing to lean.
    { filter: 'datum.favor + datum.against > 0' },
    { calculate: '(datum.favor - datum.against) / (datum.favor + datum.against)', as: 'lean' },
    { calculate: "(datum.lean < 0 ? '▼ ' : '▲ ') + format(abs(datum.lean), '.0%')", as: 'words' },
  ],
  encoding: {
    x: { field: 'topic', type: 'nominal', title: null, axis: { orient: 'top', labelLimit: 140 } },
    y: { field: 'target', type: 'nominal', title: null },
  },
  layer: [
    {
      mark: 'rect',
      encoding: {
        color: {
          field: 'lean',
          type: 'quantitative',
          title: 'favor − against, of those who take a side',
          scale: { domain: [-1, 0, 1], range: [COLOURS.left, '#f3f1eb', COLOURS.right] },
        },
        tooltip: ['topic', 'target', ...STANCES].map((field) => ({ field })),
      },
    },
    { mark: 'text', encoding: { text: { field: 'words' } } },
  ],
};

const speakers = {
  ...headOf('The loudest voices, by tone', 'speakers.csv'),
  transform: [{ fold: SENTIMENTS, as: ['tone', 'records'] }],
  mark: 'bar',
  encoding: {
    y: { field: 'speaker', type: 'nominal', sort: '-x', title: null },
    x: { field: 'records', type: 'quantitative', aggregate: 'sum', title: 'records' },
    color: { field: 'tone', type: 'nominal', ...labelColours },
    tooltip: [{ field: 'speaker' }, { field: 'tone' }, { field: 'records', aggregate: 'sum' }],
  },
};

/** One entry a chart of the page; a new one is one more. */
export const CHART_SPECS: readonly ChartSpec[] = [
  {
    name: 'tone-by-topic.vl.json',
    spec: divergingSpec('Tone by topic', 'sentiment.csv', 'sentiment', 'topic'),
  },
  {
    name: 'stance-by-topic.vl.json',
    spec: divergingSpec('Stance by target and topic', '../summary.csv', 'stance', 'row'),
  },
  { name: 'over-time.vl.json', spec: overTime },
  { name: 'target-by-topic.vl.json', spec: targetByTopic },
  { name: 'speakers.vl.json', spec: speakers },
];
