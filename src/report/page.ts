/** The dashboard: one HTML file that needs no network and runs no script. */
import { createHash } from 'node:crypto';
import type { Summary, TopicSummary } from '../aggregate/summary-schema.ts';
import type { ScoredReaction } from '../reaction.ts';
import { Html, markup, words } from './html.ts';
import { shareBar } from './page-charts.ts';
import { recordTable } from './page-records.ts';
import { STYLE } from './page-style.ts';
import { countCell } from './page-target.ts';
import { factLines, topicSection } from './page-topic.ts';
import { counted, percentWithRange, topicName } from './wording.ts';

/** How many records the page shows; the result folder holds them all. */
export const RECORDS_ON_PAGE = 1_000;

const TOPICS_ON_PAGE = 100;

/** Nothing may load and no script may run, whatever a post says: only this very style sheet is let in. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The page for a summary and the first of its records. Every word of a post is text; the same arguments give
 * the same page.
 */
export function dashboardPage(summary: Summary, reactions: readonly ScoredReaction[]): string {
  const topics = summary.topics.slice(0, TOPICS_ON_PAGE);
  const { overall } = summary;
  const total = overall.n + overall.commentary.n;
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="hearsay" />
        <title>${titleOf(summary)}</title>
        <style>${new Html(STYLE)}</style>
      </head>
      <body>
        <header>
          <h1>${titleOf(summary)}</h1>
          ${factLines(overall)}${topics.length > 1 && contents(topics)}
        </header>
        <main>
          ${topics.length > 1 && overviewSection(summary, topics)} ${topics.map(topicSection)}
          ${total > 0 && recordTable(reactions, total)}
        </main>
        <footer>${notes(summary)}</footer>
      </body>
    </html> `;
  return page.source;
}

function titleOf({ topics }: Summary): string {
  const [first, second] = topics.map(({ topic }) => topicName(topic));
  if (first === undefined) return 'Nothing was found';
  if (second === undefined) return `Who said what: ${first}`;
  return `Who said what: ${first} and ${counted(topics.length - 1, 'more topic')}`;
}

function contents(topics: readonly TopicSummary[]): Html {
  const links = topics.map(
    ({ topic }, index) => markup`<li><a href="#topic-${index}">${words(topicName(topic))}</a></li>`,
  );
  return markup`<nav aria-label="Topics">
    <ul>
      ${links}
      <li><a href="#records">Records</a></li>
    </ul>
  </nav>`;
}

function overviewSection({ topics: all }: Summary, topics: readonly TopicSummary[]): Html {
  const rows = topics.map(({ topic, sentiment }, index) => {
    const { negative, positive } = sentiment.shares;
    return markup`<tr>
      <th scope="row"><a href="#topic-${index}">${words(topicName(topic))}</a></th>
      <td class="n">${countCell(sentiment.n)}</td>
      <td class="share">${percentWithRange(negative)}</td>
      <td class="chart">${shareBar('negative', negative)}</td>
      <td class="share">${percentWithRange(positive)}</td>
      <td class="chart">${shareBar('positive', positive)}</td>
    </tr> `;
  });
  const left = all.length - topics.length;
  return markup`<section aria-labelledby="overview">
    <h2 id="overview">${counted(all.length, 'topic')}</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="All topics">
      <table>
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col" class="n">n</th>
            <th scope="col" colspan="2">negative</th>
            <th scope="col" colspan="2">positive</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${left > 0 && markup`<p class="quiet">${counted(left, 'smaller topic')} more in summary.json, beside this page.</p>`}
  </section> `;
}

const WEIGHT_NOTES = {
  engagement: 'By engagement, a record counts once and once more for each like, repost, reply and quote. ',
  voices: 'With one voice each, all records of an account or a person count one together. ',
};

function notes({ weight, timeZone }: Summary): Html {
  const weighted = weight !== null && WEIGHT_NOTES[weight];
  return markup`<p class="quiet">
      In brackets after each share stands its 95 % interval (Wilson, wider where voices repeat themselves), which
      tells how far chance may have moved it; n is what it is a share of. The thin line in a bar is the same interval. ${weighted}Days are
      those of ${timeZone}.
    </p>
    <p class="quiet">
      Labels come from models and are wrong at times: read the words before you quote a figure. “No side”
      means that a record takes none; “unsure” means that no label was clear, and the best one was counted.
    </p>`;
}
