/** The door for a learned tagger: rules alone read without one. */

export interface TaggedSpan {
  readonly role: 'source' | 'cue' | 'content';
  /** UTF-16 code units in the text given, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** 0–1. */
  readonly score: number;
}

/** Spans in the order of their start; those of one role never overlap. */
export type Tagger = (text: string) => Promise<readonly TaggedSpan[]>;
