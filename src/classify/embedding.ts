/** Sentence vectors: the mean of a text's token vectors, scaled to length 1. */
import { batchesOf } from './batches.ts';
import { breath } from './breath.ts';
import type { LoadedModel, Output } from './runtime.ts';

/** One vector per text, of the model's width (384 for MiniLM); the dot product of two is their cosine. */
export async function embeddings(
  model: LoadedModel,
  texts: readonly string[],
  maxTokens: number,
): Promise<Float32Array[]> {
  const room = maxTokens - model.controls(1);
  const sequences = texts.map((text) => model.sequence(model.tokens(text).slice(0, room)));
  const vectors: Float32Array[] = Array.from({ length: texts.length });
  for (const batch of batchesOf(sequences.map((it) => it.ids.length))) {
    const output = await model.run(batch.map((index) => sequences[index]!));
    batch.forEach((index, row) => {
      vectors[index] = unit(mean(output, row, sequences[index]!.ids.length));
    });
    await breath();
  }
  return vectors;
}

function mean({ data, dims }: Output, row: number, length: number): Float32Array {
  const [, tokens, width] = dims as [number, number, number];
  const sum = new Float32Array(width);
  for (let token = 0; token < length; token += 1) {
    const at = (row * tokens + token) * width;
    for (let i = 0; i < width; i += 1) sum[i]! += data[at + i]!;
  }
  return divided(sum, length);
}

function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  return square === 0 ? vector : divided(vector, Math.sqrt(square));
}

/** In place. A loop, since a callback for each of so many numbers takes longer than all that stands around it. */
function divided(vector: Float32Array, by: number): Float32Array {
  for (let i = 0; i < vector.length; i += 1) vector[i]! /= by;
  return vector;
}
