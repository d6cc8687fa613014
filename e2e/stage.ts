import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type APIRequestContext, type Browser, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { findBrowser } from '../scripts/browser.mjs';
import { startServer } from './server.ts';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** A running server and one browser. */
export interface Stage {
  readonly address: string;
  /**
   * A fresh visitor; a script error on the page fails the test that asked for it.
   * @param before sends requests of this visitor before the page opens
   */
  visit(
    path: string,
    size?: { width: number; height: number },
    before?: (request: APIRequestContext) => Promise<void>,
  ): Promise<Visitor>;
  close(): Promise<void>;
}

export interface Visitor {
  readonly page: Page;
  /** Everything the page asked the network for, as `METHOD path?query`. */
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

/**
 * On a data folder of its own, a copy of the snapshot.
 * @param settings of the server, besides those of every stage
 */
export async function openStage(settings: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const server = await startServer(inject('snapshot'), settings);
  return stageAt(server.address, () => server.stop());
}

/** On the server that all visitors share: for whoever signs in nowhere and leaves nothing behind. */
export function openVisitorStage(): Promise<Stage> {
  return stageAt(inject('visitorServer'), () => Promise.resolve());
}

/** On the server that the walks of several files share, each with projects of its own. */
export function openSharedStage(): Promise<Stage> {
  return stageAt(inject('sharedServer'), () => Promise.resolve());
}

async function stageAt(address: string, stopServer: () => Promise<void>): Promise<Stage> {
  const browser: Browser = await chromium.launch(await findBrowser());
  return {
    address,
    async visit(path, size = DESKTOP, before) {
      const context = await browser.newContext({ viewport: size, locale: 'zh-CN' });
      await before?.(context.request);
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
      await stopServer();
    },
  };
}

/** Half as long to read as what the builder takes by itself. */
const AXE = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What was looked at in this file: a page that shows the same parts again is sound again. */
const looked = new Set<string>();

/** No accessibility fault on the page as it stands, and nothing wider than the screen. */
export async function expectSound({ page, errors }: Visitor): Promise<void> {
  const parts = await partsOf(page);
  if (!looked.has(parts)) await expectNoViolation(page);
  looked.add(parts);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(errors).toEqual([]);
}

/** Address, width, and every kind of element that the page shows, with its role and class. */
async function partsOf(page: Page): Promise<string> {
  const { pathname } = new URL(page.url());
  const kinds = await page.evaluate(() => [
    innerWidth,
    document.documentElement.lang,
    ...new Set(
      [...document.body.querySelectorAll('*')].map((node) =>
        [node.tagName, node.getAttribute('role'), node.getAttribute('class')].join(' '),
      ),
    ),
  ]);
  return [pathname.replaceAll(/[0-9a-f-]{36}/g, ':id'), ...kinds].join('\n');
}

async function expectNoViolation(page: Page): Promise<void> {
  // The pages have no frames; without them one page is enough, and takes half as long.
  // Only what is wrong is gathered: what passes would take half of the time besides.
  // A page that was looked at before still has the means: bringing them takes longer than looking.
  const isKnown = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, axeSource: isKnown ? ';' : AXE });
  axe.options({ resultTypes: ['violations'] });
  const { violations } = await axe.setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
}
