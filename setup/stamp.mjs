import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What was learnt about a browser the day it was tried.
 * @typedef {object} BrowserMemory
 * @property {string} file what the file was then: another date or size means it must be tried again
 * @property {boolean} starts
 * @property {string} [version]
 */

/**
 * What the set-up remembers from one start to the next, so that the next costs nothing.
 * @typedef {object} Stamp
 * @property {string} [dependencies] digest of what was installed; absent when an installation did not end
 * @property {Record<string, BrowserMemory>} browsers by path
 */

/**
 * Kept in node_modules, which is where it stops being true: it goes when they go.
 * @param {string} root
 */
export function stampPath(root) {
  return join(root, 'node_modules', '.diapason-setup');
}

/**
 * @param {string} root
 * @returns {Stamp}
 */
export function readStamp(root) {
  try {
    const stamp = JSON.parse(readFileSync(stampPath(root), 'utf8'));
    return { ...stamp, browsers: stamp.browsers ?? {} };
  } catch {
    return { browsers: {} };
  }
}

/**
 * Written whole or not at all. Read-only node_modules (a container image) only cost the memory.
 * @param {string} root
 * @param {Stamp} stamp
 */
export function writeStamp(root, stamp) {
  const draft = `${stampPath(root)}.${process.pid}`;
  try {
    writeFileSync(draft, `${JSON.stringify(stamp, undefined, 2)}\n`);
    renameSync(draft, stampPath(root));
  } catch {
    rmSync(draft, { force: true });
  }
}

/** @param {string} root */
export function removeStamp(root) {
  rmSync(stampPath(root), { force: true });
}
