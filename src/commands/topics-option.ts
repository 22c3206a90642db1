/** The file that `--topics` names. */
import { readFileSync } from 'node:fs';
import { HearsayError } from '../errors.ts';
import { type GivenTopic, givenTopics } from '../topics/topics-file.ts';

export function topicsIn(file: string | undefined): readonly GivenTopic[] | undefined {
  if (file === undefined) return undefined;
  try {
    return givenTopics(readFileSync(file, 'utf8'), file);
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause;
    throw new HearsayError('input', "this topics file can't be read", {
      at: { file },
      remedy: 'Check the path.',
      cause,
    });
  }
}
