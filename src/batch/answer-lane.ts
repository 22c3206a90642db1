/**
 * Questions of one task on their way to a model. Each is asked once, however many windows wait for it, and
 * what has gathered while the model was busy goes to it together, as many questions keep all cores busy.
 */
import type { Judged } from '../classify/models.ts';
import { answerIn, type LabelledScore, questionKey, recordOf } from './answer-record.ts';
import type { AnswerTable } from './answer-table.ts';

/** Questions that go to the model together. */
const MOST_TOGETHER = 1024;
/** Two calls at a time: while the last answers of one come in, helpers work on the next. */
const MOST_CALLS = 2;

type Answer<Label extends string> = Judged<LabelledScore<Label>>;

export interface LaneOptions<Question, Label extends string> {
  readonly labels: readonly Label[];
  /** What makes the question what it is. */
  readonly keyOf: (question: Question) => readonly string[];
  readonly ask: (questions: readonly Question[]) => Promise<Answer<Label>[]>;
  /** Told of every record that is new. */
  readonly onRecord: (record: Buffer) => void;
}

interface Open<Question, Label extends string> {
  readonly question: Question;
  readonly key: Buffer;
  readonly resolve: (answer: Answer<Label>) => void;
  readonly reject: (error: unknown) => void;
}

export class AnswerLane<Question, Label extends string> {
  readonly #table: AnswerTable;
  readonly #options: LaneOptions<Question, Label>;
  readonly #open = new Map<string, Promise<Answer<Label>>>();
  #waiting: Open<Question, Label>[] = [];
  #calls = 0;
  #asked = 0;

  constructor(table: AnswerTable, options: LaneOptions<Question, Label>) {
    this.#table = table;
    this.#options = options;
  }

  /** Questions put to the model so far. */
  get asked(): number {
    return this.#asked;
  }

  /** Questions whose answers are not there yet. */
  get open(): number {
    return this.#open.size;
  }

  /** Answers in the order of the questions. */
  answers(questions: readonly Question[]): Promise<Answer<Label>[]> {
    const answers = questions.map((question) => this.#answer(question));
    this.#call();
    return Promise.all(answers);
  }

  #answer(question: Question): Answer<Label> | Promise<Answer<Label>> {
    const key = questionKey(this.#options.keyOf(question));
    const record = this.#table.get(key);
    if (record !== null) return answerIn(record, this.#options.labels);
    const name = key.toString('latin1');
    const found = this.#open.get(name);
    if (found !== undefined) return found;
    const answer = new Promise<Answer<Label>>((resolve, reject) =>
      this.#waiting.push({ question, key, resolve, reject }),
    );
    this.#open.set(name, answer);
    return answer;
  }

  #call(): void {
    while (this.#waiting.length > 0 && this.#calls < MOST_CALLS) {
      const together = this.#waiting.slice(0, MOST_TOGETHER);
      this.#waiting = this.#waiting.slice(MOST_TOGETHER);
      this.#calls++;
      this.#asked += together.length;
      void this.#settle(together);
    }
  }

  async #settle(together: readonly Open<Question, Label>[]): Promise<void> {
    try {
      const answers = await this.#options.ask(together.map(({ question }) => question));
      together.forEach((open, i) => this.#take(open, answers[i]!));
    } catch (error) {
      for (const { reject } of together) reject(error);
    } finally {
      for (const { key } of together) this.#open.delete(key.toString('latin1'));
      this.#calls--;
      this.#call();
    }
  }

  #take({ key, resolve }: Open<Question, Label>, answer: Answer<Label>): void {
    const record = recordOf(key, answer, this.#options.labels);
    if (record !== null) {
      this.#table.set(record);
      this.#options.onRecord(record);
    }
    resolve(answer);
  }
}
