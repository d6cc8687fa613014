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

/** An address of a site, without the stroke at its end. Only on this computer may it go without TLS. */
export function readAddress(name: string, text: string, problems: Problem[]): string {
  if (text === '') return text;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url))) {
    return text.replace(/\/$/, '');
  }
  problems.push({
    zh: `${name}=${text} 应以 https:// 开头（只有本机地址可以用 http://）`,
    en: `${name}=${text} must begin with https:// (http:// only for this computer's own address)`,
  });
  return text;
}

export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.[\d.]+$/.test(hostname);
}
