/** One way of doing the job. */
export interface Contender {
  readonly id: string;
  readonly label: string;
  /** How many cases it goes through before it starts over; slow ones take fewer. */
  readonly cases: number;
  /** Cases between two looks at the clock. */
  readonly batch: number;
  /** Does cases `from` … `to - 1` and returns the sum of their results, which the gate compares. */
  pass(from: number, to: number): number | Promise<number>;
}

export interface Timing {
  readonly warmUps: number;
  readonly rounds: number;
  readonly secondsPerRound: number;
}

/** Median cases per second of each contender, and every timed round for the record. */
export type Rates = ReadonlyMap<string, { readonly median: number; readonly rounds: number[] }>;

/**
 * Runs all contenders in every round, beginning with another one each time, so that a slow
 * moment of the machine meets them all alike. Compare within one result, never between two.
 */
export async function timeRounds(
  contenders: readonly Contender[],
  timing: Timing,
  onRound: (round: number) => void = () => {},
): Promise<Rates> {
  const rates = new Map(contenders.map(({ id }) => [id, { median: 0, rounds: [] as number[] }]));
  // A slow one goes on where it stopped, so that over the rounds it meets as many cases as it can.
  const places = new Map<Contender, number>();
  for (let round = 0; round < timing.warmUps + timing.rounds; round++) {
    onRound(round);
    for (let turn = 0; turn < contenders.length; turn++) {
      const contender = contenders[(round + turn) % contenders.length]!;
      // Taking turns is the point: two at once would measure neither.
      const { rate, place } = await timeOnce(
        contender,
        places.get(contender) ?? 0,
        timing.secondsPerRound,
      );
      places.set(contender, place);
      if (round >= timing.warmUps) rates.get(contender.id)!.rounds.push(rate);
    }
  }
  for (const entry of rates.values()) entry.median = medianOf(entry.rounds);
  return rates;
}

async function timeOnce(
  contender: Contender,
  place: number,
  seconds: number,
): Promise<{ rate: number; place: number }> {
  const { cases, batch } = contender;
  const started = performance.now();
  let at = place;
  let done = 0;
  let elapsed = 0;
  do {
    const to = Math.min(at + batch, cases);
    const sum = contender.pass(at, to);
    if (typeof sum !== 'number') await sum;
    done += to - at;
    at = to === cases ? 0 : to;
    elapsed = performance.now() - started;
  } while (elapsed < seconds * 1000);
  return { rate: (done / elapsed) * 1000, place: at };
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}
