const MOST_GATHERED = 32 * 1024 * 1024;

/**
 * Blocks joined until they double what waits at the reader, so that a long record is not copied again for
 * every block of it.
 */
export async function* gathered(
  blocks: AsyncIterable<string>,
  reader: { readonly waiting: number },
): AsyncGenerator<string> {
  let parts: string[] = [];
  let length = 0;
  for await (const block of blocks) {
    parts.push(block);
    length += block.length;
    if (length < Math.min(reader.waiting, MOST_GATHERED)) continue;
    yield parts.join('');
    parts = [];
    length = 0;
  }
  if (length > 0) yield parts.join('');
}
