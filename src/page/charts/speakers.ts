/** The loudest voices: how many records each gives, and in which tone or on which side. */
import { counted } from '../../aggregate/figures.ts';
import { voiceLabel } from '../address.ts';
import { UNKNOWN } from '../payload.ts';
import type { Records } from '../records.ts';
import { countsBy, sidesBy, splitOf, tonesBy } from '../tallies.ts';
import type { Chart, Scene } from './chart.ts';
import { type Bar, divergingBars } from './diverging.ts';
import { type Name, wholeName } from './fit.ts';

const VOICES = 12;

export const speakers: Chart = {
  id: 'speakers',
  wide: false,
  title: ({ view, records }) =>
    view.filters.target === null
      ? 'Loudest voices, by tone'
      : `Loudest voices toward ${records.facts.names.target[view.filters.target]}`,
  legend: ({ view }) =>
    view.filters.target === null
      ? [
          ['left', 'negative'],
          ['right', 'positive'],
        ]
      : [
          ['left', 'against'],
          ['right', 'in favor'],
        ],
  draw(scene, width) {
    const bars = voiceBars(scene);
    const [first] = bars;
    if (first === undefined) return null;
    const measure = scene.view.filters.target === null ? 'tone' : 'side';
    const alt = `The ${counted(bars.length, 'voice')} with most records; ${wholeName(first.name)} has ${first.beside}.`;
    const note = 'Few records a voice: the intervals are wide, and many overlap.';
    return divergingBars(scene, { bars, measure, what: 'voice', note, alt }, width);
  },
};

function voiceBars({ records, selection, view }: Scene): Bar[] {
  const { rows } = selection;
  const voiceAt = (index: number): number => records.voice[index]!;
  const { target } = view.filters;
  const tally = target === null ? tonesBy(records, rows, voiceAt) : sidesBy(records, rows, target, voiceAt);
  return [...countsBy(rows, voiceAt)]
    .filter(([voice]) => voice !== UNKNOWN)
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, VOICES)
    .map(([voice, n]) => {
      const split = splitOf(tally.get(voice) ?? [0, 0, 0]);
      const beside = split.n === 0 ? `${counted(n, 'record')}, unlabelled` : counted(n, 'record');
      return { name: nameOf(records, voice), beside, split, closer: { voice } };
    });
}

/** Name and handle, where there are both. */
function nameOf(records: Records, voice: number): Name {
  const [name] = records.facts.names.voice[voice]!;
  const label = voiceLabel(records, voice);
  return label === name ? [name] : [name, ' ', label.slice(name.length + 1)];
}
