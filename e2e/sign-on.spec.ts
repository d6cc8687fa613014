import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  openTestProvider,
  TEST_CLIENT,
  type TestProvider,
} from '../apps/server/src/modules/organisations/testing.ts';
import { arriveAt, chooseAccount, signInAs } from './desk.ts';
import { expectSound, openStage, PHONE, type Stage } from './stage.ts';

const PASSWORD = 'yanshi-2026';
let stage: Stage;
let provider: TestProvider;
const folder = mkdtempSync(join(tmpdir(), 'ludao-e2e-sign-on-'));
beforeAll(async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  provider = await openTestProvider(address);
  writeFileSync(join(folder, 'secret'), TEST_CLIENT.secret);
  stage = await openStage({
    PORT: String(port),
    LUDAO_URL: address,
    LUDAO_OIDC_ISSUER: provider.issuer,
    LUDAO_OIDC_CLIENT: TEST_CLIENT.id,
    LUDAO_OIDC_SECRET_FILE: join(folder, 'secret'),
    LUDAO_OIDC_LINK_BY: 'number',
    LUDAO_OIDC_TITLE: '演示政务通',
  });
});
afterAll(async () => {
  await stage?.close();
  await provider?.shut();
  rmSync(folder, { recursive: true });
});

/** Known before the server starts, because the provider must know where to send people back. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe("an office's own sign-on", () => {
  it('is linked once by an officer, opens the desk from then on, and is left with a word about the other system', async () => {
    provider.next({ subject: 'officer' });
    const visitor = await signInAs(stage, '审批人员');
    const { page } = visitor;
    await page.getByRole('link', { name: '我的统一认证' }).click();
    await arriveAt(visitor, '统一认证');
    await page.getByLabel('先输入本平台的登录密码').fill(PASSWORD);
    await page.getByRole('button', { name: '去关联' }).click();
    await page.getByText('关联成功').waitFor();
    await page.getByRole('heading', { name: '已关联演示政务通' }).waitFor();
    await expectSound(visitor);
    await page.getByRole('button', { name: '退出登录' }).click();

    await page.goto(`${stage.address}/desk/sign-in?to=/parks`);
    await page.getByRole('link', { name: '用演示政务通登录' }).click();
    await page.waitForURL('**/desk/parks');
    await arriveAt(visitor, '园区');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('link', { name: '退出演示政务通' }).waitFor();
    await expectSound(visitor);
    await page.context().close();
  });

  it('tells somebody without an account whom to ask, on a phone', async () => {
    provider.next({ subject: 'stranger' });
    const visitor = await stage.visit('/desk/sign-in', PHONE);
    const { page } = visitor;
    await page.getByRole('link', { name: '用演示政务通登录' }).click();
    await page.getByText('请联系平台的系统管理员登记关联').waitFor();
    await expectSound(visitor);
    await page.context().close();

    provider.next(null);
    const other = await stage.visit('/desk/sign-in', PHONE);
    await other.page.getByRole('link', { name: '用演示政务通登录' }).click();
    await other.page.getByText('您取消了登录').waitFor();
    await other.page.context().close();
  });

  it('is prepared by the system officer with a staff number, and ended', async () => {
    const visitor = await stage.visit('/desk/sign-in');
    const { page } = visitor;
    await chooseAccount(page, '系统管理员');
    await page.getByLabel('先确认是您本人').fill(PASSWORD);
    await page.getByRole('button', { name: '下一步' }).click();
    const shown = await page.locator('.secret code').innerText();
    const secret = Secret.fromBase32(shown.replaceAll(/\s/g, ''));
    await page.getByLabel('输入验证器显示的 6 位数字').fill(new TOTP({ secret }).generate());
    await page.getByRole('button', { name: '确认并启用' }).click();
    await page.getByRole('link', { name: '统一认证关联' }).click();
    await arriveAt(visitor, '统一认证关联');
    await page.getByLabel('按姓名、机构、用户名或工号查找').fill('zhifa');
    await page.getByText('共 1 条').waitFor();
    await page.getByRole('button', { name: '登记工号' }).click();
    await page.getByLabel('演示执法人员的工号').fill('KQ-018');
    await expectSound(visitor);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('工号已保存').waitFor();

    provider.next({ subject: 'inspector', claims: { employee_number: 'KQ-018' } });
    const inspector = await stage.visit('/desk/sign-in');
    await inspector.page.getByRole('link', { name: '用演示政务通登录' }).click();
    await inspector.page.getByText('演示执法人员').first().waitFor();

    await page.reload();
    await page.getByText('按登记信息关联').waitFor();
    await page.getByRole('button', { name: '解除关联' }).click();
    await page.getByText('的会话会立即结束').waitFor();
    await page.getByRole('button', { name: '解除关联' }).click();
    await page.getByText('关联已解除').waitFor();
    await inspector.page.goto(`${stage.address}/desk/parks`);
    await inspector.page.getByRole('link', { name: '用演示政务通登录' }).waitFor();
    for (const each of [page, inspector.page]) await each.context().close();
  });
});
