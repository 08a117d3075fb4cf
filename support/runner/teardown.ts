import { chosenTarget } from './chosen.ts';
import { endOnce } from './once.ts';

/** Playwright calls this once, in the process that started the workers, when they have all ended; it says what fails. */
export default async function teardown(): Promise<void> {
  await endOnce(await chosenTarget());
}
