/** Environment variables; an empty one counts as not set. */
export type Env = Readonly<Record<string, string | undefined>>;

/** What is wrong with one setting. */
export interface Problem {
  readonly zh: string;
  readonly en: string;
}

/** One of a few words; the first where the variable is not set. */
export function wordOf<const T extends string>(
  env: Env,
  name: string,
  known: readonly [T, ...T[]],
  problems: Problem[],
): T {
  const text = env[name] || known[0];
  const word = known.find((one) => one === text);
  if (word !== undefined) return word;
  problems.push({
    zh: `${name}=${text} 应为 ${known.join('、')} 之一`,
    en: `${name}=${text} must be one of ${known.join(', ')}`,
  });
  return known[0];
}
