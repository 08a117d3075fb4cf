import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './child.ts';

/** Allure's page calls its makers' audience counter: a report opens without network, and tells nobody. */
const COUNTER =
  /<script async src="https:\/\/www\.googletagmanager\.com[^>]*><\/script>\s*<script>\s*window\.dataLayer[\s\S]*?<\/script>/;

/** Makes Allure's page from its results; returns whether it is there. Its absence takes nothing from a verdict. */
export async function generateAllure(out: string): Promise<boolean> {
  const results = join(out, 'allure-resultats');
  if (!existsSync(results)) return false;
  const output: string[] = [];
  const args = ['generate', results, '--config', 'allurerc.mjs', '--output', join(out, 'allure')];
  const { code } = await runNode(['node_modules/allure/cli.js', ...args], {
    onOutput: (text) => output.push(text),
  });
  if (code === 0 && cutCounter(join(out, 'allure/index.html'))) return true;
  process.stderr.write(`\nLe rapport Allure n'a pas pu être produit :\n${output.join('')}\n`);
  return false;
}

/** A page from which the counter can't be cut, or that can't be written again, is not kept. */
function cutCounter(page: string): boolean {
  try {
    return hasNoCounter(page);
  } catch {
    rmSync(page, { force: true });
    return false;
  }
}

function hasNoCounter(page: string): boolean {
  const cut = readFileSync(page, 'utf8').replace(COUNTER, '');
  if (cut.includes('www.googletagmanager.com')) {
    rmSync(page);
    return false;
  }
  writeFileSync(page, cut);
  return true;
}
