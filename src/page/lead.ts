/** What the view adds up to, in figures large enough to be read across a room, and in a sentence. */
import { counted, grouped, LABEL_WORDS, percent, percentWithRange } from '../aggregate/figures.ts';
import type { Scene } from './charts/chart.ts';
import { el, foreign } from './dom.ts';
import { KINDS, UNKNOWN } from './payload.ts';
import { pairOf, sidesByTarget, taken, voicedSides, voicedSplit, voicedTones } from './tallies.ts';

const COMMENTARY = KINDS.indexOf('commentary');

export function leadSection(): { element: HTMLElement; show(scene: Scene): void } {
  const said = el('p', { class: 'sentence', role: 'status' });
  const figures = el('dl', { class: 'lead' });
  return {
    element: el('section', { class: 'lead-section', 'aria-label': 'At a glance' }, said, figures),
    show(scene) {
      said.textContent = sentenceOf(scene);
      figures.replaceChildren(...figuresOf(scene));
    },
  };
}

function sentenceOf({ records, selection, view }: Scene): string {
  const { facts } = records;
  const isApart = view.filters.kind === COMMENTARY;
  const base = records.kind.reduce((n, kind) => n + Number((kind === COMMENTARY) === isApart), 0);
  const what = isApart ? 'sentences of commentary' : 'posts and quotations';
  const n = selection.rows.length;
  const shown = n === base ? `All ${grouped(n)} ${what}.` : `${grouped(n)} of ${grouped(base)} ${what}.`;
  if (facts.shown === facts.total) return shown;
  return `${shown} This page holds a random ${grouped(facts.shown)} of ${grouped(facts.total)} records; the other files hold all.`;
}

function figuresOf(scene: Scene): HTMLElement[] {
  const { records, selection } = scene;
  const { rows } = selection;
  const tone = voicedSplit(voicedTones(records, rows, () => 0, [0]).get(0)!);
  const voices = new Set<number>();
  for (const index of rows) if (records.voice[index] !== UNKNOWN) voices.add(records.voice[index]!);
  const figures = [
    figure('records', grouped(rows.length), `from ${counted(voices.size, 'voice')}`),
    figure('negative in tone', share(tone.shares[0].share), rangeOf(tone.shares[0], tone.n), 'left'),
    figure('positive in tone', share(tone.shares[2].share), rangeOf(tone.shares[2], tone.n), 'right'),
  ];
  const targets = sidesByTarget(records, rows);
  const target = scene.view.filters.target ?? targets[0]?.[0];
  const counts = targets.find(([place]) => place === target)?.[1];
  if (target === undefined || counts === undefined || taken(counts) === 0) return figures;
  const key = pairOf(UNKNOWN, target);
  const side = voicedSplit(voicedSides(records, rows, false, [key]).get(key)!);
  const larger = counts[0] >= counts[2] ? 0 : 2;
  const name = records.facts.names.target[target] ?? '';
  return [
    ...figures,
    figure(
      el('span', {}, `${LABEL_WORDS[larger === 0 ? 'against' : 'favor']}: `, foreign(name)),
      share(side.shares[larger].share),
      rangeOf(side.shares[larger], side.n),
      larger === 0 ? 'left' : 'right',
    ),
  ];
}

const share = (value: number | null): string => (value === null ? '—' : percent(value));

const rangeOf = (value: Parameters<typeof percentWithRange>[0], n: number): string =>
  n === 0
    ? 'nothing labelled'
    : `95 %: ${percentWithRange(value).replace(/^.*\((.*)\)$/, '$1')}, n ${grouped(n)}`;

function figure(name: Node | string, value: string, beside: string, hue = 'plain'): HTMLElement {
  return el(
    'div',
    { class: `figure ${hue}` },
    el('dt', {}, name),
    el('dd', {}, el('b', {}, value), el('span', { class: 'quiet' }, beside)),
  );
}
