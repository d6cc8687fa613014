import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from '../scripts/browser.mjs';

const MAIN = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** A running server on a data folder of its own, and one browser. */
export interface Stage {
  readonly address: string;
  /** A fresh visitor; a script error on the page fails the test that asked for it. */
  visit(path: string, size?: { width: number; height: number }): Promise<Visitor>;
  close(): Promise<void>;
}

export interface Visitor {
  readonly page: Page;
  /** Everything the page asked the network for, as `METHOD path?query`. */
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

export async function openStage(): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ludao-e2e-'));
  const server = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], PORT: '0', LUDAO_DATA: dataDir, LUDAO_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(server);
  const found = await findBrowser();
  const browser: Browser = await chromium.launch(found);
  return {
    address,
    async visit(path, size = DESKTOP) {
      const context = await browser.newContext({ viewport: size, locale: 'zh-CN' });
      const page = await context.newPage();
      const requests: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url());
        requests.push(`${request.method()} ${pathname}${search}`);
      });
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(`${address}${path}`);
      return { page, requests, errors };
    },
    async close() {
      await browser.close();
      server.kill('SIGTERM');
      await once(server, 'exit');
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function addressOf(server: ChildProcess): Promise<string> {
  let printed = '';
  for await (const data of server.stdout!) {
    printed += String(data);
    const address = /→ (http\S+)/.exec(printed)?.[1];
    if (address) return address;
  }
  throw new Error(`the server did not start: ${printed}`);
}

/** No accessibility fault on the page as it stands, and nothing wider than the screen. */
export async function expectSound({ page, errors }: Visitor): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(errors).toEqual([]);
}
