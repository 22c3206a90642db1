/** Records as the page's script has them, from records as a result has them. */
import { gunzipSync } from 'node:zlib';
import type { Facts, Words } from '../../src/page/payload.ts';
import { type Records, recordsOf } from '../../src/page/records.ts';
import type { ScoredReaction } from '../../src/reaction.ts';
import { onPage } from '../helpers/reactions.ts';

const unpacked = <T>(base64: string): T =>
  JSON.parse(gunzipSync(Buffer.from(base64, 'base64')).toString()) as T;

export function recordsFrom(reactions: readonly ScoredReaction[]): Records {
  const { facts, words } = onPage(reactions).encoded('UTC');
  const records = recordsOf(unpacked<Facts>(facts));
  records.words = unpacked<Words>(words);
  return records;
}
