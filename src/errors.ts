/**
 * One error class with a closed set of codes. What stops a run is thrown; what concerns one row is a
 * `Reject` and flows beside the rows.
 */

/** Exit codes of the program, by error code. */
export const EXIT_CODES = {
  /** hearsay's own failure. */
  internal: 1,
  /** Wrong use: an unknown column or option, a changed input with --resume. */
  usage: 2,
  /** Finished, but something was rejected and --strict was given. */
  rejected: 3,
  /** The input can't be read: missing, a directory, binary. */
  input: 4,
  /** A model is missing or damaged. */
  model: 5,
  /** The output can't be written or is locked. */
  output: 6,
} as const;

/** Exit codes of a program that was interrupted, as shells expect them. */
export const SIGNAL_EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

export type Interruption = keyof typeof SIGNAL_EXIT_CODES;
export type ErrorCode = keyof typeof EXIT_CODES;

export interface Position {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
}

export interface ErrorDetails {
  readonly at?: Position;
  /** What the user can do about it, as one imperative sentence. */
  readonly remedy?: string;
  readonly cause?: unknown;
}

/** `posts.csv, row 18, column "text": empty. Remove the row or name another column.` */
export class HearsayError extends Error {
  readonly code: ErrorCode;
  readonly at: Position;
  readonly remedy: string | null;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'HearsayError';
    this.code = code;
    this.at = details.at ?? {};
    this.remedy = details.remedy ?? null;
  }

  get exitCode(): number {
    return EXIT_CODES[this.code];
  }

  /** One line for a person: place, what is wrong, what to do. */
  get line(): string {
    const where = placeOf(this.at);
    const sentence = this.message.endsWith('.') ? this.message : `${this.message}.`;
    return [where && `${where}:`, sentence, this.remedy].filter(Boolean).join(' ');
  }
}

/** Why a row was rejected; stable, as scripts branch on it. */
export const REJECT_CODES = [
  'columns',
  'quote',
  'encoding',
  'json',
  'too-large',
  'not-a-post',
  'repost',
] as const;

export type RejectCode = (typeof REJECT_CODES)[number];

/** A row that can't be parsed, or is not wanted: data, not an exception. Columns of the rejects file, in this order. */
export interface Reject {
  readonly file: string;
  /** 1-based, the header not counted. */
  readonly row: number;
  /** 1-based line of the file on which the row starts, where that is known. */
  readonly line?: number;
  readonly code: RejectCode;
  readonly message: string;
  /** The original record as text, so that nothing is lost. */
  readonly raw: string;
}

function placeOf(at: Position): string {
  const parts = [at.file, at.row && `row ${at.row}`, at.column && `column "${at.column}"`];
  return parts.filter(Boolean).join(', ');
}
