/** One quotation on the page: its words, who said them, where they stand. */
import type { Evidence } from '../aggregate/evidence.ts';
import { type Html, markup, webLink, words } from './html.ts';
import { placeOf, reachOf, speakerOf } from './wording.ts';

/** A figure; `side` colours its edge and says nothing that the heading above does not. */
export function quoteFigure(evidence: Evidence, side: 'left' | 'middle' | 'right'): Html {
  const reach = reachOf(evidence);
  const facts = [
    words(speakerOf(evidence)),
    reach !== '' && markup`, ${reach}`,
    evidence.publishedAt !== null && markup`, ${timeOf(evidence.publishedAt)}`,
    evidence.unsure && ', label unsure',
  ];
  const link = webLink(evidence.url, 'open at');
  return markup`<figure class="${side}">
    <blockquote>${words(evidence.text)}</blockquote>
    <figcaption>${facts} · ${words(placeOf(evidence))}${link !== null && markup` · ${link}`}</figcaption>
  </figure> `;
}

/** The moment in words that are read aloud well; what can't be read stays as it is. */
export function timeOf(publishedAt: string): Html {
  if (Number.isNaN(Date.parse(publishedAt))) return words(publishedAt);
  const [day, clock] = new Date(publishedAt).toISOString().split('T') as [string, string];
  return markup`<time datetime="${publishedAt}">${day} ${clock.slice(0, 5)} UTC</time>`;
}
