/** What a run is asked for, what it counts, and what its stages share. */
import type { SummaryOptions } from '../aggregate/summary.ts';
import type { ModelOptions, Models } from '../classify/models.ts';
import type { Reject } from '../errors.ts';
import type { TableOptions } from '../formats/table.ts';
import type { RepostPolicy } from './reposts.ts';
import type { Document } from '../reaction.ts';
import type { GivenTopic } from '../topics/topics-file.ts';

export interface ReadOptions {
  /** What every input holds, whatever its name. */
  readonly as?: 'posts' | 'documents' | undefined;
  /** Name of a layout, in place of the one recognised. */
  readonly layout?: string | undefined;
  /** Name or 1-based number of the column that holds the text. */
  readonly textColumn?: string | undefined;
  readonly table?: TableOptions | undefined;
  /** Read where a file is `-`; the process's own unless given. */
  readonly stdin?: AsyncIterable<unknown> | undefined;
}

export interface AnalyzeOptions extends ReadOptions, SummaryOptions, ModelOptions {
  /** Targets of every stance; found per story and per export unless given. */
  readonly targets?: readonly string[] | undefined;
  /** Also indirect speech, which is left out otherwise. */
  readonly indirect?: boolean | undefined;
  /** Topics that a person named, in place of those found. */
  readonly topics?: readonly GivenTopic[] | undefined;
  /** How many topics to find in an export, in place of as many as it has. */
  readonly topicsCount?: number | undefined;
  /** What becomes of reposts in exports: kept unless told otherwise, or counted on the post that they repeat. */
  readonly reposts?: RepostPolicy | undefined;
  /** Also tell which words carried each label, by asking the models again without each of them: takes many times longer. */
  readonly explain?: boolean | undefined;
  /** ISO 639-1 code of every text; switches detection off. */
  readonly language?: string | undefined;
  /** Told what was detected, a sentence each. */
  readonly onNotice?: ((line: string) => void) | undefined;
  /** Told each text to which offsets point and that no file holds, as one taken from a web page. */
  readonly onText?: ((document: Document) => void) | undefined;
  /** Told the sentences in which the words of a record of prose stand, before the record itself comes. */
  readonly onSentences?:
    | ((around: { readonly id: string; readonly start: number; readonly text: string }) => void)
    | undefined;
  readonly onReject?: ((reject: Reject) => void) | undefined;
}

/** Rows of exports: `in = out + dropped + rejected` when everything has been read. */
export interface Account {
  readonly in: number;
  readonly out: number;
  /** Reposts that `reposts` told to drop or to count. */
  readonly dropped: number;
  readonly rejected: number;
}

/** What every stage of one run shares. */
export interface Context {
  readonly options: AnalyzeOptions;
  readonly models: Models;
  readonly account: { -readonly [Count in keyof Account]: Account[Count] };
}

/** A row that can't be parsed is counted and told, and the run goes on. */
export function rejected(reject: Reject, { account, options }: Context): void {
  account.rejected += 1;
  options.onReject?.(reject);
}
