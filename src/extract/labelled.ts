/** Attributions as labels: what annotators write and what a reading is scored as. */
import type { Engagement, Flag, Kind, Platform, Reaction, Span, SpeakerForm } from '../reaction.ts';

export interface Labelled {
  /** Spans of the mention, of the cue, of the words; UTF-16 code units. Empty where there is none. */
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** The rest only where the labels tell it: undefined is "not told", null is "none". */
  readonly speaker?: { readonly name: string; readonly form: SpeakerForm } | null | undefined;
  readonly kind?: Kind | undefined;
  readonly platform?: Platform | null | undefined;
  readonly engagement?: Engagement | undefined;
  readonly flags?: readonly Flag[] | undefined;
}

export interface LabelledDocument {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Labelled[];
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** A reaction as the labels that an annotator would have given. */
export function labelledOf(reaction: Reaction): Labelled {
  const { speaker, cue, provenance } = reaction;
  return {
    source: speaker?.mention ? [spanOf(speaker.mention)] : [],
    cue: cue ? [spanOf(cue)] : [],
    content: provenance.parts.map(spanOf),
    speaker: speaker && { name: speaker.name, form: speaker.form },
    kind: reaction.kind,
    platform: reaction.platform,
    engagement: reaction.engagement,
    flags: reaction.flags,
  };
}
