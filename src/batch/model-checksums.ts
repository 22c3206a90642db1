/** Which models will answer, told before any is loaded. */
import { createHash } from 'node:crypto';
import { sizesFor } from '../classify/choice.ts';
import { hasModel, modelFolder, modelPlaces } from '../classify/folder.ts';
import type { ModelOptions } from '../classify/models.ts';

/**
 * Checksums of what describes each model of a task, which holds the checksums of its weights, by the model's name.
 * @throws HearsayError `model` where one is missing
 */
export function modelChecksums(task: 'sentiment' | 'stance', options: ModelOptions): Record<string, string> {
  // A model of the hub stands in for one of ours, and has no checksum to go by.
  if (options.hubModel !== undefined) return { [`the model ${options.hubModel}`]: 'hub' };
  const places = modelPlaces(options.folder);
  const sizes = sizesFor(task, options.model, (name) => hasModel(name, places));
  const checksums = sizes.map((size) => {
    const { metadata } = modelFolder(`${task}-${size}`, places);
    const checksum = createHash('sha256').update(JSON.stringify(metadata)).digest('hex');
    return [`the model ${metadata.name}`, checksum] as const;
  });
  return Object.fromEntries(checksums);
}
