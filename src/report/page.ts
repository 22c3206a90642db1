/** The dashboard: one HTML file that needs no network; its tables read without script, its charts with it. */
import { createHash } from 'node:crypto';
import type { Summary, TopicSummary } from '../aggregate/summary-schema.ts';
import { APP_STYLE } from './page-app-style.ts';
import { Html, markup, words } from './html.ts';
import { shareBar } from './page-charts.ts';
import type { PageRecords } from './page-data.ts';
import { recordTable } from './page-records.ts';
import { pageScript } from './page-script.ts';
import { STYLE } from './page-style.ts';
import { countCell } from './page-target.ts';
import { factLines, topicSection } from './page-topic.ts';
import { counted, percentWithRange, topicName, topicsCounted } from './wording.ts';

const TOPICS_ON_PAGE = 100;
/** Characters of the sections of topics: together with records and script the page stays one to send by mail. */
const SECTIONS = 450_000;

const LOOK = STYLE + APP_STYLE;

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/**
 * Nothing may load, and only this very script and style sheet are let in, whatever a post says. Images are
 * those that the page draws itself, to be saved; where browsers know trusted types, no text becomes markup.
 */
const policyFor = (script: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(LOOK)}`,
    'img-src data: blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/**
 * The page for a summary and its records. Every word of a post is text; the same arguments give the same page.
 * Throws where hearsay's own script is missing, as in a checkout that was not built.
 */
export function dashboardPage(summary: Summary, records: PageRecords): string {
  const topics = summary.topics.slice(0, TOPICS_ON_PAGE);
  const { overall } = summary;
  const script = pageScript();
  const { facts, words: texts } = records.encoded(summary.timeZone);
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policyFor(script)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="hearsay" />
        <title>${titleOf(summary)}</title>
        <style>${new Html(LOOK)}</style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the figures</a>
        <header class="top">
          <p class="kicker">hearsay · who said what</p>
          <h1>${headlineOf(summary)}</h1>
          ${factLines(overall)}
        </header>
        <main id="main" tabindex="-1">
          <div id="app" hidden></div>
          ${tablesPart(summary, topics, records)}
        </main>
        <footer>${notes(summary)}</footer>
        ${
          records.total > 0 &&
          markup`<script type="text/plain" id="facts">${new Html(facts)}</script>
        <script type="text/plain" id="words">${new Html(texts)}</script>
        <script>${new Html(script)}</script>`
        }
      </body>
    </html> `;
  return page.source;
}

/** What reads without script; with it, it stands folded below the charts. */
function tablesPart(summary: Summary, topics: readonly TopicSummary[], records: PageRecords): Html | null {
  if (records.total === 0) return null;
  const sections = sectionsOf(topics);
  return markup`<details id="tables" open>
    <summary><h2>The figures in tables</h2></summary>
    ${topics.length > 1 && contents(sections)}
    ${topics.length > 1 && overviewSection(summary, topics, sections.length)} ${sections.map(({ section }) => section)}
    ${recordTable(records.first, records.total)}
  </details>`;
}

interface Section {
  readonly topic: string | null;
  readonly section: Html;
}

/** As many topics in full as the page has room for, and the first in any case. */
function sectionsOf(topics: readonly TopicSummary[]): Section[] {
  const sections: Section[] = [];
  let room = SECTIONS;
  for (const [index, topic] of topics.entries()) {
    const section = topicSection(topic, index);
    room -= section.source.length;
    if (room < 0 && index > 0) break;
    sections.push({ topic: topic.topic, section });
  }
  return sections;
}

/** Shorter than the title, which must tell one tab from another. */
function headlineOf({ topics }: Summary): Html {
  const [first, ...others] = topics;
  if (first === undefined) return markup`Nothing was found`;
  if (others.length === 0) return words(topicName(first.topic));
  return markup`${words(topicName(first.topic))} and ${counted(others.length, 'more topic')}`;
}

function titleOf({ topics }: Summary): string {
  const [first, second] = topics.map(({ topic }) => topicName(topic));
  if (first === undefined) return 'Nothing was found';
  if (second === undefined) return `Who said what: ${first}`;
  return `Who said what: ${first} and ${counted(topics.length - 1, 'more topic')}`;
}

function contents(sections: readonly Section[]): Html {
  const links = sections.map(
    ({ topic }, index) => markup`<li><a href="#topic-${index}">${words(topicName(topic))}</a></li>`,
  );
  return markup`<nav aria-label="Topics">
    <ul>
      ${links}
      <li><a href="#records">Records</a></li>
    </ul>
  </nav>`;
}

function overviewSection({ topics: all }: Summary, topics: readonly TopicSummary[], inFull: number): Html {
  const rows = topics.map(({ topic, sentiment }, index) => {
    const { negative, positive } = sentiment.shares;
    return markup`<tr>
      <th scope="row">
        ${index < inFull ? markup`<a href="#topic-${index}">${words(topicName(topic))}</a>` : words(topicName(topic))}
      </th>
      <td class="n">${countCell(sentiment.n)}</td>
      <td class="share">${percentWithRange(negative)}</td>
      <td class="chart">${shareBar('negative', negative)}</td>
      <td class="share">${percentWithRange(positive)}</td>
      <td class="chart">${shareBar('positive', positive)}</td>
    </tr> `;
  });
  const left = all.length - topics.length;
  return markup`<section aria-labelledby="overview">
    <h2 id="overview">${topicsCounted(all)}</h2>
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
