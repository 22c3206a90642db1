/** A summary for a person at a terminal. */
import type { Summary, TopicSummary } from '../aggregate/summary-schema.ts';
import { fitted, indented, widthOf, wrapped } from './cells.ts';
import { restsOn } from './facts.ts';
import { oneLine } from './plain.ts';
import { type Screen, type ScreenOptions, screenFor } from './table-screen.ts';
import { smallMark } from './table-target.ts';
import { countLines, topicLines } from './table-topic.ts';
import { counted, grouped, percentWithRange, topicName, topicsCounted } from './wording.ts';

const TOPICS_IN_FULL = 12;
const TOPICS_IN_OVERVIEW = 40;
const NARROW = 64;

/**
 * The tables of a summary, ending in a line end: first all topics at a glance where there are several, then
 * a section for each of the largest twelve.
 */
export function summaryTable(summary: Summary, options: ScreenOptions = {}): string {
  const screen = screenFor(options);
  const { topics } = summary;
  if (topics.length === 0) return 'Nothing was found: no quotation, no post.\n';
  const sections = topics.slice(0, TOPICS_IN_FULL).map((topic) => topicLines(topic, screen).join('\n'));
  const overview = topics.length > 1 ? [overviewLines(summary, screen).join('\n')] : [];
  const left = topics.length - TOPICS_IN_FULL;
  const rest =
    left > 0 ? [`${counted(left, 'smaller topic')} not shown in full; -o DIR writes them all.`] : [];
  const note = wrapped('In brackets after a share: its 95 % interval.', screen.width);
  return `${[...overview, ...sections, ...rest, note.map((line) => screen.paint.quiet(line)).join('\n')].join('\n\n')}\n`;
}

function overviewLines(summary: Summary, screen: Screen): string[] {
  const { topics, overall } = summary;
  const shown = topics.slice(0, TOPICS_IN_OVERVIEW);
  const left = topics.length - shown.length;
  return [
    screen.paint.heading(topicsCounted(topics)),
    ...countLines(overall, screen),
    '',
    overviewRow('Topic', 'n', 'negative', 'positive', screen),
    ...shown.flatMap((topic) => [topicRow(topic, screen)].concat(restLines(topic, screen))),
    ...(left > 0 ? [`  and ${counted(left, 'more topic')}`] : []),
  ];
}

function topicRow({ topic, n, sentiment }: TopicSummary, screen: Screen): string {
  const { negative, positive } = sentiment.shares;
  return overviewRow(
    oneLine(topicName(topic)),
    sentiment.n === 0 ? `0 of ${grouped(n)}` : grouped(sentiment.n) + smallMark(sentiment.n),
    percentWithRange(negative),
    percentWithRange(positive),
    screen,
  );
}

function restLines(topic: TopicSummary, { width, paint }: Screen): string[] {
  const rest = restsOn(topic);
  return rest === '' ? [] : indented(rest, width, 4).map((line) => paint.quiet(line));
}

function overviewRow(name: string, n: string, negative: string, positive: string, { width }: Screen): string {
  // A name cut to a few letters tells nothing, so a narrow terminal shows one share less.
  const shares = width < NARROW ? [fitted(negative, 14)] : [fitted(negative, 14), fitted(positive, 14)];
  const cells = [fitted(n, 8, 'right'), ...shares].join('  ');
  return `  ${fitted(name, width - 2 - widthOf(cells))}${cells}`.trimEnd();
}
