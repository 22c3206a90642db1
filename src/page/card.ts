/** A chart with what belongs to it: title, key, figures as a table, downloads. */
import { grouped } from '../aggregate/figures.ts';
import type { Cell, Chart, Drawn, Scene } from './charts/chart.ts';
import { el, foreign } from './dom.ts';
import { csvOf, pngOf, save, svgOf } from './download.ts';

/** More rows than these are read in the CSV. */
const ROWS = 60;

export interface Card {
  readonly element: HTMLElement;
  show(scene: Scene): void;
}

/** A card that draws its chart as wide as it is itself, and again when that changes. */
export function cardOf(chart: Chart, extra: HTMLElement | null = null): Card {
  const title = el('h2', { id: `${chart.id}-title` });
  const body = el('div', { class: 'drawing' });
  const under = el('div');
  const element = el('section', {
    class: chart.wide ? 'card wide' : 'card',
    'aria-labelledby': title.id,
    id: chart.id,
  });
  element.append(el('div', { class: 'card-head' }, title, extra), body, under);
  let scene: Scene | null = null;
  let width = 0;
  const redraw = (): void => {
    if (scene === null || width === 0) return;
    const drawn = chart.draw(scene, width);
    title.replaceChildren(foreign(chart.title(scene)));
    if (drawn === null) {
      body.replaceChildren(el('p', { class: 'quiet' }, 'Nothing to show under these filters.'));
      under.replaceChildren();
      return;
    }
    const isOpen = under.querySelector('details')?.open ?? false;
    body.replaceChildren(legendOf(chart, scene), el('div', { class: 'scroll' }, drawn.svg));
    under.replaceChildren(
      el('p', { class: 'quiet' }, drawn.note),
      figuresOf(drawn, scene, isOpen),
      downloads(chart, drawn, scene),
    );
  };
  new ResizeObserver(() => {
    const now = Math.floor(body.clientWidth);
    if (now === width) return;
    width = now;
    redraw();
  }).observe(body);
  return {
    element,
    show(next) {
      scene = next;
      element.hidden = chart.isFor?.(next.records) === false;
      width = Math.floor(body.clientWidth);
      redraw();
    },
  };
}

function legendOf(chart: Chart, scene: Scene): HTMLElement {
  const entries = chart
    .legend(scene)
    .map(([hue, words]) => el('li', {}, el('span', { class: `key ${hue}` }), words));
  return el('ul', { class: 'legend', 'aria-label': 'Key' }, ...entries);
}

function figuresOf({ head, rows }: Drawn, scene: Scene, isOpen: boolean): HTMLElement {
  const heads = head.map((name) => el('th', { scope: 'col' }, name));
  const lines = rows
    .slice(0, ROWS)
    .map(({ cells, closer }) =>
      el(
        'tr',
        {},
        ...cells.map((cell, index) =>
          index === 0 ? rowHead(cell, () => closer && scene.choose(closer)) : el('td', {}, worded(cell)),
        ),
      ),
    );
  const left = rows.length - ROWS;
  return el(
    'details',
    { class: 'figures', open: isOpen },
    el('summary', {}, 'Figures'),
    el(
      'div',
      { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': 'Figures of this chart' },
      el('table', {}, el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...lines)),
    ),
    left > 0 && el('p', { class: 'quiet' }, `${grouped(left)} more rows in the CSV.`),
  );
}

/** The keyboard's way to what a click on the chart does. */
function rowHead(cell: Cell, act: () => void): HTMLElement {
  const button = el('button', { type: 'button', class: 'link', onclick: act }, foreign(String(cell ?? '')));
  return el('th', { scope: 'row' }, button);
}

function worded(cell: Cell): HTMLElement | string {
  if (cell === null) return '—';
  return typeof cell === 'number'
    ? Number.isInteger(cell)
      ? grouped(cell)
      : cell.toFixed(3)
    : foreign(cell);
}

function downloads(chart: Chart, drawn: Drawn, scene: Scene): HTMLElement {
  const title = chart.title(scene);
  const picture = { svg: drawn.svg, title, key: chart.legend(scene) };
  const button = (format: string, act: () => void): HTMLElement =>
    el(
      'button',
      { type: 'button', class: 'quiet-button', 'aria-label': `Download ${title} as ${format}`, onclick: act },
      format,
    );
  return el(
    'div',
    { class: 'downloads' },
    el('span', { class: 'quiet', 'aria-hidden': 'true' }, 'Download'),
    button('SVG', () => save(`${chart.id}.svg`, svgOf(picture))),
    button('PNG', () => void pngOf(picture).then((blob) => save(`${chart.id}.png`, blob))),
    button('CSV', () =>
      save(
        `${chart.id}.csv`,
        csvOf(
          drawn.head,
          drawn.rows.map(({ cells }) => cells),
        ),
      ),
    ),
  );
}
