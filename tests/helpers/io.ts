/** Where a command under test reads and writes. */
import { PassThrough } from 'node:stream';
import type { Io } from '../../src/commands/command.ts';

export interface TestIo extends Io {
  /** What was written to standard output since the last call. */
  printed(): string;
}

export function testIo(env: NodeJS.ProcessEnv = {}): TestIo {
  const stdout = new PassThrough({ highWaterMark: 1e8 });
  return {
    stdin: new PassThrough(),
    stdout,
    stderr: new PassThrough({ highWaterMark: 1e8 }),
    env,
    onInterruption: () => () => {},
    endWith: () => {},
    printed: () => String(stdout.read() ?? ''),
  };
}
