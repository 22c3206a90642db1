/** One large JSON document → the posts in it, one by one, without holding the document. */

export type JsonPart =
  /** An element of a list of posts. */
  | { readonly kind: 'element'; readonly text: string }
  /** An element too large to hold: its first characters and how many it has. */
  | { readonly kind: 'oversized'; readonly text: string; readonly size: number }
  /** What stands beside the list: its path and its JSON. */
  | { readonly kind: 'member'; readonly path: string; readonly text: string };

/** Lists that hold posts, by their path. The empty path is the document itself. */
const POST_LISTS = new Set([
  '',
  'data',
  'posts',
  'messages',
  'statuses',
  'tweets',
  'feed',
  'comments',
  'items',
  'results',
  'records',
  'rows',
  'result.posts',
  'data.videos',
  'data.comments',
  'chats.list.messages',
  'left_chats.list.messages',
]);
/** Containers on the way to such a list. */
const WAYS = new Set(['', 'result', 'data', 'chats', 'chats.list', 'left_chats', 'left_chats.list']);
/** What stands beside is kept up to this many characters. */
const MOST_BESIDE = 32 * 1024 * 1024;

/** What is kept of an element that is too large. */
const KEPT = 1000;

/** A copy, as a slice would hold the whole text in memory. */
const copied = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

interface Frame {
  readonly path: string;
  readonly isArray: boolean;
  readonly holdsPosts: boolean;
  key: string;
}

/** A splitter for one document; feed it text in order, with `isLast` at the end. */
export class JsonElements {
  readonly #frames: Frame[] = [];
  #text = '';
  #at = 0;
  /** The value being captured: where it starts, how deep it is open, whether in a string. */
  #start = -1;
  #depth = 0;
  #inString = false;
  /** Of a value that grew too large: its first characters and how many were let go. */
  #dropped: { readonly start: string; size: number } | null = null;
  #ended = false;
  readonly #most: number;

  /** @param most characters of an element that are held */
  constructor(most: number = MOST_BESIDE) {
    this.#most = most;
  }

  /** A list of posts was entered, be it empty. */
  foundList = false;
  /** Something stands behind the document that is no other document. */
  hasRemains = false;

  get waiting(): number {
    return this.#text.length;
  }

  /** The document closed as it should. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Nothing but white space was read. */
  get isEmpty(): boolean {
    return !this.#ended && this.#frames.length === 0 && this.#start < 0;
  }

  /** What is left of a value that never closed. */
  get rest(): string {
    return this.#start < 0 ? '' : this.#text.slice(this.#start);
  }

  *push(block: string): Generator<JsonPart> {
    this.#text += block;
    while (this.#at < this.#text.length) {
      if (this.#start < 0) {
        this.#step();
        continue;
      }
      const end = this.#valueEnd();
      if (end === null) break;
      const part = this.#captured(end);
      if (part !== null) yield part;
    }
    this.#forget();
  }

  /** Lets go of what was read, and of a value that grows too large. */
  #forget(): void {
    const isPost = this.#frames.at(-1)?.holdsPosts ?? true;
    const most = this.#dropped !== null ? 0 : isPost ? this.#most : MOST_BESIDE;
    if (this.#start >= 0 && this.#at - this.#start > most) {
      this.#dropped ??= { start: copied(this.#text.slice(this.#start, this.#start + KEPT)), size: 0 };
      this.#dropped.size += this.#at - this.#start;
      this.#start = this.#at;
    }
    const from = this.#start >= 0 ? this.#start : this.#at;
    this.#text = this.#text.slice(from);
    this.#at -= from;
    if (this.#start >= 0) this.#start = 0;
  }

  /** One step between values: opens containers, passes punctuation, starts captures. */
  #step(): void {
    const sign = this.#text[this.#at]!;
    const frame = this.#frames.at(-1);
    if (sign === '}' || sign === ']') {
      this.#frames.pop();
      this.#at++;
      if (this.#frames.length === 0) this.#ended = true;
    } else if (/[\s,:;\ufeff]/.test(sign)) this.#at++;
    else if (this.#ended && sign !== '[' && sign !== '{') {
      this.hasRemains = true;
      this.#at++;
    } else {
      // Documents are joined by people who join lines.
      this.#ended = false;
      this.#open(sign, frame);
    }
  }

  #open(sign: string, frame: Frame | undefined): void {
    const isKey = frame !== undefined && !frame.isArray && sign === '"' && frame.key === '';
    const path = frame === undefined ? '' : [frame.path, frame.key].filter(Boolean).join('.');
    const isArray = sign === '[';
    const holdsPosts = isArray && !frame?.holdsPosts && POST_LISTS.has(path);
    const isWay = !frame?.holdsPosts && WAYS.has(path) && (isArray || sign === '{');
    if (!isKey && (holdsPosts || isWay)) {
      if (frame !== undefined && !frame.isArray) frame.key = '';
      if (holdsPosts) this.foundList = true;
      this.#frames.push({ path, isArray, holdsPosts, key: '' });
      this.#at++;
      return;
    }
    this.#start = this.#at;
    this.#depth = 0;
    this.#inString = false;
  }

  /** The part that ends here; null for keys and for what no part is made of. */
  #captured(end: number): JsonPart | null {
    const text = this.#text.slice(this.#start, end);
    const dropped = this.#dropped;
    this.#dropped = null;
    this.#start = -1;
    this.#at = end;
    const frame = this.#frames.at(-1);
    if (frame?.holdsPosts === true || frame === undefined)
      return dropped === null
        ? { kind: 'element', text }
        : { kind: 'oversized', text: dropped.start, size: dropped.size + text.length };
    if (frame.isArray) return null;
    if (frame.key === '') {
      frame.key = text.slice(1, -1) || ' ';
      return null;
    }
    const path = [frame.path, frame.key].filter(Boolean).join('.');
    frame.key = '';
    return dropped !== null ? null : { kind: 'member', path, text };
  }

  #valueEnd(): number | null {
    for (; this.#at < this.#text.length; this.#at++) {
      const sign = this.#text.charCodeAt(this.#at);
      if (this.#inString) {
        if (sign === 0x5c) {
          // The escaped sign may come with the next block.
          if (this.#at + 1 >= this.#text.length) return null;
          this.#at++;
        } else if (sign === 0x22) {
          this.#inString = false;
          if (this.#depth === 0) return this.#at + 1;
        }
      } else if (sign === 0x22) this.#inString = true;
      else if (sign === 0x7b || sign === 0x5b) this.#depth++;
      else if (sign === 0x7d || sign === 0x5d) {
        if (this.#depth === 0) return this.#at;
        if (--this.#depth === 0) return this.#at + 1;
      } else if (this.#depth === 0 && (sign === 0x2c || sign <= 0x20)) return this.#at;
    }
    return null;
  }
}
