/**
 * One record after RFC 4180. A field that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV
 * injection"): what people wrote stands in these files.
 */
export function csvRow(fields: readonly string[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
