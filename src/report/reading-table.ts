/** What was read in a document as a person reads it on a terminal: story by story, who said what. */
import type { Reaction, Story } from '../reaction.ts';
import { indented, wrapped } from './cells.ts';
import type { Paint } from './paint.ts';
import { oneLine } from './plain.ts';
import { type ScreenOptions, screenFor } from './table-screen.ts';
import { counted, reachOf } from './wording.ts';

export interface ReadDocument {
  readonly name: string;
  readonly text: string;
  readonly stories: readonly Story[];
  /** In the order of the text, each with the topic of its story. */
  readonly reactions: readonly Reaction[];
}

const MOST_LINES = 4;

/** Lines of at most the screen's width; a story in which nobody speaks is named all the same. */
export function readingTable(document: ReadDocument, options: ScreenOptions): string {
  const { width, paint } = screenFor(options);
  const stories = document.stories.map((story) => {
    const own = document.reactions.filter((reaction) => reaction.story === story.index);
    return [
      ...headingOf(document, story, own, width, paint),
      ...own.flatMap((reaction) => entry(reaction, width, paint)),
      ...speakerLines(own, width, paint),
    ];
  });
  return `${stories.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headingOf(
  { name }: ReadDocument,
  story: Story,
  own: readonly Reaction[],
  width: number,
  paint: Paint,
): string[] {
  const topic = own[0]?.topic ?? story.heading ?? 'Untitled';
  const line = oneLine(`${name}, story ${story.index + 1}: ${topic} (${counted(own.length, 'record')})`);
  return wrapped(line, width).map((part) => paint.heading(part));
}

function entry(reaction: Reaction, width: number, paint: Paint): string[] {
  const who = oneLine(speakerWords(reaction));
  const what = [
    reaction.kind,
    ...reaction.flags,
    reachOf({ platform: reaction.platform, engagement: reaction.engagement }),
  ]
    .filter(Boolean)
    .join(', ');
  const margin = '    ';
  return [
    ...indented(`${who} · ${what}`, width, 2).map((line) => paint.quiet(line)),
    ...wrapped(`“${oneLine(reaction.text)}”`, width - 4, MOST_LINES, '”').map((line) => margin + line),
  ];
}

/** `Lena Brandt (she) posted`: the name, how the text puts it there, the cue. */
function speakerWords({ speaker, cue }: Reaction): string {
  if (speaker === null) return cue === null ? 'speaker not named' : `speaker not named (${cue.text})`;
  const mention =
    speaker.mention !== null && speaker.mention.text !== speaker.name ? ` (“${speaker.mention.text}”)` : '';
  return `${speaker.name}${mention}${cue === null ? '' : ` ${cue.text}`}`;
}

/** Every speaker of the story with the number of records, most first; commentary apart. */
function speakerLines(own: readonly Reaction[], width: number, paint: Paint): string[] {
  const counts = new Map<string, number>();
  for (const { kind, speaker } of own)
    if (kind !== 'commentary' && speaker) counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1);
  if (counts.size < 2) return [];
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const list = sorted.map(([name, n]) => `${oneLine(name)} ${n}`).join(', ');
  return indented(`Speakers: ${list}`, width, 2).map((line) => paint.quiet(line));
}
