import { describe, expect, test } from 'vitest';
import { groupedNames, nameKey, plainName, squeezed } from '../../src/topics/variants.ts';

describe('names of one are merged under the full form', () => {
  test.each([
    [['Kerrigan', 'Elspeth Kerrigan', 'Kerrigan’s'], 'Elspeth Kerrigan'],
    [['Sundline', 'Sundline Ferries'], 'Sundline Ferries'],
    [['U.S.', 'US', 'United States', 'the United States'], 'United States'],
    [['NordhafenBank', 'Nordhafen Bank'], 'Nordhafen Bank'],
    [['PESB', 'Port Ellery School Board'], 'Port Ellery School Board'],
    [['Luvanze’s government', 'Luvanze government'], 'Luvanze government'],
    [['Adebanjo-Clarke', 'Adebanjo Clarke', 'Funmi Adebanjo-Clarke'], 'Funmi Adebanjo-Clarke'],
    [['Norwegian government', "Norway's government"], "Norway's government"],
  ])('%s', (names, full) => {
    const groups = groupedNames(names.map((name) => ({ name, weight: 1 })));
    expect(groups.map(({ name }) => name)).toEqual([full]);
    expect(groups[0]!.weight).toBe(names.length);
  });
});

describe('names of two stay apart', () => {
  test.each([
    [['Mairi Strachan', 'Callum Strachan', 'Strachan'], 3],
    [['Norway', 'Norway Bank'], 2],
    [['United Farmers', 'United Fishers', 'United'], 3],
    [['Delmonde First', 'Delmonde Last', 'Delmonde'], 3],
  ])('%s', (names, count) => {
    expect(groupedNames(names.map((name) => ({ name, weight: 1 })))).toHaveLength(count);
  });
});

test('a full name met a hundred times is not short for a longer phrase that was met once', () => {
  const counts = [
    { name: 'Lena Brandt', weight: 100 },
    { name: 'Brandt', weight: 60 },
    { name: 'Case Against Lena Brandt', weight: 1 },
  ];
  expect(groupedNames(counts)[0]).toMatchObject({ name: 'Lena Brandt', weight: 160 });
});

test('a slip of the shift key makes no name in words', () => {
  const counts = [
    { name: 'Kerrigan', weight: 50 },
    { name: 'K Errigan', weight: 1 },
  ];
  expect(groupedNames(counts)[0]!.name).toBe('Kerrigan');
});

test('groups come heaviest first, whatever the order of the names', () => {
  const counts = [
    { name: 'Ferry Line', weight: 1 },
    { name: 'Harbour Board', weight: 3 },
    { name: 'Alda Moe', weight: 1 },
  ];
  const names = groupedNames(counts).map(({ name }) => name);
  expect(names).toEqual(['Harbour Board', 'Alda Moe', 'Ferry Line']);
  expect(groupedNames([...counts].reverse()).map(({ name }) => name)).toEqual(names);
});

test.each([
  ['the Sundline’s', 'Sundline'],
  ['US', 'United States'],
  ['us', 'us'],
  ['Us', 'Us'],
  ['Britain', 'United Kingdom'],
])('plain form of %s', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

test('keys leave case, marks and accents out', () => {
  expect(squeezed('Amir-Abdóllahian')).toBe('amirabdollahian');
  expect(nameKey('NordhafenBank')).toBe(nameKey('Nordhafen Bank’s'));
});
