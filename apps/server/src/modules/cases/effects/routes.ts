import { ROUTES } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Api } from '../../../platform/api.ts';
import * as service from './service.ts';
import { writeEffects } from './sheet.ts';

/** What the reforms brought. @param law as it counts today */
export function registerEffects(api: Api, law: () => RuleSet): void {
  api.serve(ROUTES.getEffects, ({ query, today, scoped }) =>
    scoped((tx) => service.readEffects(tx, query, { today, law: law() })),
  );
  api.serve(ROUTES.exportEffects, async ({ query, today, scoped }) => {
    const { effects } = await scoped((tx) => service.readEffects(tx, query, { today, law: law() }));
    return writeEffects(effects);
  });
  api.serve(ROUTES.listEffectCases, ({ query, today, scoped }) =>
    scoped((tx) => service.listEffectCases(tx, query, { today })),
  );
}
