/** Cells made safe for a spreadsheet; the page's script uses it too. */

/**
 * The cell as a spreadsheet may open it: text that would run as a formula (OWASP: it begins with `=`, `+`,
 * `-`, `@`, a tab or CR, also behind spaces or a quote) gets an apostrophe before it. Plain numbers stay.
 */
export function spreadsheetSafe(cell: string): string {
  if (!/^[\s'"\u0000\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell)) return cell;
  return /^[+-]?\d+(\.\d+)?$/.test(cell) ? cell : `'${cell}`;
}
