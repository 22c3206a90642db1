/** What the page carries, out of its compressed form. */
import { byId } from './dom.ts';

/** The JSON in the data block `id`; throws where it is damaged. */
export async function unpacked<T>(id: string): Promise<T> {
  const block = byId(id);
  const bytes = bytesOf(block.textContent.trim());
  // Decoded once, the block is only weight.
  block.remove();
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(stream).json()) as T;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
