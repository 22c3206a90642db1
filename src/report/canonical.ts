/** A record as it is written: keys in the contract's order, probabilities with four decimals. */
import {
  ENGAGEMENTS,
  type Engagement,
  type Provenance,
  type Rationale,
  type Reaction,
  type ScoredReaction,
  type SentimentScore,
  type StanceScore,
} from '../reaction.ts';

/** Whether the models were asked about a record. */
export function isScored(reaction: Reaction | ScoredReaction): reaction is ScoredReaction {
  return 'sentiment' in reaction;
}

/** The same record with its keys in order; labels stand between what was found and where. */
export function canonical(reaction: ScoredReaction): ScoredReaction;
export function canonical(reaction: Reaction): Reaction;
export function canonical(reaction: Reaction | ScoredReaction): Reaction | ScoredReaction;
export function canonical(reaction: Reaction | ScoredReaction): Reaction | ScoredReaction {
  return {
    ...foundIn(reaction),
    ...(isScored(reaction) && {
      sentiment: sentimentOf(reaction.sentiment),
      stances: reaction.stances.map(stanceOf),
    }),
    flags: reaction.flags,
    provenance: provenanceOf(reaction.provenance),
  };
}

function foundIn(r: Reaction): Omit<Reaction, 'flags' | 'provenance'> {
  const mention = r.speaker?.mention ?? null;
  return {
    id: r.id,
    kind: r.kind,
    text: r.text,
    speaker: r.speaker && {
      name: r.speaker.name,
      form: r.speaker.form,
      mention: mention && { text: mention.text, start: mention.start, end: mention.end },
    },
    cue: r.cue && { text: r.cue.text, start: r.cue.start, end: r.cue.end },
    platform: r.platform,
    engagement: engagementOf(r.engagement),
    publishedAt: r.publishedAt,
    language: r.language,
    sourceId: r.sourceId,
    url: r.url,
    author: r.author && { id: r.author.id, handle: r.author.handle, name: r.author.name },
    replyTo: r.replyTo,
    quoteOf: r.quoteOf,
    repostOf: r.repostOf,
    story: r.story,
    topic: r.topic,
    topics: r.topics.map(({ name, score }) => ({ name, score: fourDecimals(score) })),
  };
}

function engagementOf(engagement: Engagement): Engagement {
  const known = ENGAGEMENTS.filter((name) => engagement[name] !== undefined);
  return Object.fromEntries(known.map((name) => [name, engagement[name]]));
}

function sentimentOf(score: SentimentScore): SentimentScore {
  const { label, negative, neutral, positive, unsure, rationale } = score;
  return {
    label,
    negative: probability(negative),
    neutral: probability(neutral),
    positive: probability(positive),
    unsure,
    ...(rationale && { rationale: rationale.map(carrierOf) }),
  };
}

function stanceOf(score: StanceScore): StanceScore {
  const { target, label, favor, against, none, unsure, rationale } = score;
  return {
    target,
    label,
    favor: probability(favor),
    against: probability(against),
    none: probability(none),
    unsure,
    ...(rationale && { rationale: rationale.map(carrierOf) }),
  };
}

function carrierOf({ text, start, end, weight }: Rationale[number]): Rationale[number] {
  return { text, start, end, weight: fourDecimals(weight) };
}

function provenanceOf({ document, row, start, end, parts }: Provenance): Provenance {
  return { document, row, start, end, parts: parts.map((part) => ({ start: part.start, end: part.end })) };
}

const probability = (value: number | null): number | null => (value === null ? null : fourDecimals(value));

/** Never an exponent: the smallest number but zero is 0.0001. */
function fourDecimals(value: number): number {
  return Number(value.toFixed(4));
}
