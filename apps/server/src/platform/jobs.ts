/**
 * Something done again and again, whatever process does it. It must bear being run twice: a process
 * may die after the work and before it is noted.
 */
export interface Recurring {
  /** In small letters and hyphens. */
  readonly name: string;
  readonly seconds: number;
  readonly run: () => Promise<unknown>;
}

/** Things to work on, each named by an id; one that is added twice before its turn is done once. */
export interface WorkQueue {
  add(id: string): Promise<void>;
}

/** How a recurring task fares, over all processes of the database. */
export interface TaskState {
  readonly name: string;
  /** The end of the last run that went well; null for none. */
  readonly lastDone: Date | null;
  /** Failures in a row since then. */
  readonly failures: number;
  /** Not done for three times as long as it should be. */
  readonly late: boolean;
}

/**
 * Work beside the requests. On a server the processes of one database share it: one run at a time,
 * tried again after a failure, taken over from a process that died. A run that was missed while
 * nothing ran is made up for at the next start, once. What every process must do for itself is none
 * of this: that is `every`.
 */
export interface Jobs {
  /** To be called before `start`, as is `queue`. */
  recurring(task: Recurring): void;
  /** @param work hears by the signal that the program ends; what it leaves is to be added again */
  queue(name: string, work: (id: string, signal: AbortSignal) => Promise<void>): WorkQueue;
  start(): Promise<void>;
  /** Lets what is under way come to a good place. */
  stop(): Promise<void>;
  states(): Promise<readonly TaskState[]>;
}
