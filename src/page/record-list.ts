/** The records themselves, a page at a time. */
import { counted, grouped } from '../aggregate/figures.ts';
import { ORDERS, type View } from './address.ts';
import type { Scene } from './charts/chart.ts';
import { el } from './dom.ts';
import { hueOfTone, quoteOf } from './quote.ts';

const PAGE = 20;
const ORDER_WORDS: Readonly<Record<View['order'], string>> = {
  reading: 'as they stand in the files',
  loudest: 'most engagement first',
  newest: 'newest first',
  surest: 'surest label first',
};

export interface RecordList {
  readonly element: HTMLElement;
  show(scene: Scene): void;
}

export function recordList(
  onOrder: (order: View['order']) => void,
  open: (index: number) => void,
): RecordList {
  const title = el('h2', { id: 'list-title', tabindex: -1 }, 'Records in this view');
  const order = orderField(onOrder);
  const body = el('div', { class: 'list' });
  const pages = el('nav', { class: 'pages', 'aria-label': 'Pages of records' });
  const control = el('div', { class: 'control inline' }, el('label', { for: order.id }, 'Order'), order);
  const head = el('div', { class: 'card-head' }, title, control);
  const element = el(
    'section',
    { class: 'card wide', 'aria-labelledby': title.id, id: 'list' },
    head,
    body,
    pages,
  );
  const draw = (scene: Scene, page: number): void => {
    const rows = ordered(scene);
    body.replaceChildren(...quotesOf(scene, rows.slice(page * PAGE, (page + 1) * PAGE), open));
    const turn = (to: number): void => {
      draw(scene, to);
      title.focus();
      element.scrollIntoView({ block: 'start' });
    };
    pages.replaceChildren(...pagesOf(page, rows.length, turn));
  };
  return {
    element,
    show(scene) {
      order.value = scene.view.order;
      draw(scene, 0);
    },
  };
}

function orderField(onOrder: (order: View['order']) => void): HTMLSelectElement {
  const options = ORDERS.map((name) => el('option', { value: name }, ORDER_WORDS[name]));
  const field = el(
    'select',
    { id: 'list-order', onchange: () => onOrder(field.value as View['order']) },
    ...options,
  );
  return field;
}

function quotesOf(scene: Scene, rows: Uint32Array, open: (index: number) => void): HTMLElement[] {
  if (rows.length === 0) return [el('p', { class: 'quiet' }, 'No record passes these filters.')];
  return Array.from(rows, (index) => quoteOf(scene, index, hueOfTone(scene.records.tone[index]!), open));
}

function pagesOf(page: number, total: number, turn: (to: number) => void): HTMLElement[] {
  const last = Math.max(0, Math.ceil(total / PAGE) - 1);
  const button = (words: string, to: number): HTMLElement =>
    el(
      'button',
      { type: 'button', class: 'quiet-button', disabled: to < 0 || to > last, onclick: () => turn(to) },
      words,
    );
  const where = `Page ${grouped(page + 1)} of ${grouped(last + 1)}, ${counted(total, 'record')}`;
  return [button('Previous', page - 1), el('span', { class: 'quiet' }, where), button('Next', page + 1)];
}

function ordered({ records, selection, view }: Scene): Uint32Array {
  if (view.order === 'reading') return selection.rows;
  const { time, toneP } = records.facts.records;
  const rank: (index: number) => number =
    view.order === 'loudest'
      ? (index) => records.actions[index]!
      : view.order === 'newest'
        ? (index) => time[index] ?? Number.NEGATIVE_INFINITY
        : (index) => toneP[index]!;
  return selection.rows.toSorted((a, b) => rank(b) - rank(a) || a - b);
}
