import { selectors } from '@playwright/test';
import { ENGINE_NAME, engineSource } from '../portal/in-page/engine.ts';

let registered: Promise<void> | undefined;

/** Registers the selector engine that finds fields by the guide's names; once for each process. */
export function registerEngine(): Promise<void> {
  registered ??= selectors.register(ENGINE_NAME, { content: engineSource() }, { contentScript: true });
  return registered;
}
