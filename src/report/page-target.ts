/** Stance on the page: a table of targets, then per target the cross-table and its examples. */
import type { TargetSummary } from '../aggregate/summary-schema.ts';
import { SENTIMENTS, STANCES, type StanceLabel } from '../reaction.ts';
import { type Reading, readingsBeside } from './beside.ts';
import { type Html, markup, words } from './html.ts';
import { PLACES, sidesBar } from './page-charts.ts';
import { quoteFigure } from './page-quote.ts';
import { LABEL_WORDS, SMALL, grouped, leanInWords, percentWithRange, partedWords } from './wording.ts';

/** Against to the left, in favor to the right, each with its interval and the count behind it. */
export function stanceTable(targets: readonly TargetSummary[]): Html {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="Stance by target">
    <table>
      <caption>
        Stance
      </caption>
      <thead>
        <tr>
          <th scope="col">Toward</th>
          <th scope="col">against</th>
          <td></td>
          <th scope="col">in favor</th>
          <th scope="col">no side</th>
          <th scope="col" class="n">n</th>
          <th scope="col">Of those who take a side</th>
        </tr>
      </thead>
      <tbody>
        ${targets.map((target) => [stanceRow(target), readingsBeside(target).map(readingRow)])}
      </tbody>
    </table>
  </div> `;
}

function stanceRow({ target, shares, n, lean }: TargetSummary): Html {
  return markup`<tr>
    <th scope="row">${words(target)}</th>
    <td class="share">${percentWithRange(shares.against)}</td>
    <td class="chart">${sidesBar(shares.against, shares.favor)}</td>
    <td class="share">${percentWithRange(shares.favor)}</td>
    <td class="share">${percentWithRange(shares.none)}</td>
    <td class="n">${countCell(n)}</td>
    <td class="lean">${leanInWords(lean)}</td>
  </tr> `;
}

function readingRow({ name, n, shares: { against, favor, none } }: Reading<StanceLabel>): Html {
  return markup`<tr class="quiet">
    <td>${name}</td>
    <td class="share">${percentWithRange(against)}</td>
    <td></td>
    <td class="share">${percentWithRange(favor)}</td>
    <td class="share">${percentWithRange(none)}</td>
    <td class="n">${n}</td>
    <td></td>
  </tr> `;
}

/** A count, marked where it is small. */
export function countCell(n: number): string {
  return n > 0 && n < SMALL ? `${grouped(n)} (few)` : grouped(n);
}

/** What stands behind one row: the loudest words of each side, and where tone and side part. */
export function targetDetails(target: TargetSummary): Html {
  const { loudest, crossTable } = target;
  const parted = crossTable.offDiagonal.filter(({ n }) => n > 0);
  return markup`<h3>Toward ${words(target.target)}</h3>
    <div class="pair">${sideColumn('against', loudest.against)}${sideColumn('favor', loudest.favor)}</div>
    ${parted.length > 0 && markup`<div class="pair">${parted.map((cell) => partedColumn(cell, crossTable.n))}</div>`}
    <details>
      <summary>Stance by tone (n ${grouped(crossTable.n)})</summary>
      ${crossCells(target)}
    </details> `;
}

/** How often tone and side part toward a target, a line each. */
export function partedPart({ target, crossTable }: TargetSummary): Html {
  const cells = crossTable.offDiagonal.filter(({ n }) => n > 0);
  return markup`${cells.map((cell) => markup`<p>${words(partedWords(cell, crossTable.n, target))}</p>`)}`;
}

function sideColumn(side: 'against' | 'favor', quotes: TargetSummary['loudest']['favor']): Html | null {
  if (quotes.length === 0) return null;
  return markup`<div>
    <h4><span class="key ${PLACES[side]}"></span>Loudest ${LABEL_WORDS[side]}</h4>
    ${quotes.map((quote) => quoteFigure(quote, PLACES[side]))}
  </div>`;
}

function partedColumn(cell: TargetSummary['crossTable']['offDiagonal'][number], base: number): Html {
  return markup`<div>
    <h4>${partedWords(cell, base)}</h4>
    ${cell.example !== null && quoteFigure(cell.example, PLACES[cell.stance])}
  </div>`;
}

function crossCells({ target, crossTable }: TargetSummary): Html {
  const parted = (stance: string, sentiment: string): boolean =>
    crossTable.offDiagonal.some((cell) => cell.stance === stance && cell.sentiment === sentiment);
  const rows = STANCES.map(
    (stance) =>
      markup`<tr>
        <th scope="row">${LABEL_WORDS[stance]}</th>
        ${SENTIMENTS.map((sentiment) => {
          const n = grouped(crossTable.counts[stance][sentiment]);
          return parted(stance, sentiment)
            ? markup`<td class="n parted">${n} ◆</td>`
            : markup`<td class="n">${n}</td>`;
        })}
      </tr>`,
  );
  return markup`<table>
    <caption>
      Records toward ${words(target)}, by stance and tone; ◆ where the two part
    </caption>
    <thead>
      <tr>
        <td></td>
        ${SENTIMENTS.map((label) => markup`<th scope="col" class="n">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
