/** A process of the campaign: loads the suite once, then plays it on one subject after another, as it is asked. */
import { catalogueNow } from './catalogue-now.ts';
import type { Job, Word } from './job.ts';
import { Player } from './player.ts';

// The campaign hangs up when it ends, and when it dies: neither may leave a browser behind.
const hungUp = new Promise<void>((resolve) => process.once('disconnect', resolve));
const player = await Player.ready(catalogueNow());

process.on('message', async (job: Job) => {
  const diagnosis = await player.diagnose(job, () => say({ kind: 'alive' }));
  say({ kind: 'diagnosis', diagnosis });
});
say({ kind: 'ready' });

await hungUp;
await player.close();
process.exit();

function say(word: Word): void {
  if (process.connected) process.send?.(word);
}
