import { describe, expect, test } from 'vitest';
import { foundTargets } from '../../src/topics/found-targets.ts';

const ferry = [
  'Sundline Ferries is a joke',
  'Then Sundline cancelled the boat again',
  'I blame @SundlineFerries for this',
  'No boat today',
  'The last boat left early',
  'Another night on the pier',
];
const school = [
  'The phone ban is cruel',
  'A phone ban, finally',
  'I love the phone ban',
  'The ban will not last',
  'Ask the Harbour School Board about the ban',
  'My son talked at dinner',
];
const topics = [...ferry.map(() => 'Ferry'), ...school.map(() => 'Phones')];
const found = foundTargets([...ferry, ...school], topics);

test('each topic has its targets, what it is most about first', () => {
  expect(found.table.get('Ferry')?.[0]).toMatchObject({
    name: 'Sundline Ferries',
    kind: 'name',
    texts: 3,
    share: 0.5,
  });
  expect(found.table.get('Phones')?.[0]).toMatchObject({ name: 'phone ban', kind: 'concept' });
});

describe('a post is asked about', () => {
  test.each([
    ['Sundline lied', 'Ferry', ['Sundline Ferries']],
    ['Nobody told us anything', 'Ferry', ['Sundline Ferries']],
    ['He talked at dinner', 'Phones', ['phone ban']],
    ['This ban, and Sundline too', 'Phones', ['phone ban', 'Sundline Ferries']],
    ['Sundline, of all people', 'Phones', ['Sundline Ferries']],
    ['Sundline lied', 'other', ['Sundline Ferries']],
    ['Nobody told us anything', 'other', []],
    ['Nobody told us anything', null, []],
    ['😡😡', 'Ferry', []],
  ])('%s (%s): %j', (text, topic, targets) => {
    expect(found.targetsOf(text, topic)).toEqual(targets);
  });
});
