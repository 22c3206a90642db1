/**
 * A process that answers orders, from both sides: who asks it, and the program that it runs. A process and no thread,
 * since a model's run blocks its event loop, and a thread that ends during a run takes the whole program with it.
 */
import { type ChildProcess, fork } from 'node:child_process';

interface Order<Asked> {
  readonly id: number;
  readonly asked: Asked;
}

type Reply<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failure: string };

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

export interface ProcessOptions {
  /** What the program finds in its `process.argv`, from the third on. */
  readonly args?: readonly string[];
  /** In place of this process's own environment. */
  readonly env?: NodeJS.ProcessEnv;
}

export class HelpingProcess<Asked, Answer> {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #next = 0;

  /** @param program compiled, one that calls `answerOrders` */
  constructor(program: URL, { args = [], env = process.env }: ProcessOptions = {}) {
    this.#child = fork(program, args, {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env,
    });
    this.#child.on('message', (reply: Reply<Answer>) => this.#take(reply));
    this.#child.on('error', (error) => this.#lose(error));
    this.#child.on('exit', () => this.#lose(new Error('a helping process ended')));
    // A program that has nothing else to do may end: an idle helper holds nobody back.
    this.#child.unref();
    this.#child.channel?.unref();
  }

  /** Undefined where it could not be started. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  get isThere(): boolean {
    return this.#child.connected;
  }

  /** Orders that it has in hand. */
  get inHand(): number {
    return this.#waiting.size;
  }

  /** Answers come in the order of the orders; the promise is rejected where the process fails or ends. */
  ask(asked: Asked): Promise<Answer> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.channel?.ref();
      const order: Order<Asked> = { id, asked };
      this.#child.send(order, (error) => error && this.#lose(error));
    });
  }

  /** It ends after what it has in hand. */
  dismiss(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  /** It ends at once. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #take(reply: Reply<Answer>): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (this.#waiting.size === 0) this.#child.channel?.unref();
    if ('answer' in reply) waiting?.resolve(reply.answer);
    else waiting?.reject(new Error(reply.failure));
  }

  #lose(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.dismiss();
  }
}

/**
 * The program of a helping process beside the file that starts it, once compiled; null where the source itself runs,
 * and work is done without help.
 * @param beside the `import.meta.url` of that file
 */
export function compiledProgram(name: string, beside: string): URL | null {
  return beside.endsWith('.js') ? new URL(name, beside) : null;
}

/**
 * The program of a helping process: answers until its parent goes. One order after the other, since two at a time would
 * only make the first one late.
 */
export function answerOrders<Asked, Answer>(answerTo: (asked: Asked) => Promise<Answer>): void {
  let last: Promise<void> = Promise.resolve();
  const answered = async ({ id, asked }: Order<Asked>): Promise<void> => {
    const reply: Reply<Answer> = await answerTo(asked).then(
      (answer) => ({ id, answer }),
      (error: unknown) => ({ id, failure: error instanceof Error ? error.message : String(error) }),
    );
    if (process.connected) process.send?.(reply);
  };
  process.on('message', (order: Order<Asked>) => {
    last = last.then(() => answered(order));
  });
  process.on('disconnect', () => process.exit(0));
  // The terminal interrupts parent and child alike; it is for the parent to say when work ends.
  process.on('SIGINT', () => {});
}
