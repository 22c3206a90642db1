/** A reading on one page, to be checked by eye: words coloured by speaker, cues and mentions linked to them. */
import { createHash } from 'node:crypto';
import type { Reaction, Span, Story } from '../reaction.ts';
import { Html, markup, words } from './html.ts';
import { type Stretch, stretchesOf } from './reading-marks.ts';
import { HUES, READING_STYLE } from './reading-style.ts';
import type { ReadDocument } from './reading-table.ts';
import { counted, reachOf } from './wording.ts';

/** Nothing may load and no script may run, whatever a text says: only this very style sheet is let in. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(READING_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** One file that needs no network; the same documents give the same page. */
export function readingPage(documents: readonly ReadDocument[]): string {
  const title =
    documents.length === 1
      ? `Who says what in ${documents[0]!.name}`
      : `Who says what in ${documents.length} documents`;
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="hearsay" />
        <title>${title}</title>
        <style>${new Html(READING_STYLE)}</style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p class="quiet">Words are coloured by who says them; dotted lines mark indirect speech, slanted sentences
          commentary. Names are underlined, cues waved; both lead to the words. The small number before words is their
          speaker’s in the table.</p>
        </header>
        <main>${documents.map(documentSection)}</main>
        <footer><p class="quiet">Made by hearsay.</p></footer>
      </body>
    </html> `.source;
}

function documentSection(document: ReadDocument, index: number): Html {
  const numbers = numbersOf(document.reactions);
  return markup`<article>${document.stories.map((story) => storySection(document, story, index, numbers))}</article>`;
}

/** The number of every speaker of the document, from 1, in the order in which they speak. */
function numbersOf(reactions: readonly Reaction[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { speaker, kind } of reactions)
    if (speaker && kind !== 'commentary' && !numbers.has(speaker.name))
      numbers.set(speaker.name, numbers.size + 1);
  return numbers;
}

function storySection(
  document: ReadDocument,
  story: Story,
  page: number,
  numbers: ReadonlyMap<string, number>,
): Html {
  const own = document.reactions.filter((reaction) => reaction.story === story.index);
  const view: View = { text: document.text, own, page, numbers, seen: new Set() };
  const topic = own[0]?.topic ?? story.heading ?? 'Untitled';
  return markup`
    <h2>${words(topic)}</h2>
    <p class="quiet">${document.name}, story ${story.index + 1}: ${counted(own.length, 'record')}</p>
    ${speakerTable(view)}
    ${linesOf(document.text, story).map((line) => markup`<p>${stretchesOf(line, own).map((stretch) => stretchHtml(view, stretch))}</p>`)}`;
}

interface View {
  readonly text: string;
  readonly own: readonly Reaction[];
  readonly page: number;
  readonly numbers: ReadonlyMap<string, number>;
  /** Records that have their anchor already. */
  readonly seen: Set<number>;
}

const anchor = (view: View, record: number): string => `q${view.page}-${view.own[record]!.id}`;
const numberOf = (view: View, record: number): number | undefined =>
  view.numbers.get(view.own[record]!.speaker?.name ?? '');

function colour(view: View, record: number): string {
  const number = numberOf(view, record);
  return number === undefined ? 'sx' : `s${(number - 1) % HUES}`;
}

/** Who speaks in a story, how often, and how else the text calls them. */
function speakerTable(view: View): Html | null {
  const records = new Map<string, number[]>();
  view.own.forEach(({ speaker, kind }, record) => {
    if (!speaker || kind === 'commentary') return;
    records.set(speaker.name, [...(records.get(speaker.name) ?? []), record]);
  });
  if (records.size === 0) return null;
  const rows = [...records].map(([name, own]) => {
    const mentions = own.map((record) => view.own[record]!.speaker?.mention?.text ?? name);
    const others = [...new Set(mentions)].filter((mention) => mention !== name);
    const link = markup`<a href="#${anchor(view, own[0]!)}">${words(name)}</a>`;
    return markup`<tr>
      <td>${numberOf(view, own[0]!) ?? null}</td>
      <th scope="row"><mark class="${colour(view, own[0]!)}">${link}</mark></th>
      <td>${own.length}</td>
      <td>${others.map((mention, index) => markup`${index > 0 ? ', ' : ''}${words(mention)}`)}</td>
    </tr>`;
  });
  return markup`<table>
    <caption>Who speaks</caption>
    <thead><tr><th scope="col">No.</th><th scope="col">Speaker</th><th scope="col">Records</th><th scope="col">Also called</th></tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
}

function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (const match of text.slice(start, end).matchAll(/[^\r\n]*\S[^\r\n]*/gu))
    lines.push({ start: start + match.index, end: start + match.index + match[0].length });
  return lines;
}

function stretchHtml(view: View, stretch: Stretch): Html {
  const slice = markup`${view.text.slice(stretch.start, stretch.end)}`;
  const pointer = stretch.mentions.at(0) ?? stretch.cues.at(0);
  const linked = pointer === undefined ? slice : pointed(view, slice, pointer, stretch);
  const record = stretch.words.at(-1);
  return record === undefined ? linked : markedHtml(view, linked, record);
}

function pointed(view: View, slice: Html, record: number, { mentions }: Stretch): Html {
  const role = mentions.length > 0 ? 'mention' : 'cue';
  return markup`<a class="${role} ${colour(view, record)}" href="#${anchor(view, record)}">${slice}</a>`;
}

function markedHtml(view: View, inside: Html, record: number): Html {
  const reaction = view.own[record]!;
  const manner =
    reaction.kind === 'commentary' ? 'commentary' : reaction.flags.includes('indirect') ? 'indirect' : 'said';
  const isFirst = !view.seen.has(record);
  view.seen.add(record);
  const title = [
    reaction.speaker?.name ?? 'speaker not named',
    reaction.kind,
    ...reaction.flags,
    reachOf(reaction),
  ]
    .filter(Boolean)
    .join(', ');
  const classes = `${manner} ${colour(view, record)}`;
  const number = numberOf(view, record);
  const who = number === undefined ? null : markup` data-who="${number}"`;
  return isFirst
    ? markup`<mark class="${classes}" id="${anchor(view, record)}" title="${title}"${who}>${inside}</mark>`
    : markup`<mark class="${classes}" title="${title}">${inside}</mark>`;
}
