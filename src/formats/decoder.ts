/** What makes text of bytes. */

/** A name of the WHATWG Encoding Standard, or one of our own beside it. */
export type Encoding = string;

/** One decoder per file; `text` takes bytes of any cut, `end` gives what an unfinished character leaves. */
export interface Decoder {
  text(bytes: Uint8Array): string;
  end(): string;
}
