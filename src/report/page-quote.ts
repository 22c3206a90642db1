/** One quotation on the page: its words, who said them, where they stand. */
import type { Evidence } from '../aggregate/evidence.ts';
import { type Html, markup, webLink, words } from './html.ts';
import { PLACES } from './page-charts.ts';
import { labelsOf, placeOf, reachOf, speakerOf } from './wording.ts';

/** A figure; `side` colours its edge and says nothing that the heading above does not. */
export function quoteFigure(evidence: Evidence, side: 'left' | 'middle' | 'right'): Html {
  const unsure = evidence.unsure && markup` · label unsure`;
  return markup`<figure class="${side}">
    <blockquote>${quoted(evidence)}</blockquote>
    <figcaption>${words(speakerOf(evidence))}${unsure} · ${whereabouts(evidence)}</figcaption>
  </figure> `;
}

/** The records of a small topic one by one, each with its speaker and labels above its words. */
export function saidPart(said: readonly Evidence[]): Html {
  const entries = said.map(
    (evidence) =>
      markup`<li>
        <p class="labels">${words(speakerOf(evidence))}: ${words(labelsOf(evidence))}</p>
        <figure class="${evidence.sentiment === null ? 'middle' : PLACES[evidence.sentiment]}">
          <blockquote>${quoted(evidence)}</blockquote>
          <figcaption>${whereabouts(evidence)}</figcaption>
        </figure>
      </li> `,
  );
  return markup`<h3>Who said what</h3>
    <ol class="said">
      ${entries}
    </ol> `;
}

/** The words, those set off that carried the label. */
function quoted({ text, rationale = [] }: Evidence): Html {
  const pieces: (Html | string)[] = [];
  let from = 0;
  for (const { start, end } of rationale) {
    pieces.push(text.slice(from, start), markup`<mark>${text.slice(start, end)}</mark>`);
    from = end;
  }
  return markup`<bdi dir="auto">${[...pieces, text.slice(from)]}</bdi>`;
}

/** Reach, time, place and address, as far as they are known. */
function whereabouts(evidence: Evidence): Html {
  const { publishedAt, url } = evidence;
  const reach = reachOf(evidence);
  const link = webLink(url, 'open at');
  const facts = [
    reach !== '' && markup`${reach} · `,
    publishedAt !== null && markup`${timeOf(publishedAt)} · `,
    words(placeOf(evidence)),
    link !== null && markup` · ${link}`,
  ];
  return markup`${facts}`;
}

/** The moment in words that are read aloud well; what can't be read stays as it is. */
export function timeOf(publishedAt: string): Html {
  if (Number.isNaN(Date.parse(publishedAt))) return words(publishedAt);
  const [day, clock] = new Date(publishedAt).toISOString().split('T') as [string, string];
  return markup`<time datetime="${publishedAt}">${day} ${clock.slice(0, 5)} UTC</time>`;
}
