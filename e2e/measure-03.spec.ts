import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound, openVisitorStage, type Stage } from './stage.ts';
import { linkTo, reliefOf, verdictOf } from './wizard.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openVisitorStage();
});
afterAll(() => stage?.close());

const MILL = {
  industries: ['1752'],
  unstated: 'no',
  place: { park: 'demo-park-textile', facilities: [] },
  facts: {
    nature: 'new',
    building: 'industrial',
    'process.dyeing': true,
    'reform.within_park_eia': false,
    'reform.meets_standards': false,
  },
};

describe('measure 3: citing the park-wide EIA, as far as a screening goes', () => {
  it('shows what may be cited today, and refuses what is out of date with the reason', async () => {
    const link = linkTo({ project: MILL, jurisdiction: '330603', demo: true });
    const visitor = await stage.visit(`/answer${link}`);
    expect((await verdictOf(visitor)).level).toBe('REPORT');
    await expectSound(visitor);
    const relief = await reliefOf(visitor, 'cite_park_eia');
    expect(relief.state).toBe('applies');
    expect(relief.text).toContain('环境空气质量本底（2025年）');
    expect(relief.text).toContain('可以引用，有效期至 2028-05-10');
    expect(relief.text).toContain('土壤和地下水本底（2021年）的有效期已于 2024-04-02 届满');
    expect(relief.text).toContain('可以直接引用整体环评结论');
  });

  it('does not call a zoning list met that nobody has entered', async () => {
    const project = { ...MILL, industries: ['2926'], place: { park: 'demo-park-shangyu' } };
    const link = linkTo({ project, jurisdiction: '330604', demo: true });
    const visitor = await stage.visit(`/answer${link}`);
    await verdictOf(visitor);
    const relief = await reliefOf(visitor, 'cite_park_eia');
    expect(relief.state).toBe('open');
    expect(relief.text).toContain('没有录入，没有核对，不等于符合');
  });
});
