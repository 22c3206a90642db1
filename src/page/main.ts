/** The page comes to life: its records are unpacked, and every change of the view draws it anew. */
import { SERIES, type View, hashOf, viewOf } from './address.ts';
import { cardOf } from './card.ts';
import type { Scene } from './charts/chart.ts';
import { matrix } from './charts/matrix.ts';
import { speakers } from './charts/speakers.ts';
import { timeline } from './charts/timeline.ts';
import { topicSides, topicTones } from './charts/topics.ts';
import { unpacked } from './decode.ts';
import { byId, el } from './dom.ts';
import { filterBar } from './filter-bar.ts';
import { type Filters, type Selection, selectionOf } from './filters.ts';
import { leadSection } from './lead.ts';
import type { Facts, Words } from './payload.ts';
import { quotesSection } from './quotes-section.ts';
import { recordList } from './record-list.ts';
import { type Records, recordsOf } from './records.ts';
import { openSource } from './source.ts';

const SERIES_WORDS: Readonly<Record<View['series'], string>> = {
  tone: 'tone, records',
  'tone-share': 'tone, shares',
  side: 'stance, records',
  'side-share': 'stance, shares',
};

class Page {
  readonly #records: Records;
  readonly #parts: readonly { show(scene: Scene): void }[];
  readonly #series: HTMLSelectElement;
  #view: View;
  #selection: Selection;
  #isOpen = false;

  constructor(records: Records) {
    this.#records = records;
    this.#view = viewOf(location.hash, records);
    this.#selection = selectionOf(records, this.#view.filters);
    const open = (index: number): void =>
      this.#go({ ...this.#view, record: records.words?.id[index] ?? null });
    const bar = filterBar(records, (change) => this.#choose(change));
    const lead = leadSection();
    const quotes = quotesSection(open);
    const list = recordList((order) => this.#go({ ...this.#view, order }), open);
    this.#series = el(
      'select',
      {
        id: 'series',
        onchange: () => this.#go({ ...this.#view, series: this.#series.value as View['series'] }),
      },
      ...SERIES.map((name) => el('option', { value: name }, SERIES_WORDS[name])),
    );
    const cards = [
      cardOf(topicTones),
      cardOf(topicSides),
      cardOf(
        timeline,
        el('div', { class: 'control inline' }, el('label', { for: 'series' }, 'Show'), this.#series),
      ),
      cardOf(matrix),
    ];
    const voices = cardOf(speakers);
    this.#parts = [bar, lead, ...cards, quotes, voices, list];
    const sections = [...cards.map(({ element }) => element), quotes.element, voices.element, list.element];
    byId('app').append(
      bar.element,
      el('div', { class: 'view' }, lead.element, el('div', { class: 'cards' }, ...sections)),
    );
    window.addEventListener('hashchange', () => this.#follow());
  }

  show(): void {
    this.#series.value = this.#view.series;
    const scene: Scene = {
      records: this.#records,
      view: this.#view,
      selection: this.#selection,
      choose: (change) => this.#choose(change),
    };
    for (const part of this.#parts) part.show(scene);
    this.#showRecord();
  }

  /** What a search finds, and what is quoted, is only known when the words are there. */
  refresh(): void {
    this.#selection = selectionOf(this.#records, this.#view.filters);
    this.show();
  }

  #choose(change: Partial<Filters>): void {
    this.#go({ ...this.#view, filters: { ...this.#view.filters, ...change } });
  }

  /** Every change of the view is a step that the browser's back button takes back. */
  #go(view: View): void {
    const hash = hashOf(view, this.#records);
    if (hash === location.hash) return this.#take(view);
    // An empty hash would leave a lone # behind, and scroll to the top.
    history.pushState(null, '', hash === '' ? location.pathname + location.search : hash);
    this.#take(view);
  }

  /** The reader changed the address, or went back. Places in the page (`#topic-3`) are no views. */
  #follow(): void {
    if (location.hash === '' || location.hash.startsWith('#?'))
      this.#take(viewOf(location.hash, this.#records));
  }

  #take(view: View): void {
    const isSame = JSON.stringify(view.filters) === JSON.stringify(this.#view.filters);
    const onlyRecord = isSame && view.order === this.#view.order && view.series === this.#view.series;
    this.#view = isSame ? { ...view, filters: this.#view.filters } : view;
    if (!isSame) this.#selection = selectionOf(this.#records, view.filters);
    if (onlyRecord) this.#showRecord();
    else this.show();
  }

  #showRecord(): void {
    const { record } = this.#view;
    const open = document.querySelector('dialog');
    if (record === null) return open?.close();
    const index = this.#records.words?.id.indexOf(record) ?? -1;
    if (index < 0 || this.#isOpen) return;
    this.#isOpen = true;
    const back = document.activeElement;
    openSource(this.#records, index, () => {
      this.#isOpen = false;
      if (this.#view.record !== null) this.#go({ ...this.#view, record: null });
      if (back instanceof HTMLElement) back.focus();
    });
  }
}

async function begin(): Promise<void> {
  const app = byId('app');
  const records = recordsOf(await unpacked<Facts>('facts'));
  app.hidden = false;
  (byId('tables') as HTMLDetailsElement).open = false;
  const page = new Page(records);
  page.show();
  records.words = await unpacked<Words>('words');
  page.refresh();
  app.dataset['ready'] = 'true';
}

// The tables stay where they are if anything fails: the page then reads as it does without script.
begin().catch((error: unknown) => {
  const app = byId('app');
  const reason = error instanceof Error ? error.message : String(error);
  app.hidden = false;
  app.replaceChildren(
    el(
      'p',
      { role: 'alert' },
      `The charts can’t be shown in this browser (${reason}); the tables below hold the figures.`,
    ),
  );
  (byId('tables') as HTMLDetailsElement).open = true;
});
