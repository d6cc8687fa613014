import { completeCreditCode } from '@ludao/contracts';
import type { Page } from 'playwright-core';
import type { Stage, Visitor } from './stage.ts';
import { DESKTOP } from './stage.ts';

/** The organisation and role that a demonstration's account stands for, as its button says. */
export async function signInAs(stage: Stage, account: string, size = DESKTOP): Promise<Visitor> {
  const visitor = await stage.visit('/desk/sign-in', size);
  await chooseAccount(visitor.page, account);
  await visitor.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await visitor.page.locator('h1').waitFor();
  return visitor;
}

/** One click on an account fills in its name and password; the second signs in. */
export async function chooseAccount(page: Page, account: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${account}`) }).click();
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** A code that passes the check and belongs to nobody. */
export function aCreditCode(number: number): string {
  return completeCreditCode(`91330603E2E${String(number).padStart(6, '0')}`);
}

/** The heading of the desk's page at hand, once it is there. */
export async function arriveAt({ page }: Visitor, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
