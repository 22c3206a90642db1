/** One topic on the terminal. */
import type { GroupSummary, TopicSummary } from '../aggregate/summary-schema.ts';
import { SENTIMENTS, type SentimentLabel } from '../reaction.ts';
import { type Reading, correctionNotes, readingsBeside, repeatedVoices } from './beside.ts';
import { cut, fitted, indented, widthOf, wrapped } from './cells.ts';
import { concentrationFacts, countFacts, isListed, isTelling, withoutLabelFacts } from './facts.ts';
import { oneLine } from './plain.ts';
import { burstLines } from './table-bursts.ts';
import { copyRows } from './table-copies.ts';
import { quoteLines, saidLines } from './table-quote.ts';
import type { Screen } from './table-screen.ts';
import { speakerRows } from './table-speakers.ts';
import { partedLines, smallMark, stanceRows, targetDetails } from './table-target.ts';
import { SMALL, counted, grouped, percentWithRange, topicName } from './wording.ts';

const TARGETS_IN_ROWS = 8;
const TARGETS_IN_FULL = 3;
const SMALL_NOTE = `* fewer than ${SMALL}: one record moves a share by more than three points`;
/** The topic's section, without a blank line around it. */
export function topicLines(topic: TopicSummary, screen: Screen): string[] {
  const name = cut(oneLine(topicName(topic.topic)), screen.width);
  return [
    screen.paint.heading(name),
    screen.paint.quiet('─'.repeat(widthOf(name))),
    ...countLines(topic, screen),
    ...(topic.n === 0 ? [] : figureLines(topic, screen)),
    ...commentaryLines(topic, screen),
  ];
}

function figureLines(topic: TopicSummary, screen: Screen): string[] {
  const rows = topic.targets.slice(0, TARGETS_IN_ROWS);
  const more = topic.targets.length - rows.length;
  const small = [topic.sentiment, ...rows].some(({ n }) => n > 0 && n < SMALL);
  const notes = [...(small ? [SMALL_NOTE] : []), ...correctionNotes(topic.sentiment, rows)];
  return [
    '',
    ...sentimentRows(topic, screen),
    ...(rows.length === 0 ? [] : ['', ...stanceRows(rows, screen)]),
    ...(more > 0 ? [`  and ${counted(more, 'more target')}`] : []),
    ...notes.flatMap((note) => indented(note, screen.width, 2).map((line) => screen.paint.quiet(line))),
    ...(isListed(topic) ? listLines(topic, screen) : exampleLines(topic, screen)),
  ];
}

/** A small topic: every record. */
function listLines(topic: TopicSummary, screen: Screen): string[] {
  const parted = topic.targets.flatMap((target) => partedLines(target, screen));
  return [...(parted.length === 0 ? [] : ['', ...parted]), ...saidLines(topic.said, screen)];
}

/** A large topic: the loudest of each side, and the voices heard most. */
function exampleLines(topic: TopicSummary, screen: Screen): string[] {
  const { targets } = topic;
  const telling = targets.slice(0, TARGETS_IN_FULL).filter(isTelling);
  return [
    ...telling.flatMap((target) => [''].concat(targetDetails(target, screen))),
    ...(targets.length === 0 ? toneLines(topic, screen) : []),
    ...speakerRows(topic, screen),
    ...copyRows(topic, screen),
    ...burstLines(topic, screen),
  ];
}

/** How many of what, and what enters no share. */
export function countLines(group: GroupSummary, { width }: Screen): string[] {
  const lines = [countFacts(group).join(' · '), ...withoutLabelFacts(group), ...concentrationFacts(group)];
  return lines.flatMap((line) => wrapped(line, width));
}

function sentimentRows({ sentiment }: GroupSummary, { width, paint }: Screen): string[] {
  const unsure = sentiment.unsure > 0 ? `, ${grouped(sentiment.unsure)} unsure` : '';
  const bar = Math.min(30, width - 30);
  const rows = SENTIMENTS.map((label) => {
    const share = sentiment.shares[label];
    const blocks = '█'.repeat(Math.round((share.share ?? 0) * bar));
    const figures = `${fitted(label, 10)}${fitted(percentWithRange(share), 15)}`;
    return `  ${figures} ${paint.label(label, blocks)}`.trimEnd();
  });
  const repeated = repeatedVoices(sentiment);
  return [
    `  Sentiment (n ${grouped(sentiment.n)}${smallMark(sentiment.n)}${unsure})`,
    ...rows,
    ...readingsBeside(sentiment).flatMap((reading) => indented(readingSentence(reading), width, 2)),
    ...(repeated === null ? [] : indented(repeated, width, 2)),
  ];
}

function readingSentence({ name, shares, clause }: Reading<SentimentLabel>): string {
  const parts = SENTIMENTS.map((label) => `${label} ${percentWithRange(shares[label])}`);
  return `${name}: ${parts.join(', ')}${clause === null ? '' : `; ${clause}`}`;
}

/** Where there is no target, the loudest words by tone. */
function toneLines({ loudest }: GroupSummary, { width, paint }: Screen): string[] {
  return (['negative', 'positive'] as const).flatMap((label) => {
    const [first] = loudest[label];
    if (first === undefined) return [];
    return ['', paint.label(label, `  Loudest in ${label} tone`)].concat(quoteLines(first, width, 4, paint));
  });
}

function commentaryLines({ commentary }: GroupSummary, { width, paint }: Screen): string[] {
  const [first] = commentary.examples;
  if (first === undefined) return [];
  const { sentiment, n } = commentary;
  const tones = SENTIMENTS.filter((label) => sentiment.shares[label].n > 0).map(
    (label) => `${grouped(sentiment.shares[label].n)} ${label}`,
  );
  return [
    '',
    ...indented(
      `Commentary of the text itself (n ${grouped(n)}, in no share): ${tones.join(', ') || 'not labelled'}`,
      width,
      2,
    ),
    ...quoteLines(first, width, 4, paint),
  ];
}
