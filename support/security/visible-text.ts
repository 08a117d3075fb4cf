/**
 * Returns what a person reads in an answer, page or data, without what changes from one answer to the next whatever is
 * asked: what was drawn, hours and counts.
 */
export function lastingText(answer: string): string {
  const text = /<html|<!doctype/i.test(answer) ? textOf(answer) : answer;
  return text
    .replace(/[\w.~+/=-]{16,}/g, '…')
    .replace(/\d+/g, '0')
    .replace(/\s+/g, ' ')
    .trim();
}

function textOf(html: string): string {
  return html
    .replace(/<(script|style|svg|template)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, ' ')
    .replace(/<[^>]*>/g, ' ');
}
