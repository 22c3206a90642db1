/** The words of a document cut into stretches, each with the records that it is part of. */
import type { Reaction, Span } from '../reaction.ts';

export interface Stretch extends Span {
  /** Records whose words these are, by their place in the list; the innermost last. */
  readonly words: readonly number[];
  /** Records whose speaker is mentioned here. */
  readonly mentions: readonly number[];
  /** Records whose cue this is. */
  readonly cues: readonly number[];
}

type Role = 'words' | 'mentions' | 'cues';

interface Edge {
  readonly at: number;
  readonly opens: boolean;
  readonly role: Role;
  readonly record: number;
}

/** Stretches in order that together are the span; a new one begins where anything begins or ends. */
export function stretchesOf(span: Span, reactions: readonly Reaction[]): Stretch[] {
  const edges = reactions.flatMap(edgesOf).sort((a, b) => a.at - b.at);
  const open: Record<Role, Set<number>> = { words: new Set(), mentions: new Set(), cues: new Set() };
  const stretches: Stretch[] = [];
  let from = span.start;
  for (const edge of edges) {
    const to = Math.min(edge.at, span.end);
    if (to > from) {
      stretches.push(stretch(from, to, open));
      from = to;
    }
    if (edge.opens) open[edge.role].add(edge.record);
    else open[edge.role].delete(edge.record);
  }
  if (span.end > from) stretches.push(stretch(from, span.end, open));
  return stretches;
}

const stretch = (start: number, end: number, open: Readonly<Record<Role, ReadonlySet<number>>>): Stretch => ({
  start,
  end,
  words: [...open.words],
  mentions: [...open.mentions],
  cues: [...open.cues],
});

function edgesOf({ provenance, speaker, cue }: Reaction, record: number): Edge[] {
  const edge = (role: Role, { start, end }: Span): Edge[] => [
    { at: start, opens: true, role, record },
    { at: end, opens: false, role, record },
  ];
  return [
    ...provenance.parts.flatMap((part) => edge('words', part)),
    ...(speaker?.mention ? edge('mentions', speaker.mention) : []),
    ...(cue ? edge('cues', cue) : []),
  ];
}
