import { describe, expect, test } from 'vitest';
import { likeness, sketchOf } from '../../src/aggregate/minhash.ts';

const FIRST =
  'as a proud resident i say no to the wind farm our hills our birds our future sign the petition now';

/** The part of their pieces of four characters that two texts have in common, counted. */
function counted(a: string, b: string): number {
  const pieces = (text: string): Set<string> =>
    new Set(Array.from({ length: text.length - 3 }, (_, i) => text.slice(i, i + 4)));
  const [own, other] = [pieces(a), pieces(b)];
  const both = [...own].filter((piece) => other.has(piece)).length;
  return both / (own.size + other.size - both);
}

describe('a sketch tells how alike two texts are', () => {
  test.each([
    ['the same', FIRST],
    ['a word added', `${FIRST} please`],
    ['two words changed', FIRST.replace('proud', 'local').replace('future', 'children')],
    ['half of it', FIRST.slice(0, 50)],
    ['another text', 'does the bike lane go as far as the station or does it end at the bridge'],
  ])('%s', (_, second) => {
    expect(Math.abs(likeness(sketchOf(FIRST)!, sketchOf(second)!) - counted(FIRST, second))).toBeLessThan(
      0.2,
    );
  });

  test('in a script without spaces too', () => {
    const text = '私たちの丘に風力発電所はいりません未来の子どもたちのためにどうか署名をお願いします';
    expect(likeness(sketchOf(text)!, sketchOf(`${text}拡散希望`)!)).toBeGreaterThan(0.7);
  });

  test('and few words have none, since the one that differs may take the other side', () => {
    expect(sketchOf('the wind farm is a mistake')).toBeNull();
  });
});
