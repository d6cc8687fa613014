import { completeCreditCode, ROLES, type DemoAccounts } from '@ludao/contracts';
import type { Page } from 'playwright-core';
import type { Stage, Visitor } from './stage.ts';
import { DESKTOP } from './stage.ts';

/**
 * Signed in as the demonstration's account of a role, at home. The page of signing in is walked in
 * register.spec.ts; here its request is sent without it.
 * @param account what its button begins with, a pattern
 */
export async function signInAs(stage: Stage, account: string, size = DESKTOP): Promise<Visitor> {
  const visitor = await stage.visit('/desk/', size, async (request) => {
    const listed = await request.get(`${stage.address}/api/demo-accounts`);
    const { accounts, password } = (await listed.json()) as DemoAccounts;
    const called = new RegExp(`^${account}`);
    const { name } = accounts.find(({ role }) => called.test(ROLES[role].zh))!;
    await request.post(`${stage.address}/api/session`, { data: { name, password } });
  });
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
