/** What the models do for the reading of prose: the tagger finds indirect speech, the encoder tells stories apart. */
import type { Models } from '../classify/models.ts';
import type { ReadingOptions } from '../extract/reading.ts';

export interface WantedModels {
  /** Indirect speech is asked for: what stands in marks is read by rules. */
  readonly tagger: boolean;
  /** Told of a model that is not there, and what becomes of its work. */
  readonly onNotice?: ((line: string) => void) | undefined;
}

export function readingModels(models: Models, { tagger, onNotice }: WantedModels): ReadingOptions {
  const hasEncoder = models.has('embedding');
  const hasTagger = models.has('tagging');
  if (tagger && !hasTagger)
    onNotice?.('The model quotation-tagger is not there: indirect speech is read by rules alone.');
  if (!hasEncoder)
    onNotice?.('The model sentence-encoder is not there: stories are told apart by their words alone.');
  return {
    tagger: tagger && hasTagger ? models.tag : undefined,
    encoder: hasEncoder ? models.embed : undefined,
  };
}
