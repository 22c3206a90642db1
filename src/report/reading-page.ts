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
          commentary. Names are underlined, cues waved; both lead to the words.</p>
        </header>
        <main>${documents.map(documentSection)}</main>
        <footer><p class="quiet">Made by hearsay.</p></footer>
      </body>
    </html> `.source;
}

function documentSection(document: ReadDocument, index: number): Html {
  const colours = coloursOf(document.reactions);
  return markup`<article>${document.stories.map((story) => storySection(document, story, index, colours))}</article>`;
}

/** A class for every speaker of the document, in the order in which they speak. */
function coloursOf(reactions: readonly Reaction[]): ReadonlyMap<string, string> {
  const colours = new Map<string, string>();
  for (const { speaker } of reactions)
    if (speaker && !colours.has(speaker.name)) colours.set(speaker.name, `s${colours.size % HUES}`);
  return colours;
}

function storySection(
  document: ReadDocument,
  story: Story,
  page: number,
  colours: ReadonlyMap<string, string>,
): Html {
  const own = document.reactions.filter((reaction) => reaction.story === story.index);
  const view: View = { text: document.text, own, page, colours, seen: new Set() };
  const topic = own[0]?.topic ?? story.heading ?? 'Untitled';
  return markup`
    <h2>${words(topic)}</h2>
    <p class="quiet">${document.name}, story ${story.index + 1}: ${counted(own.length, 'record')}</p>
    ${legend(view)}
    ${linesOf(document.text, story).map((line) => markup`<p>${stretchesOf(line, own).map((stretch) => stretchHtml(view, stretch))}</p>`)}`;
}

interface View {
  readonly text: string;
  readonly own: readonly Reaction[];
  readonly page: number;
  readonly colours: ReadonlyMap<string, string>;
  /** Records that have their anchor already. */
  readonly seen: Set<number>;
}

const anchor = (view: View, record: number): string => `q${view.page}-${view.own[record]!.id}`;
const colour = (view: View, record: number): string =>
  view.colours.get(view.own[record]!.speaker?.name ?? '') ?? 'sx';

function legend(view: View): Html | null {
  const first = new Map<string, number>();
  const counts = new Map<string, number>();
  view.own.forEach(({ speaker, kind }, record) => {
    if (!speaker || kind === 'commentary') return;
    if (!first.has(speaker.name)) first.set(speaker.name, record);
    counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1);
  });
  if (first.size === 0) return null;
  const entries = [...first].map(
    ([name, record]) =>
      markup`<li><mark class="${colour(view, record)}"><a href="#${anchor(view, record)}">${words(name)}</a></mark> ${counts.get(name) ?? 0}</li>`,
  );
  return markup`<ul class="legend">${entries}</ul>`;
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
  return isFirst
    ? markup`<mark class="${classes}" id="${anchor(view, record)}" title="${title}">${inside}</mark>`
    : markup`<mark class="${classes}" title="${title}">${inside}</mark>`;
}
