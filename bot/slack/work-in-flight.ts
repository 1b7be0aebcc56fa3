/** Counts what is being done, so that stopping can wait for it: Bolt's own `stop()` does not. */
export interface WorkInFlight {
  readonly count: number;
  /** Does the work and counts it until it ends, well or badly. */
  track<T>(work: () => Promise<T>): Promise<T>;
  /** Waits until nothing is left, at most this many milliseconds; gives how many are left. */
  drain(deadlineMs: number): Promise<number>;
}

export function createWorkInFlight(): WorkInFlight {
  const underWay = new Set<Promise<unknown>>();
  return {
    get count() {
      return underWay.size;
    },
    track(work) {
      const doing = work();
      underWay.add(doing);
      return doing.finally(() => underWay.delete(doing));
    },
    async drain(deadlineMs) {
      const deadline = Date.now() + deadlineMs;
      while (underWay.size > 0 && Date.now() < deadline) {
        await Promise.race([Promise.allSettled(underWay), passed(deadline - Date.now())]);
      }
      return underWay.size;
    },
  };
}

function passed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
