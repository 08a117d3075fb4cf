/** Has an action wait for those that came before it. */
export type Turns = <T>(act: () => Promise<T>) => Promise<T>;

/** Returns what makes actions take turns, in the order in which they come; one that fails keeps nobody waiting. */
export function turns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
}
