import { expect } from 'vitest';
import { expectSound, type Visitor } from './stage.ts';

/** Types a word and takes the class of that code from what is offered. */
export async function chooseIndustry({ page }: Visitor, word: string, code: string): Promise<void> {
  await page.getByRole('combobox').fill(word);
  await page.getByRole('option').filter({ hasText: code }).first().click();
}

/** Says what holds on the page at hand; what is not named is "none", "not used", "more than that". */
export interface Saying {
  /** Labels of ticks and options to click. */
  readonly choose?: readonly (string | RegExp)[];
  /** An option for one question: its legend, then the option. */
  readonly at?: readonly (readonly [legend: RegExp, option: RegExp])[];
  /** The park to choose on the first page, by its name. */
  readonly park?: string;
  /** A figure for one amount: its legend, then the figure. */
  readonly amounts?: readonly (readonly [legend: RegExp, figure: string])[];
  /** Questions to answer with "I don't know", by their legend. */
  readonly unsure?: readonly (string | RegExp)[];
}

const QUIET = [/^新建$/, /^工业建筑/, /^不用（0）$/, /^不止这些$/, /^(以上|其余)都没有$/];

/**
 * Answers page after page until the answer stands, checking each page; returns the headings.
 * Every question gets an answer of its own: the quiet one unless `saying` says otherwise.
 */
export async function answerAll(visitor: Visitor, saying: Saying = {}): Promise<string[]> {
  const { page } = visitor;
  const headings: string[] = [];
  await page.getByRole('button', { name: '开始' }).click();
  while (!(await atAnswer(visitor))) {
    const heading = (await page.getByRole('heading', { level: 1 }).textContent())!;
    expect(headings).not.toContain(heading);
    headings.push(heading);
    await expectSound(visitor);
    await answerPage(visitor, saying);
    await page.getByRole('button', { name: /下一步/ }).click();
    await page.waitForFunction(
      (before) => document.querySelector('h1')?.textContent !== before,
      heading,
      { timeout: 10_000 },
    );
  }
  await expectSound(visitor);
  return headings;
}

async function atAnswer({ page }: Visitor): Promise<boolean> {
  await page.waitForSelector('form h1, .verdict h1');
  return (await page.locator('.verdict h1').count()) > 0;
}

/** Ticks first, because a tick can open another question; then every group of options. */
async function answerPage({ page }: Visitor, saying: Saying): Promise<void> {
  const park = page.getByLabel('在哪个小微企业园区');
  if (saying.park && (await park.count()) > 0) await park.selectOption({ label: saying.park });
  for (const label of saying.choose ?? []) {
    const tick = page.getByRole('checkbox', { name: label });
    if ((await tick.count()) > 0) await tick.first().check();
  }
  const groups = page.locator('fieldset:not(.ticks)');
  for (let at = 0; at < (await groups.count()); at++) {
    const group = groups.nth(at);
    const legend = (await group.locator('legend').textContent()) ?? '';
    const unsure = (saying.unsure ?? []).some((name) => legend.match(name));
    const own = (saying.at ?? []).filter(([name]) => name.test(legend)).map(([, option]) => option);
    const figure = (saying.amounts ?? []).find(([name]) => name.test(legend));
    if (figure) {
      await group.getByRole('radio', { name: '填数字' }).check();
      await page.getByLabel(/^数量/).last().fill(figure[1]);
      continue;
    }
    const wanted = unsure ? [/^不清楚$/] : [...own, ...(saying.choose ?? []), ...QUIET];
    for (const name of wanted) {
      const option = group.getByRole('radio', { name });
      if ((await option.count()) === 0) continue;
      await option.first().check();
      break;
    }
  }
}

export async function verdictOf({ page }: Visitor): Promise<{ level: string; status: string }> {
  const heading = page.locator('.verdict h1');
  await heading.waitFor();
  return {
    level: (await heading.getAttribute('data-level')) ?? '',
    status: (await heading.getAttribute('data-status')) ?? '',
  };
}

/** What the answer says of one relief. */
export async function reliefOf(
  { page }: Visitor,
  relief: string,
): Promise<{ state: string; text: string }> {
  const entry = page.locator(`[data-relief="${relief}"]`).first();
  await entry.waitFor();
  return { state: (await entry.getAttribute('data-state')) ?? '', text: await entry.innerText() };
}

/** The fragment of a link that holds a project, as the page itself writes it. */
export function linkTo(screening: {
  readonly project: unknown;
  readonly on?: string;
  readonly answered?: unknown;
  readonly jurisdiction?: string;
  readonly demo?: boolean;
}): string {
  const { project, on = '2026-11-23', answered, jurisdiction = '330603', demo } = screening;
  const value = { v: 1, project, on, jurisdiction, asked: [], answered, demo };
  return `#${Buffer.from(JSON.stringify(value)).toString('base64url')}`;
}
