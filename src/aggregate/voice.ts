/** Whose voice a record is: an account, or a person as the text names them. */
import type { ScoredReaction } from '../reaction.ts';

export interface Voice {
  /** The same for the same account or name. */
  readonly key: string;
  readonly name: string;
  readonly handle: string | null;
}

/**
 * Rows go by the account (id, else handle, else name), words in prose by the speaker's name; a description
 * ("a retired pilot") is one voice within its story. Null where nobody can be told: no speaker, an
 * anonymous one, a pronoun that was not resolved.
 */
export function voiceOf(reaction: ScoredReaction): Voice | null {
  return accountOf(reaction) ?? speakerOf(reaction);
}

function accountOf({ author, speaker, platform }: ScoredReaction): Voice | null {
  if (author === null) return null;
  const name = author.name ?? author.handle ?? author.id;
  if (name === null) return null;
  const handle = author.handle;
  if (author.id !== null) return { key: `id\u0000${platform}\u0000${author.id}`, name, handle };
  if (handle !== null) return { key: `handle\u0000${platform}\u0000${folded(handle)}`, name, handle };
  return { key: `name\u0000${folded(speaker?.name ?? name)}`, name, handle };
}

function speakerOf({ speaker, provenance, story }: ScoredReaction): Voice | null {
  if (speaker === null || speaker.form === 'anonymous') return null;
  const own = speaker.mention?.text;
  if (speaker.form === 'pronoun' && folded(speaker.name) === folded(own ?? '')) return null;
  const name = folded(speaker.name);
  // A mention that was resolved to a name is that name's voice; a bare description reaches no further.
  const bare = speaker.form === 'described' && name === folded(own ?? speaker.name);
  const place = bare ? `\u0000${provenance.document}\u0000${story}` : '';
  return { key: `name\u0000${name}${place}`, name: speaker.name, handle: null };
}

/** `src/serve/stored.ts` says the same in the words of its database, which knows NFC alone. */
function folded(name: string): string {
  return name.normalize('NFC').replace(/^@/, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
