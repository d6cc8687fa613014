import { chromium } from 'playwright-core';
import { adoptDirectEntry } from './apps/server/src/modules/parks/testing.ts';
const base = 'http://localhost:4391';
const out = '/tmp/b/parkeia-shots';
async function api(name: string) {
  let cookie = '';
  const send = async (method: string, url: string, body?: unknown) => {
    const r = await fetch(base + url, { method, headers: { cookie, ...(body !== undefined && { 'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }) }, ...(body !== undefined && { body: body instanceof Uint8Array ? body : JSON.stringify(body) }) });
    for (const c of r.headers.getSetCookie()) cookie = c.split(';')[0]!;
    const text = await r.text();
    return { statusCode: r.status, body: text, json: <T>() => JSON.parse(text) as T };
  };
  await send('POST', '/api/session', { name, password: 'yanshi-2026' });
  return { get: (u: string) => send('GET', u), post: (u: string, b: unknown) => send('POST', u, b), upload: (u: string, b: Uint8Array) => send('POST', u, b) } as any;
}
const step = process.argv[2] ?? 'all';
const officer = await api('shenpi'); const head = await api('fenju'); const owner = await api('qiye');
if (step === 'all') {
  await adoptDirectEntry(officer, head).catch((e: unknown) => console.log('adopt', String(e).slice(0, 300)));
  const eias = (await officer.get('/api/park-eias')).json();
  console.log(eias.rows);
  const eia = eias.rows[0];
  const full = (await officer.get(`/api/park-eias/${eia.id}`)).json();
  console.log(full.permit, full.allowance?.map((l: any) => [l.item, l.total, l.permitted, l.drawn, l.left]));
  const listed = await officer.post(`/api/park-eias/${eia.id}/listing`, { version: full.version });
  console.log('list', listed.statusCode, listed.body.slice(0, 200));
  const entries = (await head.get('/api/rulebook/entries?state=SUBMITTED')).json();
  for (const e of entries.rows) { const d = await head.post(`/api/rulebook/entries/${e.id}/decision`, { decision: 'approve' }); console.log(e.topic, d.statusCode, d.body.slice(0,200)); }
}
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
async function desk(name: string, size: { width: number; height: number }) {
  const ctx = await browser.newContext({ viewport: size, locale: 'zh-CN' });
  const page = await ctx.newPage();
  page.on('pageerror', (e) => console.log('PAGEERROR', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text().slice(0, 300)));
  await page.goto(base + '/desk/sign-in');
  const r = await page.request.post(base + '/api/session', { data: { name, password: 'yanshi-2026' } });
  if (!r.ok()) console.log('signin', r.status());
  return page;
}
const shot = async (page: any, name: string) => { await page.waitForTimeout(700); await page.screenshot({ path: `${out}/${name}.png`, fullPage: true }); const o = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth); if (o > 0) console.log(name, 'overflow', o); };
for (const [tag, size] of [['1280', { width: 1280, height: 900 }], ['360', { width: 360, height: 740 }]] as const) {
  if (step === 'all' || step === 'manager') {
    const m = await desk('yuanqu', size);
    await m.goto(base + '/desk/park-eias'); await m.locator('h1').waitFor(); await shot(m, `m-list-${tag}`);
    const id = (await officer.get('/api/park-eias?state=IN_FORCE')).json().rows[0].id;
    await m.goto(base + `/desk/park-eias/${id}`); await m.locator('#allowance').waitFor(); await m.locator('details summary').first().click().catch(() => {}); await shot(m, `m-eia-${tag}`);
    await m.goto(base + '/desk/park-eias/new'); await m.locator('#title').waitFor(); await shot(m, `m-new-${tag}`);
    await m.context().close();
  }
  if (step === 'all' || step === 'owner') {
    const o = await desk('qiye', size);
    await o.goto(base + '/desk/admissions/new'); await o.locator('.steps-done').waitFor(); await shot(o, `o-1-${tag}`);
    const next = o.getByRole('button', { name: '下一步：说说项目' });
    if (await next.count()) {
      await next.click(); await o.waitForTimeout(1500); await shot(o, `o-2-${tag}`);
      const enough = o.getByRole('button', { name: /情况说完了|下一步：填排放量/ });
      await enough.first().click(); await o.locator('#representative').waitFor();
      await o.locator('#amount-COD').fill('99999'); await o.locator('#amount-water').fill('10');
      await o.locator('#representative').fill('演示代表'); await o.locator('#committed').check(); await shot(o, `o-3-${tag}`);
      await o.getByRole('button', { name: '提交申请' }).click(); await o.locator('.checks').waitFor(); await shot(o, `o-4-${tag}`);
    }
    await o.context().close();
  }
}
await browser.close();
