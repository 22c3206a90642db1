/** The records themselves on the page, as far as the page holds them. */
import { clipped } from '../aggregate/clipped.ts';
import type { ScoredReaction } from '../reaction.ts';
import { type Html, markup, webLink, words } from './html.ts';
import { timeOf } from './page-quote.ts';
import { LABEL_WORDS, counted, grouped, placeOf, reachOf } from './wording.ts';

/** A page of hundreds of books would open nowhere; reactions.csv holds every word. */
const LONGEST = 600;

/** A table of records; `total` is how many there are in all. */
export function recordTable(reactions: readonly ScoredReaction[], total: number): Html {
  const shown =
    reactions.length < total ? `the first ${grouped(reactions.length)} of ${grouped(total)}` : 'all';
  return markup`<section id="records" aria-labelledby="records-name">
    <h2 id="records-name">Records</h2>
    <p class="quiet">
      Here are ${shown}${reactions.length < total && '; reactions.csv, beside this page, holds the rest'}.
    </p>
    <details>
      <summary>${counted(reactions.length, 'record')}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label="Records">
        <table class="records">
          <thead>
            <tr>
              <th scope="col">Words</th>
              <th scope="col">Who</th>
              <th scope="col">Topic</th>
              <th scope="col">Tone</th>
              <th scope="col">Stance</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            ${reactions.map(recordRow)}
          </tbody>
        </table>
      </div>
    </details>
  </section> `;
}

function recordRow(r: ScoredReaction): Html {
  const { document, row, start } = r.provenance;
  const reach = reachOf(r);
  const link = webLink(r.url, 'open at');
  const flags = r.flags.length > 0 && markup`<br /><span class="quiet">${r.flags.join(', ')}</span>`;
  return markup`<tr>
    <td class="text">${words(clipped(r.text, LONGEST), r.language)}${flags}</td>
    <td>
      ${r.speaker === null ? '—' : words(r.speaker.name)}${r.kind === 'commentary' && markup`<br />commentary`}${reach !== '' && markup`<br /><span class="quiet">${reach}</span>`}
    </td>
    <td>${r.topic === null ? '—' : words(r.topic)}</td>
    <td>${r.sentiment.label ?? '—'}${r.sentiment.unsure && ' (unsure)'}</td>
    <td>${r.stances.map(stanceLine)}</td>
    <td>
      ${words(placeOf({ document, row, start }))}${r.publishedAt !== null && markup`<br />${timeOf(r.publishedAt)}`}${link !== null && markup`<br />${link}`}
    </td>
  </tr> `;
}

function stanceLine({ target, label, unsure }: ScoredReaction['stances'][number]): Html | null {
  if (label === null) return null;
  return markup`<div>${LABEL_WORDS[label]}: ${words(target)}${unsure && ' (unsure)'}</div>`;
}
