/** The cell of a text → the words that the author wrote. The row keeps the cell as it is. */
import { textOfHtml } from '../formats/html-text.ts';

/** HTML read as text; `\n` of two characters read as line breaks, where the tool writes them so. */
export function writtenText(cell: string, writing: 'html' | 'escapes' | undefined): string {
  if (writing === 'html') return textOfHtml(cell);
  return writing === 'escapes' && cell.includes('\\')
    ? cell.replaceAll('\\r', '').replaceAll('\\n', '\n')
    : cell;
}
