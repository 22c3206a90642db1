/** A row of an export becomes a reaction: its author speaks, its whole text cell is the content. */
import { reactionId } from '../reaction.ts';
import type { Author, Post, Reaction, Speaker } from '../reaction.ts';

/** The reaction that a post is; `file` names the export in its provenance. Never throws. */
export function reactionOf(post: Post, file: string): Reaction {
  const whole = { start: 0, end: post.text.length };
  const provenance = { document: file, row: post.row, ...whole, parts: [whole] };
  return {
    id: reactionId('post', post.text, provenance),
    kind: 'post',
    text: post.text,
    speaker: speakerOf(post.author),
    cue: null,
    platform: post.platform,
    engagement: post.engagement,
    publishedAt: post.publishedAt,
    language: post.language,
    sourceId: post.sourceId,
    url: post.url,
    author: post.author,
    replyTo: post.replyTo,
    quoteOf: post.quoteOf,
    repostOf: post.repostOf,
    story: null,
    topic: null,
    topics: [],
    flags: [],
    provenance,
  };
}

function speakerOf(author: Author | null): Speaker | null {
  const name = author?.name || author?.handle;
  return name ? { name, form: 'named', mention: null } : null;
}
