import { afterEach, describe, expect, test } from 'vitest';
import { type Classifier, classifierOf, type Question } from '../../src/classify/classifier.ts';
import { carriedProcesses, Crew, processCount } from '../../src/classify/crew.ts';
import { modelFolder, modelPlaces } from '../../src/classify/folder.ts';
import { openModel } from '../../src/classify/runtime.ts';
import { childrenOf } from '../helpers/processes.ts';

/** The built helper: a process can't be started from the source. */
const PROGRAM = new URL('../../dist/classify/worker.js', import.meta.url);
const folder = modelFolder('sentiment-small', modelPlaces(undefined, {}));
const { maxTokens, activations, emoji, temperature, offsets } = folder.metadata;
const settings = { maxTokens, activations, emoji, temperature, offsets };

const questions: Question[] = Array.from({ length: 400 }, (_, i) => ({
  text: `Post number ${i} says that the ferry was ${i % 3 ? 'late' : 'lovely'} ${'again '.repeat(i % 7)}`,
  target: null,
}));

const crews: Crew[] = [];
afterEach(() => crews.splice(0).forEach((crew) => crew.close()));

const crewOf = (program: URL | null, processes = 2): Crew => {
  const crew = new Crew(program, processes);
  crews.push(crew);
  return crew;
};

const alone = async (): Promise<Classifier> => classifierOf(await openModel(folder.path), settings);

/** Takes its time with each chunk, so that helpers get most of the work; counts what it is left with. */
function slow(own: Classifier): Classifier & { asked: number } {
  const counted = {
    asked: 0,
    async answers(asked: readonly Question[]) {
      counted.asked += asked.length;
      await new Promise((resolve) => setTimeout(resolve, 200));
      return own.answers(asked);
    },
  };
  return counted;
}

const helpersOf = (parent: number): number[] => childrenOf(parent, 'worker.js');

describe('many questions', () => {
  test('get the same answers from a crew as from one process, in their order', async () => {
    const own = await alone();
    const caller = slow(own);
    const found = await crewOf(PROGRAM).shared(caller, folder.path, settings).answers(questions);
    expect(found).toEqual(await own.answers(questions));
    expect(caller.asked).toBeLessThan(questions.length);
  });

  test('are all answered though every helper is killed at work', async () => {
    const own = await alone();
    const caller = slow(own);
    const answers = crewOf(PROGRAM).shared(caller, folder.path, settings).answers(questions);
    await expect.poll(() => helpersOf(process.pid), { timeout: 20_000 }).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    for (const pid of helpersOf(process.pid)) process.kill(pid, 'SIGKILL');
    expect(await answers).toEqual(await own.answers(questions));
  });

  test('are all answered where the helper can not even start', async () => {
    const own = await alone();
    const nowhere = new URL('file:///nowhere/worker.js');
    const found = await crewOf(nowhere).shared(own, folder.path, settings).answers(questions);
    expect(found).toHaveLength(questions.length);
  });

  test('fail as they would in one process', async () => {
    const broken: Classifier = { answers: () => Promise.reject(new Error('no more memory')) };
    const asked = crewOf(PROGRAM).shared(broken, folder.path, settings).answers(questions);
    await expect(asked).rejects.toThrow('no more memory');
  });
});

test('few questions start no helper', async () => {
  const own = await alone();
  // Those of a crew just closed may still be on their way out.
  const before = helpersOf(process.pid);
  await crewOf(PROGRAM).shared(own, folder.path, settings).answers(questions.slice(0, 20));
  expect(helpersOf(process.pid).filter((pid) => !before.includes(pid))).toEqual([]);
});

test('a closed crew leaves no process behind', async () => {
  const crew = crewOf(PROGRAM);
  await crew.shared(slow(await alone()), folder.path, settings).answers(questions);
  crew.close();
  await expect.poll(() => helpersOf(process.pid), { timeout: 10_000 }).toEqual([]);
});

describe('how many processes', () => {
  test('HEARSAY_PROCESSES says it', () => {
    expect(processCount({ HEARSAY_PROCESSES: '3' })).toBe(3);
  });

  test.each(['0', '-1', 'many', ''])('%j says nothing', (value) => {
    expect(processCount({ HEARSAY_PROCESSES: value })).toBe(processCount({}));
  });

  test.each([
    ['one per core', { cores: 4 }, 4],
    ['at most eight', { cores: 64 }, 8],
    ["a container's share of them", { cores: 64, quota: 2 }, 2],
    ['a gibibyte of memory each', { cores: 4, memory: 3.5 * 2 ** 30 }, 3],
    ['always one', { cores: 4, quota: 0.5, memory: 2 ** 20 }, 1],
  ])('%s', (_, given, count) => {
    expect(carriedProcesses({ quota: Infinity, memory: 2 ** 40, ...given })).toBe(count);
  });
});
