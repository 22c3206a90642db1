/** Where a record stands: its words in their sentence, or its row in the export, with all that is known of it. */
import { grouped, LABEL_WORDS } from '../aggregate/figures.ts';
import { byId, el, foreign, webLink } from './dom.ts';
import { joined } from './marks.ts';
import { FORMS, KINDS, type Place, SIDES, TONES, UNKNOWN } from './payload.ts';
import { factsOf, timeInWords } from './quote.ts';
import { type Records, carriersOf, languageOf, speakerOf, topicName } from './records.ts';

/** Opens the record in a dialog; `onClose` is told when the reader leaves it. */
export function openSource(records: Records, index: number, onClose: () => void): void {
  const dialog = el('dialog', { class: 'source', 'aria-labelledby': 'source-title' });
  const close = (): void => dialog.close();
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose();
  });
  // A click beside the dialog falls on the dialog itself.
  dialog.addEventListener('click', (event) => event.target === dialog && close());
  dialog.append(
    el(
      'div',
      { class: 'source-body' },
      el(
        'div',
        { class: 'card-head' },
        el('h2', { id: 'source-title' }, 'Where this stands'),
        el('button', { type: 'button', class: 'quiet-button', onclick: close }, 'Close'),
      ),
      wordsOf(records, index),
      el(
        'dl',
        {},
        ...entriesOf(records, index).flatMap(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]),
      ),
      el('h3', {}, 'What the models say'),
      labelTable(records, index),
    ),
  );
  byId('app').append(dialog);
  dialog.showModal();
}

function wordsOf(records: Records, index: number): HTMLElement {
  const { words } = records;
  const around = words?.around[index];
  const lang = languageOf(records, index);
  if (words === null) return el('p', {}, 'The words are still being unpacked.');
  if (around === undefined) {
    const cut =
      words.text[index]!.length >= words.longest
        ? el('p', { class: 'quiet' }, 'Cut here; reactions.csv holds every word.')
        : null;
    return el('div', {}, el('blockquote', {}, el('bdi', { dir: 'auto', lang }, words.text[index]!)), cut);
  }
  const parts = (words.parts[index] ?? []).map(([start, end]): Place => [
    start - around.start,
    end - around.start,
  ]);
  const text = el(
    'bdi',
    { dir: 'auto', lang },
    ...inSentence(
      around.text,
      joined(parts),
      shifted(around.mention, around.start),
      shifted(around.cue, around.start),
    ),
  );
  return el(
    'div',
    {},
    el('blockquote', {}, text),
    el(
      'p',
      { class: 'quiet' },
      'Marked: the words; underlined: who says them, and the verb that introduces them.',
    ),
  );
}

const shifted = (place: Place | undefined, by: number): Place | null =>
  place ? [place[0] - by, place[1] - by] : null;

/** The sentence cut wherever anything begins or ends. */
function inSentence(
  text: string,
  words: readonly Place[],
  ...underlined: readonly (Place | null)[]
): (Node | string)[] {
  const lines = underlined.filter((place) => place !== null);
  const edges = [0, text.length, ...words.flat(), ...lines.flat()].filter(
    (at) => at >= 0 && at <= text.length,
  );
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const piece = text.slice(start, cuts[at + 1]);
    const isIn = ([from, to]: Place): boolean => start >= from && start < to;
    const inner = lines.some(isIn) ? el('u', {}, piece) : piece;
    return words.some(isIn) ? el('mark', {}, inner) : inner;
  });
}

function entriesOf(records: Records, index: number): [string, Node | string][] {
  const { facts, words } = records;
  const { names, records: columns } = facts;
  const { name, handle } = speakerOf(records, index);
  const [document, row] = [names.document[columns.document[index]!] ?? '', columns.row[index]!];
  const place = row > 0 ? `row ${grouped(row)}` : `from character ${grouped(columns.start[index]!)}`;
  const form = words?.speaker[index]?.[1];
  const time = columns.time[index] ?? null;
  const posted = [factsOf(records, index), time === null ? '' : timeInWords(time).slice(11)]
    .filter(Boolean)
    .join(', ');
  const flags = names.flag.filter((_, bit) => (columns.flags[index]! & (1 << bit)) !== 0);
  const link = webLink(words?.url[index] ?? '', 'open at');
  const who = el(
    'span',
    {},
    foreign(name),
    handle === '' ? null : foreign(` @${handle.replace(/^@/, '')}`),
    form === undefined ? null : ` (${FORMS[form]})`,
  );
  return [
    ['Said by', who],
    ['Stands in', el('span', {}, foreign(document), `, ${place}`)],
    ['Topic', foreign(topicName(records, records.topic[index]!))],
    ['Kind', KINDS[records.kind[index]!] ?? ''],
    ...(posted === '' ? [] : [['Posted', posted] as [string, string]]),
    ...(flags.length === 0 ? [] : [['Flags', flags.join(', ')] as [string, string]]),
    ...(link === null ? [] : [['Address', link] as [string, Node]]),
    ['Record', el('code', {}, words?.id[index] ?? '')],
  ];
}

function labelTable(records: Records, index: number): HTMLElement {
  const { facts, words } = records;
  const tone = records.tone[index]!;
  const isExplained = words?.rationale[index] !== undefined;
  const carriers = (target: number | null): string | null =>
    isExplained ? carriedBy(words.text[index]!, carriersOf(records, index, target) ?? []) : null;
  const rows = [
    labelRow(
      'Tone',
      tone === UNKNOWN ? null : TONES[tone]!,
      facts.records.toneP[index]!,
      facts.records.toneUnsure[index] === 1,
      carriers(null),
    ),
  ];
  for (let at = records.first[index]!; at < records.first[index + 1]!; at += 1) {
    const side = records.side[at]!;
    const target = facts.names.target[records.target[at]!] ?? '';
    rows.push(
      labelRow(
        target,
        side === UNKNOWN ? null : SIDES[side]!,
        facts.stances.p[at]!,
        facts.stances.unsure[at] === 1,
        carriers(records.target[at]!),
      ),
    );
  }
  const head = ['Of', 'Label', 'Sure', ...(isExplained ? ['Carried by'] : [])].map((name) =>
    el('th', { scope: 'col' }, name),
  );
  return el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows));
}

function labelRow(
  name: string,
  label: keyof typeof LABEL_WORDS | null,
  p: number,
  unsure: boolean,
  carriers: string | null,
): HTMLElement {
  const said = label === null ? 'not labelled' : LABEL_WORDS[label];
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, foreign(name)),
    el('td', {}, said),
    el('td', {}, label === null ? '—' : `${p}\u00A0%${unsure ? ' (unsure)' : ''}`),
    carriers !== null && el('td', {}, foreign(carriers)),
  );
}

/** Each word once; a place beyond the cut of a long text is not told. */
function carriedBy(text: string, places: readonly Place[]): string {
  const said = places.filter(([, end]) => end <= text.length).map(([start, end]) => text.slice(start, end));
  return [...new Set(said)].join(', ') || '—';
}
