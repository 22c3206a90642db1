/** Processes that a test or a program has started. */
import { execFileSync } from 'node:child_process';

/** Ids of the child processes of `parent` in whose command line `program` stands. */
export const childrenOf = (parent: number, program: string): number[] =>
  execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(parent)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(program))
    .map((line) => Number.parseInt(line, 10));
