/** The most telling quotations of each side, next to each other. */
import { LABEL_WORDS } from '../aggregate/figures.ts';
import type { Scene } from './charts/chart.ts';
import { el, foreign } from './dom.ts';
import { quoteOf } from './quote.ts';
import { LABELS, type Measure, sidesByTarget } from './tallies.ts';
import { sided, tellingOf, toned } from './telling.ts';

const QUOTES = 3;

export function quotesSection(open: (index: number) => void): {
  element: HTMLElement;
  show(scene: Scene): void;
} {
  const title = el('h2', { id: 'quotes-title' });
  const columns = el('div', { class: 'pair' });
  const note = el(
    'p',
    { class: 'quiet' },
    'Chosen by how sure the model is, how many people reacted, and length; one a voice, and repeated words once.',
  );
  const carried = el('p', { class: 'quiet', hidden: true }, 'Marked: the words that carried the label.');
  const element = el(
    'section',
    { class: 'card', 'aria-labelledby': title.id, id: 'quotes' },
    title,
    note,
    carried,
    columns,
  );
  return {
    element,
    show(scene) {
      const { records, view, selection } = scene;
      const found = sidesByTarget(records, selection.rows).find(
        ([, [against, , favor]]) => against + favor > 0,
      )?.[0];
      const target = view.filters.target ?? (view.filters.tone === null ? found : undefined) ?? null;
      title.replaceChildren(
        'Telling words',
        ...(target === null
          ? [', by tone']
          : [' toward ', foreign(records.facts.names.target[target] ?? '')]),
      );
      carried.hidden = Object.keys(records.words?.rationale ?? {}).length === 0;
      const measure: Measure = target === null ? 'tone' : 'side';
      // Words that name the target are marked, also where the target is not chosen but found.
      const about =
        target === null ? scene : { ...scene, view: { ...view, filters: { ...view.filters, target } } };
      columns.replaceChildren(
        column(about, measure, target, 0, open),
        column(about, measure, target, 2, open),
      );
    },
  };
}

function column(
  scene: Scene,
  measure: Measure,
  target: number | null,
  label: 0 | 2,
  open: (index: number) => void,
): HTMLElement {
  const { records, selection } = scene;
  const hue = label === 0 ? 'left' : 'right';
  const carries = target === null ? toned(records, label) : sided(records, target, label);
  const quotes = tellingOf(records, selection.rows, carries, QUOTES).map((index) =>
    quoteOf(scene, index, hue, open),
  );
  const words = LABEL_WORDS[LABELS[measure][label]];
  return el(
    'div',
    {},
    el('h3', {}, el('span', { class: `key ${hue}` }), words[0]!.toUpperCase() + words.slice(1)),
    ...quotes,
    quotes.length === 0 && el('p', { class: 'quiet' }, 'Nobody, under these filters.'),
  );
}
