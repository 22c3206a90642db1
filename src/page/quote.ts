/** One record as a quotation: its words, who said them, what they were read as, and the way to where they stand. */
import { counted } from '../aggregate/figures.ts';
import type { Scene } from './charts/chart.ts';
import { el, foreign } from './dom.ts';
import { needlesOf } from './filters.ts';
import { joined, namesIn, placesOf } from './marks.ts';
import { type Place, SIDES, TONES, UNKNOWN } from './payload.ts';
import { type Records, carriersOf, languageOf, speakerOf } from './records.ts';

const HUES = ['left', 'middle', 'right'] as const;

/** A figure with a button that opens the record; `hue` colours its edge and says nothing that words don't. */
export function quoteOf(
  scene: Scene,
  index: number,
  hue: 'left' | 'middle' | 'right',
  open: (index: number) => void,
): HTMLElement {
  const { records } = scene;
  const text = records.words?.text[index] ?? '…';
  const words = el(
    'bdi',
    { dir: 'auto', lang: languageOf(records, index) },
    ...marked(text, marksIn(scene, index, text)),
  );
  const { name, handle } = speakerOf(records, index);
  const label = `source: ${name}, ${text.slice(0, 60)}`;
  return el(
    'figure',
    { class: `quote ${hue}` },
    el('blockquote', {}, words),
    el(
      'figcaption',
      {},
      el('b', {}, foreign(name)),
      handle !== '' && handle !== name && foreign(` @${handle.replace(/^@/, '')}`),
      ` · ${[labelsOf(records, index), factsOf(records, index)].filter(Boolean).join(' · ')} `,
      el(
        'button',
        { type: 'button', class: 'link', 'aria-label': label, onclick: () => open(index) },
        'source',
      ),
    ),
  );
}

/** The words that were searched for, and those that carried the label; where that was not asked, the target's name. */
function marksIn({ records, view }: Scene, index: number, text: string): Place[] {
  const { target, search } = view.filters;
  const sought = needlesOf(search);
  const carriers = carriersOf(records, index, target);
  if (carriers !== null)
    return joined([...placesOf(text, sought), ...carriers.filter(([, end]) => end <= text.length)]);
  const named = target === null ? [] : namesIn(records.facts.names.target[target] ?? '');
  return placesOf(text, [...sought, ...named]);
}

/** The text with `<mark>` around the places, which are in order and apart. */
function marked(text: string, places: readonly Place[]): (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let from = 0;
  for (const [start, end] of places) {
    pieces.push(text.slice(from, start), el('mark', {}, text.slice(start, end)));
    from = end;
  }
  return [...pieces, text.slice(from)];
}

/** `negative (unsure) in tone; against Norrland Ferries`. */
export function labelsOf(records: Records, index: number): string {
  const { facts } = records;
  const tone = records.tone[index]!;
  const unsure = (isUnsure: number | undefined): string => (isUnsure === 1 ? ' (unsure)' : '');
  const words =
    tone === UNKNOWN ? 'not labelled' : `${TONES[tone]}${unsure(facts.records.toneUnsure[index])}`;
  const sides: string[] = [];
  for (let at = records.first[index]!; at < records.first[index + 1]!; at += 1) {
    const side = SIDES[records.side[at]!];
    if (side === 'against' || side === 'favor')
      sides.push(
        `${side === 'favor' ? 'in favor of' : 'against'} ${facts.names.target[records.target[at]!]}${unsure(facts.stances.unsure[at])}`,
      );
  }
  return [words, ...sides].join('; ');
}

/** Platform, engagement and day, as far as they are known. */
export function factsOf({ facts }: Records, index: number): string {
  const { records, names } = facts;
  const figures = Object.entries(records.engagement).flatMap(([name, column]) => {
    const n = column[index];
    return n === null || n === undefined || n === 0 ? [] : [counted(n, singular(name), name)];
  });
  const platform = names.platform[records.platform[index]!]?.[1];
  const time = records.time[index];
  const day = typeof time === 'number' ? timeInWords(time).slice(0, 10) : undefined;
  return [platform, ...figures, day].filter((fact) => fact !== undefined).join(' · ');
}

const singular = (name: string): string => (name === 'replies' ? 'reply' : name.slice(0, -1));

/** `2026-03-01 18:30 UTC`. */
export function timeInWords(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

export const hueOfTone = (tone: number): 'left' | 'middle' | 'right' => HUES[tone] ?? 'middle';
