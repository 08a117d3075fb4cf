import type { Diagnosis } from '../../reports/power/diagnosis.ts';
import type { Job } from './job.ts';
import { Lane, type LaneOptions } from './lane.ts';

export interface CampaignOptions extends LaneOptions {
  /** Processes at work at once. */
  readonly workers: number;
  /** Called with each diagnosis as it comes. */
  readonly onDiagnosis: (diagnosis: Diagnosis) => void;
  /** Stops the campaign: what was under way is not judged. */
  readonly signal: AbortSignal;
}

/**
 * Plays the jobs, as many at once as there are processes; each takes the next one when it is free.
 * @throws HarnessSetupError when a process can't start
 */
export async function campaign(jobs: readonly Job[], options: CampaignOptions): Promise<void> {
  const queue = [...jobs];
  const lanes = Array.from({ length: Math.min(options.workers, jobs.length) }, () => new Lane(options));
  const broken = new AbortController();
  const signal = AbortSignal.any([options.signal, broken.signal]);
  const hangUp = async (): Promise<void> => void (await Promise.all(lanes.map((lane) => lane.close())));
  options.signal.addEventListener('abort', hangUp, { once: true });
  try {
    await Promise.all(
      lanes.map((lane) =>
        work(lane, queue, { ...options, signal }).catch((error: unknown) => {
          // The others are not to go on with what is left, nor to be judged by how they were stopped.
          broken.abort();
          throw error;
        }),
      ),
    );
  } catch (error) {
    // A process that is stopped as it starts has not failed to.
    if (!options.signal.aborted) throw error;
  } finally {
    options.signal.removeEventListener('abort', hangUp);
    await hangUp();
  }
}

async function work(lane: Lane, queue: Job[], { onDiagnosis, signal }: CampaignOptions): Promise<void> {
  for (let job = queue.shift(); job !== undefined && !signal.aborted; job = queue.shift()) {
    const diagnosis = await lane.play(job);
    if (!signal.aborted) onDiagnosis(diagnosis);
  }
}
