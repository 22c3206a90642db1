/** What shapes a result. A run may go on only where all of it is as it was. */
import { HearsayError } from '../errors.ts';
import type { FileFacts } from '../formats/checksum.ts';
import type { CacheState } from './answer-file.ts';

export interface Identity {
  readonly version: string;
  /** In argument order; without size and checksum where it is no file. */
  readonly inputs: readonly FileFacts[];
  /** Options by the name under which they are given. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Checksums of models and of what compresses, by name. */
  readonly parts: Readonly<Record<string, string>>;
  readonly cache: CacheState | null;
}

/** @throws HearsayError `usage` that says what has changed since the run began */
export function assertSame(then: Identity, now: Identity): void {
  const change = inputChange(then.inputs, now.inputs) ?? otherChange(then, now);
  if (change === null) return;
  throw new HearsayError('usage', `this can't go on with --resume: ${change}`, {
    remedy: 'Give what the run began with, or start anew without --resume.',
  });
}

function inputChange(then: readonly FileFacts[], now: readonly FileFacts[]): string | null {
  const names = (files: readonly FileFacts[]): string => files.map(({ name }) => name).join(', ');
  if (names(then) !== names(now)) return `the run began with ${names(then)}, not with ${names(now)}`;
  for (const [i, { name, size, sha256 }] of now.entries()) {
    const before = then[i]!;
    if (before.size !== size)
      return `${name} has changed since the run began (${before.size} bytes then, ${size} now)`;
    if (before.sha256 !== sha256) return `${name} has changed since the run began (its checksum is another)`;
  }
  return null;
}

function otherChange(then: Identity, now: Identity): string | null {
  if (then.version !== now.version)
    return `the run began with hearsay ${then.version}, and this is ${now.version}`;
  const option = firstDifference(then.options, now.options);
  if (option !== null)
    return `the run began with ${shown(option, then.options[option])}, not with ${shown(option, now.options[option])}`;
  const part = firstDifference(then.parts, now.parts);
  if (part !== null) return `${part} has changed since the run began`;
  return JSON.stringify(then.cache) === JSON.stringify(now.cache)
    ? null
    : 'the file of --cache is not the one that the run began with';
}

function firstDifference(
  then: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): string | null {
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  return names.find((name) => JSON.stringify(then[name]) !== JSON.stringify(now[name])) ?? null;
}

/** `--prefix "h_"`, `no --target`. */
function shown(option: string, value: unknown): string {
  if (value === undefined || value === null || value === false) return `no ${option}`;
  if (value === true) return option;
  if (Array.isArray(value)) return value.length === 0 ? `no ${option}` : `${option} ${value.join(', ')}`;
  return `${option} ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`;
}
