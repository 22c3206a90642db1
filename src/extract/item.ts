/** The smallest thing that the reading of a sentence looks at: a word, a mark, a name or marked words. */
import type { Span } from '../reaction.ts';
import type { Entity } from '../text/entities.ts';
import type { NamePhrase } from '../text/names.ts';
import type { Marked } from '../text/quotation-marks.ts';

export interface Item extends Span {
  readonly kind: 'word' | 'mark' | 'name' | 'quote';
  readonly text: string;
  readonly lower: string;
  /** "Norway’s". */
  readonly possessive: boolean;
  readonly phrase: NamePhrase | null;
  readonly entity: Entity | null;
  readonly marked: Marked | null;
}
