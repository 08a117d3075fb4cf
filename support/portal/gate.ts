/** How long a gate waits for those who never come, in milliseconds. */
const PATIENCE_MS = 2_000;

/** Lets all pass at once, when the last has come. */
export class Gate {
  private missing: number;
  private readonly opened = Promise.withResolvers<void>();
  private readonly patience: NodeJS.Timeout;

  constructor(expected: number) {
    this.missing = expected;
    this.patience = setTimeout(() => this.opened.resolve(), PATIENCE_MS);
  }

  /** Comes to the gate; resolves when it opens. */
  async pass(): Promise<void> {
    this.missing -= 1;
    if (this.missing <= 0) this.opened.resolve();
    await this.opened.promise;
    clearTimeout(this.patience);
  }
}
