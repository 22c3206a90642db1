/** The filters: each with the number of records that an entry would leave, all of them reachable by keyboard. */
import { grouped, LABEL_WORDS } from '../aggregate/figures.ts';
import { voiceLabel } from './address.ts';
import type { Scene } from './charts/chart.ts';
import { el, foreign } from './dom.ts';
import { type Facet, type Filters, NO_FILTERS } from './filters.ts';
import { SIDES, TONES, UNKNOWN } from './payload.ts';
import { NO_DAY, type Records, dayName, dayNumber, topicName } from './records.ts';

/** Entries of a list; a name beyond them is found by a search. */
const MOST = 200;
/** Milliseconds after the last key before a search begins. */
const PAUSE = 250;

export interface FilterBar {
  readonly element: HTMLElement;
  show(scene: Scene): void;
}

type Choose = (change: Partial<Filters>) => void;

interface Control {
  readonly element: HTMLElement;
  show(scene: Scene): void;
}

/** The bar; `choose` is called with what the reader changes. */
export function filterBar(records: Records, choose: Choose): FilterBar {
  const { names } = records.facts;
  const search = searchField(choose);
  const kinds = ['Posts', 'Quotations', 'Commentary, apart'];
  const controls: Control[] = [
    search,
    list('topic', 'Topic', 'All topics', (topic) => topicName(records, topic), choose),
    list('target', 'Toward', 'Any target', (target) => names.target[target] ?? '', choose),
    choice(
      'side',
      'Side',
      SIDES.map((side) => LABEL_WORDS[side]),
      choose,
    ),
    choice('tone', 'Tone', [...TONES], choose),
    list('platform', 'Platform', 'All platforms', (place) => names.platform[place]?.[1] ?? '', choose),
    list('language', 'Language', 'All languages', (place) => names.language[place]?.[1] ?? '', choose),
    list('kind', 'Kind', 'Posts and quotations', (kind) => kinds[kind] ?? '', choose),
    timeFields(records, choose),
  ];
  const count = el('span', { class: 'count' });
  const reset = el(
    'button',
    { type: 'button', class: 'quiet-button', onclick: () => choose(NO_FILTERS) },
    'Clear all',
  );
  const chips = el('ul', { class: 'chips', 'aria-label': 'Filters in use' });
  const body = el('div', { class: 'controls' }, ...controls.map(({ element }) => element), reset);
  const isWide = matchMedia('(min-width: 64rem)').matches;
  const folded = el('details', { open: isWide }, el('summary', {}, el('h2', {}, 'Filters'), count), body);
  const element = el('search', { class: 'filters', 'aria-label': 'Filters' }, folded, chips);
  return {
    element,
    show(scene) {
      for (const control of controls) control.show(scene);
      const used = chipsOf(scene);
      chips.replaceChildren(...used);
      chips.hidden = used.length === 0;
      reset.hidden = used.length === 0;
      count.textContent = used.length === 0 ? '' : ` ${used.length} in use`;
    },
  };
}

function list(
  facet: Facet,
  label: string,
  all: string,
  nameOf: (place: number) => string,
  choose: Choose,
): Control {
  const control = el('select', {
    id: `filter-${facet}`,
    onchange: () => choose({ [facet]: control.value === '' ? null : Number(control.value) }),
  });
  const element = el('div', { class: 'control' }, el('label', { for: control.id }, label), control);
  return {
    element,
    show({ selection, view }) {
      const { counts, rest } = selection.facets[facet];
      const chosen = view.filters[facet];
      const places = [...counts.keys()]
        .filter((place) => counts[place]! > 0 || place === chosen)
        .sort((a, b) => counts[b]! - counts[a]!);
      const entries = places.slice(0, MOST).map((place) => option(place, nameOf(place), counts[place]!));
      if (chosen !== null && places.indexOf(chosen) >= MOST)
        entries.push(option(chosen, nameOf(chosen), counts[chosen]!));
      if (facet === 'topic' && (rest > 0 || chosen === UNKNOWN))
        entries.push(option(UNKNOWN, nameOf(UNKNOWN), rest));
      control.replaceChildren(el('option', { value: '' }, all), ...entries);
      control.value = chosen === null ? '' : String(chosen);
      // A list of one says nothing, unless it is what is chosen.
      element.hidden = entries.length < 2 && chosen === null && facet !== 'topic';
    },
  };
}

const option = (place: number, name: string, n: number): HTMLOptionElement =>
  el(
    'option',
    { value: place, dir: 'auto' },
    `${name.length > 60 ? `${name.slice(0, 59)}…` : name} (${grouped(n)})`,
  );

/** A row of buttons, of which one at most is pressed. */
function choice(facet: 'side' | 'tone', label: string, words: readonly string[], choose: Choose): Control {
  const hues = ['left', 'middle', 'right'];
  let chosen: number | null = null;
  const buttons = words.map((word, place) =>
    el(
      'button',
      {
        type: 'button',
        class: 'toggle',
        onclick: () => choose({ [facet]: chosen === place ? null : place }),
      },
      el('span', { class: `key ${hues[place]}` }),
      el('span', {}, word),
      el('span', { class: 'n' }),
    ),
  );
  const name = `filter-${facet}`;
  const element = el(
    'div',
    { class: 'control', role: 'group', 'aria-labelledby': name },
    el('span', { id: name, class: 'label' }, label),
    el('div', { class: 'toggles' }, ...buttons),
  );
  return {
    element,
    show({ selection, view }) {
      chosen = view.filters[facet];
      const { counts } = selection.facets[facet];
      for (const [place, button] of buttons.entries()) {
        button.setAttribute('aria-pressed', String(chosen === place));
        button.lastElementChild!.textContent = grouped(counts[place]!);
      }
    },
  };
}

function searchField(choose: Choose): Control {
  let waiting = 0;
  const field = el('input', {
    id: 'filter-search',
    type: 'search',
    dir: 'auto',
    title: 'words, "a phrase", a name',
    oninput: () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => choose({ search: field.value.trim() }), PAUSE);
    },
  });
  return {
    element: el('div', { class: 'control' }, el('label', { for: field.id }, 'Search'), field),
    show({ view }) {
      // What is being typed is not overwritten by what it was a moment ago.
      if (document.activeElement !== field) field.value = view.filters.search;
    },
  };
}

function timeFields(records: Records, choose: Choose): Control {
  const days = records.day.filter((day) => day !== NO_DAY);
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const field = (key: 'from' | 'to'): HTMLInputElement => {
    const input = el('input', {
      id: `filter-${key}`,
      type: 'date',
      onchange: () => choose({ [key]: dayNumber(input.value) }),
    });
    if (days.length > 0) [input.min, input.max] = [dayName(first), dayName(last)];
    return input;
  };
  const [from, to] = [field('from'), field('to')];
  const element = el(
    'div',
    { class: 'control pair-of-days', hidden: days.length === 0 },
    el('div', {}, el('label', { for: from.id }, 'From'), from),
    el('div', {}, el('label', { for: to.id }, 'To'), to),
  );
  return {
    element,
    show({ view }) {
      from.value = view.filters.from === null ? '' : dayName(view.filters.from);
      to.value = view.filters.to === null ? '' : dayName(view.filters.to);
    },
  };
}

/** What is in use, each with a button that takes it away. */
function chipsOf({ records, view, choose }: Scene): HTMLElement[] {
  const { filters } = view;
  const { names } = records.facts;
  const kinds = ['posts', 'quotations', 'commentary'];
  const words: [keyof Filters, string | null][] = [
    ['topic', filters.topic === null ? null : topicName(records, filters.topic)],
    ['target', filters.target === null ? null : `toward ${names.target[filters.target]}`],
    ['side', filters.side === null ? null : LABEL_WORDS[SIDES[filters.side]!]],
    ['tone', filters.tone === null ? null : `${TONES[filters.tone]} in tone`],
    ['platform', filters.platform === null ? null : (names.platform[filters.platform]?.[1] ?? '')],
    ['language', filters.language === null ? null : (names.language[filters.language]?.[1] ?? '')],
    ['kind', filters.kind === null ? null : (kinds[filters.kind] ?? '')],
    ['voice', filters.voice === null ? null : `by ${voiceLabel(records, filters.voice)}`],
    ['from', filters.from === null ? null : `from ${dayName(filters.from)}`],
    ['to', filters.to === null ? null : `to ${dayName(filters.to)}`],
    ['search', filters.search === '' ? null : `“${filters.search}”`],
  ];
  return words.flatMap(([key, label]) => {
    if (label === null) return [];
    const without = (): void => choose({ [key]: NO_FILTERS[key] });
    const button = el(
      'button',
      { type: 'button', class: 'chip', onclick: without },
      foreign(label),
      el('span', { 'aria-hidden': 'true' }, ' ×'),
      el('span', { class: 'unseen' }, ' (take away)'),
    );
    return [el('li', {}, button)];
  });
}
