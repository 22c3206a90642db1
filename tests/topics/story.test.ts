import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleanHeading, storyTopic } from '../../src/topics/story.ts';

const digest = readFileSync(new URL('../../corpora/digest/digest.txt', import.meta.url), 'utf8');

function topicFrom(opening: string, next: string): string {
  const start = digest.indexOf(opening);
  const end = digest.indexOf(next, start);
  return storyTopic({ index: 1, start, end: end < 0 ? digest.length : end, heading: null }, digest);
}

describe('a story without a heading is named by its lead sentence', () => {
  test.each([
    ['Port Ellery will ban', 'Nordhafen Bank will charge', 'Port Ellery to ban smartphones'],
    ['Nordhafen Bank will charge', 'The government will move', 'Nordhafen Bank to charge customers'],
    ['The government will move', 'The Van Aersen Museum in', 'Kaluwe dam'],
    ['The Van Aersen Museum in', 'A sea otter that', 'Van Aersen Museum to return doors'],
  ])('%s…', (opening, next, topic) => {
    expect(topicFrom(opening, next)).toBe(topic);
  });

  test('a picture line and a dateline are no lead', () => {
    const text =
      'Crowds gather at the pier of Hallasay, May 3, 2025\n' +
      'HALLASAY, May 4 (Courier) - The council has closed the pier. The pier is rotten.';
    expect(storyTopic({ index: 0, start: 0, end: text.length, heading: null }, text)).toBe(
      'Council closes pier',
    );
  });

  test('words in order of weight where no sentence offers a name', () => {
    const text = 'Shame! Shame! Late again.';
    expect(storyTopic({ index: 0, start: 0, end: text.length, heading: null }, text)).toBe('Shame, late');
  });

  test('an empty story has a name too', () => {
    expect(storyTopic({ index: 0, start: 0, end: 0, heading: null }, '')).toBe('Untitled');
  });
});

describe('a heading is taken, cleaned', () => {
  test.each([
    ['Island Council Calls For Talks', 'Island Council Calls For Talks'],
    ['## Ferry cuts ##', 'Ferry cuts'],
    ['2. Ferry cuts', 'Ferry cuts'],
    ['BREAKING: Ferry cuts.', 'Ferry cuts'],
    ['“Ferry cuts”', 'Ferry cuts'],
    ['  Ferry \t cuts…', 'Ferry cuts…'],
    ['1962: the year of the ferry', '1962: the year of the ferry'],
  ])('%s', (heading, expected) => {
    expect(cleanHeading(heading)).toBe(expected);
    expect(storyTopic({ index: 0, start: 0, end: 0, heading }, '')).toBe(expected);
  });
});
