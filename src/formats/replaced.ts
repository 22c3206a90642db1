/** Text with one character replaced, however long it is. */

const PIECE = 64 * 1024;

/**
 * As `replaceAll`, whose result is a tree with leaves for every match, and fills gigabytes where there are millions
 * of them: long texts are joined from pieces.
 * @param sign one UTF-16 unit
 */
export function replaced(text: string, sign: string, by: string): string {
  if (text.length <= PIECE) return text.replaceAll(sign, by);
  const pieces: string[] = [];
  for (let from = 0; from < text.length; from += PIECE)
    pieces.push(
      text
        .slice(from, from + PIECE)
        .split(sign)
        .join(by),
    );
  return pieces.join('');
}
