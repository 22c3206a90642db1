import { readingOf } from '../../src/extract/reading.ts';
import type { Reaction } from '../../src/reaction.ts';

export const reactionsIn = async (text: string): Promise<readonly Reaction[]> =>
  (await readingOf({ name: 'text.txt', text })).reactions;

/** One line a record: `words | mention → name (form) | cue | kind, flags`, as a person would note it. */
export const saidIn = async (text: string): Promise<string[]> => (await reactionsIn(text)).map(lineOf);

/** The same without reported speech and commentary. */
export const quotedIn = async (text: string): Promise<string[]> =>
  (await reactionsIn(text))
    .filter(({ kind, flags }) => kind !== 'commentary' && !flags.includes('indirect'))
    .map(lineOf);

function lineOf({ text, speaker, cue, kind, flags }: Reaction): string {
  const who = speaker === null ? 'nobody' : `${speaker.mention!.text} → ${speaker.name} (${speaker.form})`;
  return [text, who, cue?.text ?? 'no cue', [kind, ...flags].join(', ')].join(' | ');
}
