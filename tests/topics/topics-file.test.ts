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
  test('with words as they are written, also those that are numbers or truth elsewhere', () =>
    expect(givenTopics('- name: 2024\n  words: [no, on, 42, 3.50, ~]\n  phrases:', 'f')).toEqual([
      { ...none, name: '2024', words: ['no', 'on', '42', '3.50', '~'] },
    ]));
  test('with a byte order mark', () => expect(givenTopics(`\uFEFF${yaml}`, 'f')).toEqual(topics));
  test('as they were written', () => expect(givenTopics(topicsFile(topics), 'f')).toEqual(topics));
});

const begin = 'Begin it with "topics:" and a list, as `hearsay topics EXPORT -o topics.yaml` writes one.';

describe('what is wrong is said with its line and what to write instead', () => {
  test.each([
    ['', `line 1: the file: expected a mapping with keys. ${begin}`],
    ['topics: []', `line 1: topics: must hold one topic or more. ${begin}`],
    [
      'topics:\n  Ferry:\n    words: [a]',
      'line 2: topics: expected a list. Begin each topic with "- name:".',
    ],
    ['topics:\n  - words: [a]', 'line 2: topics[1].name: missing. Give it a name.'],
    [
      'topics:\n  - name: A\n  - name: B\n    words: ferry',
      'line 4: topics[2].words: expected a list. Write a list: words: [one, two].',
    ],
    [
      '- name: A\n  words:\n    - ferry\n    - [7]',
      'line 4: topics[1].words[2]: expected text. Put it in quotation marks.',
    ],
    ['topics:\n  - Name: A', 'line 2: topics[1].Name: not a key of a topics file. Write "name" instead.'],
    [
      'topics:\n  - name: A\n    color: red',
      'line 3: topics[1].color: not a key of a topics file. ' +
        'Use one of name, words, phrases, hashtags, examples, targets, found, or take it out.',
    ],
    ['topic:\n  - name: A', 'line 2: topic: not a key of a topics file. Write "topics" instead.'],
    [
      'topics:\n  - name: A\n  - name: a',
      'line 3: topics[2].name: "a" is the name of topic 1 already. Give it another name.',
    ],
    ['topics:\n  - name: Other', 'line 2: topics[1].name: "other" is the rest. Give it another name.'],
    [
      'topics:\n  - name: A\n---\ntopics: []',
      'line 3: a second document begins here. Take out the line with ---.',
    ],
    [
      '- name: Ferry: cuts',
      'line 1: Nested mappings are not allowed in compact mappings. Put text with a colon in quotation marks.',
    ],
  ])('%j', (content, line) => {
    expect(lineOf(content)).toBe(`2 topics.yaml: ${line}`);
  });

  test('YAML that does not parse', () => {
    expect(lineOf('topics:\n  - name: "A\n')).toMatch(/^2 topics\.yaml: line 3: Missing closing "quote/u);
  });

  test('a hashtag that YAML takes for a comment', () => {
    expect(lineOf('- name: A\n  hashtags: [#Save, #Ferry]')).toMatch(
      /^2 topics\.yaml: line 2: .+ Put hashtags in quotation marks, or leave out their #\.$/u,
    );
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
