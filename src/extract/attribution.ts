/** One act of saying: words, cue and source, before names are resolved. */
import type { Span } from '../reaction.ts';
import type { Cue } from './cue-phrases.ts';
import type { Marked } from '../text/quotation-marks.ts';
import type { Source } from './mentions.ts';

export interface Attribution {
  readonly manner: 'direct' | 'mixed' | 'indirect';
  /** The words: without marks, one span a part. */
  readonly parts: readonly Span[];
  readonly marked: readonly Marked[];
  readonly cue: Cue | null;
  readonly source: Source | null;
  /** The frame of the cue, else of the first words: index into the frames of the text. */
  readonly frame: number;
  /** The source was taken over from the words before, not named at these. */
  readonly inherited: boolean;
  /** Where the words stand without marks: what the text itself tells of them, a label or a signature. */
  readonly told?: Span | undefined;
}
