/**
 * The one file that knows transformers.js and ONNX Runtime. The tokenizers are transformers.js' own. Sessions
 * are opened here, by path: transformers.js hands a buffer to the runtime, which then ignores every option,
 * and on a broken file it falls back to WASM without an error. transformers.js' `env` is shared by the whole
 * process and is touched nowhere else.
 */
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import ort from 'onnxruntime-node';
import { HearsayError } from '../errors.ts';
import { ONNX_FILE } from './metadata.ts';

/** Token ids with the model's own control tokens around them, ready to be run. */
export interface Sequence {
  readonly ids: readonly number[];
  /** 0 for the first segment, 1 for the second; null where the model takes none. */
  readonly types: readonly number[] | null;
}

/** Numbers of one run: `[rows, labels]`, `[rows, tokens, labels]` or `[rows, tokens, width]`. */
export interface Output {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

export interface LoadedModel {
  /** From the model's own config, in the order of the logits; empty where there are none. */
  readonly labels: readonly string[];
  /** Ids of the text's tokens, without control tokens; one that is typed in the text is plain characters. */
  tokens(text: string): number[];
  /** Id of the token that stands for what the vocabulary lacks. */
  readonly unknown: number;
  /** How many control tokens a sequence of one segment, or of two, has. */
  controls(segments: 1 | 2): number;
  sequence(first: readonly number[], second?: readonly number[]): Sequence;
  /** Runs one batch, padded to its longest sequence. Blocks the event loop while it runs. */
  run(batch: readonly Sequence[]): Promise<Output>;
  close(): Promise<void>;
}

export interface SessionOptions {
  /** Threads of one run; by default one per core. */
  readonly threads?: number | undefined;
}

/** Opens a model from a local folder. Never asks the network. */
export function openModel(path: string, options: SessionOptions = {}): Promise<LoadedModel> {
  return inTurn(() => localModel(path, options));
}

/** Fetches a text classification model from the hub, or from the mirror that HF_ENDPOINT names. */
export function openHubModel(name: string): Promise<LoadedModel> {
  return inTurn(() => hubModel(name));
}

let last: Promise<unknown> = Promise.resolve();

/** `env` is one for all: two models must not be opened at the same time. */
function inTurn<Value>(open: () => Promise<Value>): Promise<Value> {
  const next = last.then(open, open);
  last = next.catch(() => {});
  return next;
}

async function localModel(path: string, { threads }: SessionOptions): Promise<LoadedModel> {
  const { AutoConfig, AutoTokenizer, env } = await import('@xenova/transformers');
  // Its cache is tried before the folder: a stale copy there would win.
  Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, useFSCache: false });
  env.localModelPath = `${dirname(path)}/`;
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(basename(path));
    const config = await AutoConfig.from_pretrained(basename(path));
    const session = await ort.InferenceSession.create(join(path, ONNX_FILE), {
      executionProviders: ['cpu'],
      // Lengths differ from batch to batch: remembered patterns would only grow.
      enableMemPattern: false,
      logSeverityLevel: 3,
      ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
    });
    return modelOf(tokenizer, config, session);
  } catch (error) {
    throw new HearsayError('model', `this model can't be loaded (${reason(error)})`, {
      at: { file: path },
      remedy: 'Install hearsay again, or put a whole copy of the folder there.',
      cause: error,
    });
  }
}

async function hubModel(name: string): Promise<LoadedModel> {
  const { AutoModelForSequenceClassification, AutoTokenizer, env } = await import('@xenova/transformers');
  Object.assign(env, { allowRemoteModels: true, allowLocalModels: false, useFSCache: true });
  env.cacheDir = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'hearsay');
  const mirror = process.env['HF_ENDPOINT'];
  if (mirror) env.remoteHost = `${mirror.replace(/\/+$/, '')}/`;
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(name);
    const model: any = await quietly(() => AutoModelForSequenceClassification.from_pretrained(name));
    return modelOf(tokenizer, model.config, model.session);
  } catch (error) {
    throw new HearsayError('model', `the model ${name} can't be fetched or loaded (${reason(error)})`, {
      remedy: 'Check its name and the network, or leave --hub-model away.',
      cause: error,
    });
  } finally {
    env.allowRemoteModels = false;
  }
}

/** transformers.js prints the stack of an error that it then throws once more. */
async function quietly<Value>(load: () => Promise<Value>): Promise<Value> {
  const console = globalThis.console;
  const { warn } = console;
  console.warn = () => {};
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}

function modelOf(tokenizer: any, config: any, session: any): LoadedModel {
  // With these gone, `</s>` or `[SEP]` typed in a post is read as the characters that it is.
  tokenizer.added_tokens_regex = null;
  tokenizer.added_tokens = [];
  const [single, pair] = [frameOf(tokenizer, 1), frameOf(tokenizer, 2)];
  return {
    labels: Object.values((config.id2label ?? {}) as Record<string, string>),
    tokens: (text) => tokenizer.encode(text, null, { add_special_tokens: false }),
    unknown: tokenizer.unk_token_id,
    controls: (segments) => (segments === 1 ? single : pair).controls,
    sequence: (first, second) => (second ? pair : single).around(first, second ?? []),
    run: (batch) => outputOf(session, batch, tokenizer.pad_token_id ?? 0),
    close: async () => void (await session.handler?.dispose?.()),
  };
}

interface Frame {
  readonly controls: number;
  around(first: readonly number[], second: readonly number[]): Sequence;
}

/** What the tokenizer's own post-processor puts around one segment or two, read off from a sample. */
function frameOf(tokenizer: any, segments: 1 | 2): Frame {
  const sample = tokenizer.post_processor([FIRST], segments === 2 ? [SECOND] : null, {
    add_special_tokens: true,
  });
  const tokens: string[] = sample.tokens;
  const types: number[] | null = tokenizer.return_token_type_ids ? sample.token_type_ids : null;
  const parts = tokens.map((token, i) => ({
    segment: token === FIRST ? 0 : token === SECOND ? 1 : null,
    id: tokenizer.model.tokens_to_ids.get(token) as number,
    type: types?.[i] ?? 0,
  }));
  return {
    controls: tokens.length - segments,
    around(...content) {
      const idsOf = (it: (typeof parts)[number]) => (it.segment === null ? [it.id] : content[it.segment]!);
      return {
        ids: parts.flatMap(idsOf),
        types: types && parts.flatMap((it) => idsOf(it).map(() => it.type)),
      };
    },
  };
}

const FIRST = '\u0000first';
const SECOND = '\u0000second';

async function outputOf(session: any, batch: readonly Sequence[], padding: number): Promise<Output> {
  const output = await session.run(feedsOf(session.inputNames, batch, padding));
  const tensor = output.logits ?? output.last_hidden_state ?? Object.values(output)[0];
  return { data: tensor.data, dims: tensor.dims };
}

function feedsOf(
  names: readonly string[],
  batch: readonly Sequence[],
  padding: number,
): Record<string, ort.Tensor> {
  const width = Math.max(...batch.map((it) => it.ids.length));
  const values: Record<string, () => BigInt64Array> = {
    input_ids: () => int64(batch, width, (it, i) => it.ids[i]!, padding),
    attention_mask: () => int64(batch, width, () => 1, 0),
    token_type_ids: () => int64(batch, width, (it, i) => it.types?.[i] ?? 0, 0),
  };
  return Object.fromEntries(
    names.map((name) => [name, new ort.Tensor('int64', values[name]!(), [batch.length, width])]),
  );
}

function int64(
  batch: readonly Sequence[],
  width: number,
  value: (sequence: Sequence, index: number) => number,
  padding: number,
): BigInt64Array {
  const filled = new BigInt64Array(batch.length * width).fill(BigInt(padding));
  // Ids are small and not negative: writing their low halves spares a BigInt for every token.
  const halves = new Int32Array(filled.buffer);
  batch.forEach((sequence, row) => {
    for (let i = 0; i < sequence.ids.length; i += 1)
      halves[2 * (row * width + i) + LOW_HALF] = value(sequence, i);
  });
  return filled;
}

const LOW_HALF = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 0 : 1;

/** The first line of a foreign message: what a person can use of it. */
const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!.replace(/\.$/, '');
