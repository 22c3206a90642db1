/** How far a long run is, on one line that is written anew; only on a terminal. */
import type { Advance } from '../batch/run.ts';
import type { Io } from './command.ts';

const EVERY_MS = 200;

export class ProgressLine {
  readonly #io: Io;
  readonly #isShown: boolean;
  readonly #start = performance.now();
  #last = -Infinity;
  #isThere = false;

  constructor(io: Io, quiet: boolean | undefined) {
    this.#io = io;
    this.#isShown = io.stderr.isTTY === true && quiet !== true;
  }

  show(state: Advance): void {
    const now = performance.now();
    if (!this.#isShown || now - this.#last < EVERY_MS) return;
    this.#last = now;
    this.#isThere = true;
    this.#io.stderr.write(`\r\u001b[K${progressText(state, (now - this.#start) / 1000)}`);
  }

  /** Makes room for a line that stays. */
  clear(): void {
    if (this.#isThere) this.#io.stderr.write('\r\u001b[K');
    this.#isThere = false;
  }
}

/**
 * `posts.csv: 12,800 rows, 840 rows/s, 31 % known from before, 0:42 left`.
 * @param seconds since the run began
 */
export function progressText(state: Advance, seconds: number): string {
  const { account, before, labels, asked, share, input } = state;
  const rows = account.in - before;
  const parts = [
    `${account.in.toLocaleString('en')} rows`,
    `${Math.round(rows / Math.max(seconds, 0.001)).toLocaleString('en')} rows/s`,
  ];
  if (account.rejected > 0) parts.push(`${account.rejected.toLocaleString('en')} rejected`);
  if (labels > 0) parts.push(`${Math.max(0, Math.round(100 * (1 - asked / labels)))} % from the cache`);
  if (share !== null && share > 0.01) parts.push(`${clock(timeLeft(state, seconds))} left`);
  return `${input}: ${parts.join(', ')}`;
}

/** Seconds, as if the rest of the input went as the part since this run began. */
function timeLeft({ account, before, share }: Advance, seconds: number): number {
  const whole = account.in / share!;
  return ((whole - account.in) / Math.max(1, account.in - before)) * seconds;
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
