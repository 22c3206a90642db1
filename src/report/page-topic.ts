/** One topic on the page. */
import type { GroupSummary, TopicSummary } from '../aggregate/summary-schema.ts';
import { SENTIMENTS } from '../reaction.ts';
import { correctionNotes, readingsBeside } from './beside.ts';
import { columnsOf, stepOf } from './calendar.ts';
import { concentrationFacts, countFacts, isListed, isTelling, withoutLabelFacts } from './facts.ts';
import { type Html, markup, words } from './html.ts';
import { PLACES, seriesChart, shareBar } from './page-charts.ts';
import { quoteFigure, saidPart } from './page-quote.ts';
import { countCell, partedPart, stanceTable, targetDetails } from './page-target.ts';
import { LABEL_WORDS, counted, grouped, percentWithRange, topicName } from './wording.ts';

const TARGETS_IN_FULL = 5;

/** The section of a topic, under the address `#topic-INDEX`. */
export function topicSection(topic: TopicSummary, index: number): Html {
  return markup`<section id="topic-${index}" aria-labelledby="name-${index}">
    <h2 id="name-${index}">${words(topicName(topic.topic))}</h2>
    ${factLines(topic)} ${topic.n > 0 && figures(topic)} ${topic.commentary.n > 0 && commentaryPart(topic)}
  </section> `;
}

/** A small topic shows its records, a large one the loudest and what they add up to. */
function figures(topic: TopicSummary): Html {
  const { targets, said, days, speakers } = topic;
  const notes = correctionNotes(topic.sentiment, targets);
  const tables = markup`${sentimentTable(topic)} ${targets.length > 0 && stanceTable(targets)} ${notes.map((note) => markup`<p class="quiet">${note}</p>`)}`;
  if (isListed(topic)) return markup`${tables} ${targets.map(partedPart)} ${saidPart(said)}`;
  return markup`${tables} ${targets.slice(0, TARGETS_IN_FULL).filter(isTelling).map(targetDetails)}
    ${targets.length === 0 && toneColumns(topic)} ${days.length > 1 && seriesPart(topic)}
    ${speakers.length > 0 && speakerTable(topic)}`;
}

/** Counts, and what enters no share. */
export function factLines(group: GroupSummary): Html {
  const lines = [countFacts(group).join(' · '), ...withoutLabelFacts(group), ...concentrationFacts(group)];
  return markup`${lines.map((line) => markup`<p class="quiet">${line}</p>`)}`;
}

function sentimentTable({ sentiment }: GroupSummary): Html {
  const beside = readingsBeside(sentiment);
  const rows = SENTIMENTS.map((label) => {
    const share = sentiment.shares[label];
    return markup`<tr>
      <th scope="row"><span class="key ${PLACES[label]}"></span>${label}</th>
      <td class="share">${percentWithRange(share)}</td>
      <td class="chart">${shareBar(label, share)}</td>
      <td class="n">${grouped(share.n)}</td>
      ${beside.map(({ shares }) => markup`<td class="share">${percentWithRange(shares[label])}</td>`)}
    </tr> `;
  });
  const unsure = sentiment.unsure > 0 ? `, ${grouped(sentiment.unsure)} of them unsure` : '';
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="Sentiment">
    <table>
      <caption>
        Sentiment, n ${countCell(sentiment.n)}${unsure}
      </caption>
      <thead>
        <tr>
          <th scope="col">Tone</th>
          <th scope="col">Share (95 %)</th>
          <td></td>
          <th scope="col" class="n">Records</th>
          ${beside.map(({ name, clause }) => markup`<th scope="col">${name}${clause !== null && markup`, ${clause}`}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div> `;
}

/** Where there is no target, the loudest words by tone. */
function toneColumns({ loudest }: GroupSummary): Html {
  const columns = (['negative', 'positive'] as const).map(
    (label) =>
      loudest[label].length > 0 &&
      markup`<div>
        <h4><span class="key ${PLACES[label]}"></span>Loudest in ${label} tone</h4>
        ${loudest[label].map((quote) => quoteFigure(quote, PLACES[label]))}
      </div>`,
  );
  return markup`<div class="pair">${columns}</div>`;
}

function seriesPart({ days, undated }: GroupSummary): Html {
  const [first, last] = [days[0]!.day, days.at(-1)!.day];
  const step = stepOf(days);
  const columns = columnsOf(days);
  const rows = columns.map(
    ({ name, n, sentiment }) =>
      markup`<tr>
        <th scope="row">${name}</th>
        <td class="n">${grouped(n)}</td>
        ${SENTIMENTS.map((label) => markup`<td class="n">${grouped(sentiment[label])}</td>`)}
      </tr> `,
  );
  const without = undated > 0 ? `; ${counted(undated, 'record')} without a date` : '';
  return markup`<h3>Over time</h3>
    <p class="quiet">
      Records a ${step}, ${first} to ${last}${without}:
      ${SENTIMENTS.map((label) => markup`<span class="key ${PLACES[label]}"></span>${label} `)}
    </p>
    ${seriesChart(columns, `Records a ${step} by tone, ${first} to ${last}; the table below holds the figures`)}
    <details>
      <summary>${counted(columns.length, step)} in figures</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${step}</th>
            <th scope="col" class="n">n</th>
            ${SENTIMENTS.map((label) => markup`<th scope="col" class="n">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </details> `;
}

function speakerTable({ speakers, targets }: GroupSummary): Html {
  const target = targets[0]?.target;
  const sides = ['against', 'favor', 'none'] as const;
  const rows = speakers.map((speaker) => {
    const toward = speaker.stances.find((stance) => stance.target === target);
    return markup`<tr>
      <th scope="row">${words(speaker.name)}</th>
      <td class="n">${grouped(speaker.n)}</td>
      ${SENTIMENTS.map((label) => markup`<td class="n">${grouped(speaker.sentiment[label])}</td>`)}${target !== undefined && sides.map((side) => markup`<td class="n">${grouped(toward?.[side] ?? 0)}</td>`)}
    </tr> `;
  });
  return markup`<details open>
    <summary>
      Loudest voices${target !== undefined && markup`, with their sides toward ${words(target)}`}
    </summary>
    <div class="scroll" tabindex="0" role="group" aria-label="Loudest voices">
      <table>
        <thead>
          <tr>
            <th scope="col">Voice</th>
            <th scope="col" class="n">n</th>
            ${SENTIMENTS.map((label) => markup`<th scope="col" class="n">${label}</th>`)}${target !== undefined && sides.map((side) => markup`<th scope="col" class="n">${LABEL_WORDS[side]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </details> `;
}

function commentaryPart({ commentary }: GroupSummary): Html {
  const { shares } = commentary.sentiment;
  const tones = SENTIMENTS.filter((label) => shares[label].n > 0).map(
    (label) => `${grouped(shares[label].n)} ${label}`,
  );
  return markup`<h3>Commentary of the text itself</h3>
    <p class="quiet">n ${grouped(commentary.n)}, in no share: ${tones.join(', ') || 'not labelled'}</p>
    ${commentary.examples.map((example) => quoteFigure(example, 'middle'))} `;
}
