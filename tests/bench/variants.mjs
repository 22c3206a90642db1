/**
 * One measurement in a process of its own: `node variants.mjs TASK-SIZE VARIANT ROWS [FILE]` prints one JSON line.
 *
 * - `hearsay`: from posts to records: normalising, language, tokens, processes, labels;
 * - `floor`: the bare ONNX Runtime session on the very sequences that hearsay runs, in batches as it makes them,
 *   tokenised and made into tensors before the clock starts, in as many processes;
 * - `batches`: the same batches in one process with all cores.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import ort from 'onnxruntime-node';
import { batchesOf } from '../../dist/classify/batches.js';
import { TOGETHER } from '../../dist/classify/classifier.js';
import { processCount } from '../../dist/classify/crew.js';
import { modelFolder, modelPlaces } from '../../dist/classify/folder.js';
import { NO_SENTIMENT } from '../../dist/classify/labels.js';
import { openModels } from '../../dist/classify/models.js';
import { normalised } from '../../dist/classify/normalise.js';
import { openModel } from '../../dist/classify/runtime.js';
import { scored } from '../../dist/classify/scored.js';
import { posts } from './texts.mjs';

const WARM_UP = 512;
const [name, variant, count, file] = process.argv.slice(2);
const [task, size] = name.split('-');

async function hearsay(warm, timed) {
  const models = await openModels({ model: size });
  const work = task === 'sentence' ? (rows) => models.embed(rows.map((it) => it.text)) : scoring(models);
  await work(warm);
  const seconds = await clocked(() => work(timed));
  await models.close();
  return seconds;
}

function scoring(models) {
  const unasked = async (texts) => texts.map(() => ({ score: NO_SENTIMENT, truncated: false }));
  const asker =
    task === 'stance'
      ? { languages: models.languages, judgedStance: models.judgedStance, judgedSentiment: unasked }
      : models;
  return async (rows) => {
    const items = rows.map(({ text, target }) => ({
      reaction: { text, language: null, flags: [] },
      targets: task === 'stance' ? [target] : [],
    }));
    let done = 0;
    for await (const it of scored(items, asker)) done += it.sentiment ? 1 : 0;
    if (done !== rows.length) throw new Error(`${done} of ${rows.length} rows came back`);
  };
}

/** The sequences that hearsay runs, cut to the model as it cuts them. */
async function sequences(rows) {
  const { path, metadata } = modelFolder(
    name === 'sentence-small' ? 'sentence-encoder' : name,
    modelPlaces(),
  );
  const model = await openModel(path);
  const found = rows.map(({ text, target }) => {
    const second =
      task === 'stance' ? model.tokens(normalised(target)).slice(0, metadata.maxTokens / 2) : undefined;
    const room = metadata.maxTokens - model.controls(second ? 2 : 1) - (second?.length ?? 0);
    return model.sequence(model.tokens(normalised(text)).slice(0, room), second);
  });
  return { path, sequences: found };
}

async function floor(warm, timed) {
  if (task === 'sentence') return batches(warm, timed);
  const { path, sequences: all } = await sequences([...warm, ...timed]);
  const processes = Array.from({ length: processCount() }, () =>
    fork(fileURLToPath(import.meta.url), [name, 'floor-half']),
  );
  const heard = (child) => new Promise((resolve) => child.once('message', resolve));
  const share = (from, i) => from.filter((_, at) => at % processes.length === i);
  await Promise.all(
    processes.map((child, i) => {
      child.send({
        path,
        warm: share(all.slice(0, WARM_UP), i).slice(0, 64),
        timed: share(all.slice(WARM_UP), i),
      });
      return heard(child);
    }),
  );
  const seconds = await clocked(() =>
    Promise.all(
      processes.map((child) => {
        child.send('go');
        return heard(child);
      }),
    ),
  );
  for (const child of processes) child.kill();
  return seconds;
}

async function floorHalf() {
  const told = () => new Promise((resolve) => process.once('message', resolve));
  const { path, warm, timed } = await told();
  const session = await sessionAt(path, 1);
  const feeds = batchFeeds(session, timed);
  for (const it of warm) await session.run(feedsOf(session, [it]));
  process.send('ready');
  await told();
  for (const it of feeds) await session.run(it);
  process.send('done');
}

async function batches(warm, timed) {
  const { path, sequences: all } = await sequences([...warm, ...timed]);
  const session = await sessionAt(path);
  const feeds = batchFeeds(session, all.slice(WARM_UP));
  for (const it of batchFeeds(session, all.slice(0, WARM_UP))) await session.run(it);
  return clocked(async () => {
    for (const it of feeds) await session.run(it);
  });
}

/** Embeddings run in batches of their own size. */
const limits = task === 'sentence' ? undefined : TOGETHER;

const batchFeeds = (session, some) =>
  batchesOf(
    some.map((it) => it.ids.length),
    limits,
  ).map((batch) =>
    feedsOf(
      session,
      batch.map((i) => some[i]),
    ),
  );

const sessionAt = (path, threads) =>
  ort.InferenceSession.create(`${path}/onnx/model_quantized.onnx`, {
    executionProviders: ['cpu'],
    enableMemPattern: false,
    ...(threads && { intraOpNumThreads: threads }),
  });

function feedsOf(session, batch) {
  const width = Math.max(...batch.map((it) => it.ids.length));
  const padded = (valuesOf) =>
    batch.flatMap((it) => [...valuesOf(it), ...Array(width - it.ids.length).fill(0)]).map(BigInt);
  const values = {
    input_ids: padded((it) => it.ids),
    attention_mask: padded((it) => it.ids.map(() => 1)),
    token_type_ids: padded((it) => it.types ?? it.ids.map(() => 0)),
  };
  return Object.fromEntries(
    session.inputNames.map((input) => [
      input,
      new ort.Tensor('int64', BigInt64Array.from(values[input]), [batch.length, width]),
    ]),
  );
}

async function clocked(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

if (process.send && variant === 'floor-half') await floorHalf();
else {
  const all = await posts(Number(count) + WARM_UP, file);
  const [warm, timed] = [all.slice(0, WARM_UP), all.slice(WARM_UP)];
  const run = { hearsay, floor, batches }[variant];
  const seconds = await run(warm, timed);
  process.stdout.write(`${JSON.stringify({ rows: timed.length, seconds })}\n`);
}
