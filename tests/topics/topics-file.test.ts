import { describe, expect, test } from 'vitest';
import { HearsayError } from '../../src/errors.ts';
import { givenTopics, topicsFile } from '../../src/topics/topics-file.ts';

const yaml = `topics:
  - name: Ferry cuts
    words: [ferry]
    hashtags: ["#SaveTheFerry"]
  - name: Counter fee
    examples:
      - Three euros to talk to a human.
    targets: [Harbour Bank]
`;

const none = { words: [], phrases: [], hashtags: [], examples: [], targets: [] };

function lineOf(content: string): string {
  try {
    givenTopics(content, 'topics.yaml');
  } catch (error) {
    if (error instanceof HearsayError) return `${error.exitCode} ${error.line}`;
    throw error;
  }
  return 'no error';
}

describe('topics are read', () => {
  const topics = [
    { ...none, name: 'Ferry cuts', words: ['ferry'], hashtags: ['#SaveTheFerry'] },
    {
      ...none,
      name: 'Counter fee',
      examples: ['Three euros to talk to a human.'],
      targets: ['Harbour Bank'],
    },
  ];

  test('from YAML, in order', () => expect(givenTopics(yaml, 'topics.yaml')).toEqual(topics));
  test('from JSON', () => expect(givenTopics(JSON.stringify({ topics }), 'topics.json')).toEqual(topics));
  test('from a bare list', () =>
    expect(givenTopics('- name: Ferry', 'f')).toEqual([{ ...none, name: 'Ferry' }]));
  test('with a byte order mark', () => expect(givenTopics(`\uFEFF${yaml}`, 'f')).toEqual(topics));
  test('as they were written', () => expect(givenTopics(topicsFile(topics), 'f')).toEqual(topics));
});

describe('what is wrong is said with its line', () => {
  test.each([
    ['', '2 topics.yaml: line 1: the file: expected a mapping with keys. Mend the topics file.'],
    ['topics: []', '2 topics.yaml: line 1: topics: must hold one topic or more. Mend the topics file.'],
    ['topics:\n  - words: [a]', '2 topics.yaml: line 2: topics[1].name: missing. Mend the topics file.'],
    [
      'topics:\n  - name: A\n  - name: B\n    words: ferry',
      '2 topics.yaml: line 4: topics[2].words: expected a list. Mend the topics file.',
    ],
    [
      '- name: A\n  words:\n    - ferry\n    - 7',
      '2 topics.yaml: line 4: topics[1].words[2]: expected text. Mend the topics file.',
    ],
    [
      'topics:\n  - name: A\n    word: [x]',
      '2 topics.yaml: line 3: topics[1].word: not a key of a topics file ' +
        '(known: name, words, phrases, hashtags, examples, targets, found). Mend the topics file.',
    ],
    [
      'topics:\n  - name: A\n  - name: a',
      '2 topics.yaml: line 3: topics[2].name: "a" is the name of topic 1 already. Mend the topics file.',
    ],
    [
      'topics:\n  - name: Other',
      '2 topics.yaml: line 2: topics[1].name: "other" is the rest. Mend the topics file.',
    ],
  ])('%j', (content, line) => {
    expect(lineOf(content)).toBe(line);
  });

  test('YAML that does not parse', () => {
    expect(lineOf('topics:\n  - name: "A\n')).toMatch(/^2 topics\.yaml: line 3: Missing closing "quote/u);
  });

  test('an alias bomb', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 10; i++)
      bomb.push(
        `${'b'.repeat(i)}: &${'b'.repeat(i)} [${Array(10)
          .fill(`*${i === 1 ? 'a' : 'b'.repeat(i - 1)}`)
          .join(',')}]`,
      );
    expect(lineOf(bomb.join('\n'))).toMatch(/^2 topics\.yaml: line 1: Excessive alias count/u);
  });
});
