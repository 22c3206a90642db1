/** Topics with their tone, and with the sides taken in them. */
import { counted } from '../../aggregate/figures.ts';
import { UNKNOWN } from '../payload.ts';
import { topicName } from '../records.ts';
import {
  type Counts,
  type Split,
  pairOf,
  sidesByTarget,
  sidesByTopic,
  sum,
  taken,
  tonesBy,
  voicedSides,
  voicedSplit,
  voicedTones,
} from '../tallies.ts';
import type { Chart, Scene } from './chart.ts';
import { type Bar, countBeside, divergingBars, splitInWords } from './diverging.ts';
import { type Name, wholeName } from './fit.ts';

/** More rows than these are a table; the figures hold them all. */
const ROWS = 12;

export const topicTones: Chart = {
  id: 'tone-by-topic',
  wide: false,
  title: () => 'Tone by topic',
  legend: () => [
    ['left', 'negative'],
    ['right', 'positive'],
  ],
  draw(scene, width) {
    const topicOf = (index: number): number => scene.records.topic[index]!;
    const tally = tonesBy(scene.records, scene.selection.rows, topicOf);
    const topics = [...tally].sort(([, a], [, b]) => sum(b) - sum(a)).map(([topic]) => topic);
    if (topics.length === 0) return null;
    const voiced = voicedTones(scene.records, scene.selection.rows, topicOf, topics.slice(0, ROWS));
    const shown = [...voiced].map(([topic, labels]) => toneBar(scene, topic, voicedSplit(labels)));
    const alt = `Tone of the ${counted(shown.length, 'topic')} with most records. ${sayingOf(shown, 'tone')}`;
    const note = `${leftOut(topics.length, 'topic')}The rest of each row is neutral in tone.`;
    return divergingBars(scene, { bars: shown, measure: 'tone', what: 'topic', note, alt }, width);
  },
};

function toneBar({ records }: Scene, topic: number, split: Split): Bar {
  return { name: [topicName(records, topic)], beside: countBeside(split.n), split, closer: { topic } };
}

export const topicSides: Chart = {
  id: 'stance-by-topic',
  wide: false,
  title: ({ records, view }) =>
    view.filters.target === null
      ? 'Stance'
      : `Stance toward ${records.facts.names.target[view.filters.target]}`,
  legend: () => [
    ['left', 'against'],
    ['right', 'in favor'],
  ],
  draw(scene, width) {
    const byTopic = scene.view.filters.topic === null;
    const rows = byTopic ? rowsOfTopics(scene) : rowsOfTargets(scene);
    if (rows.length === 0) return null;
    const kept = rows.slice(0, ROWS);
    const keys = kept.map(({ topic, target }) => pairOf(topic, target));
    const voiced = voicedSides(scene.records, scene.selection.rows, byTopic, keys);
    const shown = kept.map((row, at) => sideBar(scene, row, voicedSplit(voiced.get(keys[at]!)!)));
    const alt = `Stance in ${counted(shown.length, 'row')}. ${sayingOf(shown, 'side')}`;
    const note = `${leftOut(rows.length, 'row')}The rest of each row takes no side.`;
    return divergingBars(scene, { bars: shown, measure: 'side', what: 'target', note, alt }, width);
  },
};

interface SideRow {
  /** -1 where rows are targets alone. */
  readonly topic: number;
  readonly target: number;
  readonly counts: Counts;
}

/** Per topic the target toward which most sides are taken. */
function rowsOfTopics({ records, view, selection }: Scene): SideRow[] {
  const topics = [...sidesByTopic(records, selection.rows)].flatMap(([topic, targets]) => {
    const [first] = [...targets]
      .filter(([target]) => view.filters.target === null || target === view.filters.target)
      .sort(([, a], [, b]) => taken(b) - taken(a) || sum(b) - sum(a));
    return first === undefined ? [] : [{ topic, target: first[0], counts: first[1] }];
  });
  return topics.sort((a, b) => sum(b.counts) - sum(a.counts));
}

function rowsOfTargets({ records, view, selection }: Scene): SideRow[] {
  return sidesByTarget(records, selection.rows)
    .filter(([target]) => view.filters.target === null || target === view.filters.target)
    .map(([target, counts]) => ({ topic: UNKNOWN, target, counts }));
}

function sideBar({ records, view }: Scene, { topic, target }: SideRow, split: Split): Bar {
  const toward = records.facts.names.target[target] ?? '';
  const closer = view.filters.topic === null ? { topic, target } : { target };
  const name: Name = topic === UNKNOWN ? [toward] : [toward, ' · ', topicName(records, topic)];
  return { name, beside: countBeside(split.n), split, closer };
}

function sayingOf(bars: readonly Bar[], measure: 'tone' | 'side'): string {
  return bars
    .slice(0, 3)
    .map(({ name, split }) => `${wholeName(name)}: ${splitInWords(split, measure)}.`)
    .join(' ');
}

export function leftOut(n: number, what: string): string {
  return n > ROWS ? `The ${ROWS} largest of ${counted(n, what)}; the filters show the others. ` : '';
}
