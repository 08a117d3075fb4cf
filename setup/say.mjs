// What the set-up tells people: French typography and the one error that means "this can't be had".

/** A thing that can't be had: said in French with the way to get it, then exit code 3. */
export class SetupFailure extends Error {
  /**
   * @param {string} message what is missing and what to do
   * @param {string} [details] raw output of a tool, shown as it came
   */
  constructor(message, details = '') {
    super(message);
    this.name = 'SetupFailure';
    this.details = details;
  }
}

/**
 * Puts the no-break spaces French asks for, so that sources keep plain ones.
 * @param {string} text
 */
export function typeset(text) {
  return text
    .replace(/« /g, '«\u00a0')
    .replace(/ ([:»])/g, '\u00a0$1')
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/(\d) (s|min)\b/g, '$1\u00a0$2');
}

/**
 * A sentence about an error of any kind, without its stack.
 * @param {unknown} error
 */
export function sentence(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * A duration as people read it: tenths below ten seconds, none above.
 * @param {number} seconds
 */
export function duration(seconds) {
  const shown = seconds < 9.95 ? seconds.toFixed(1).replace('.', ',') : String(Math.round(seconds));
  return `${shown} s`;
}

/**
 * The last lines a tool wrote: where npm, apt and Playwright put the reason.
 * @param {string} output
 * @param {number} [count]
 */
export function lastLines(output, count = 8) {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.slice(-count).join('\n');
}
