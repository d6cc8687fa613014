import { EffectCases, EffectCasesQuery, ReformEffects, EffectsQuery } from '../cases/index.ts';
import { XlsxFile } from '../register.ts';
import { route } from '../route.ts';

const access = { action: 'export', resource: 'eia_case' } as const;
const tag = 'cases';

/** What the reforms of measures 1 to 5 brought: counted from the cases, never kept apart. */
export const REFORM_EFFECT_ROUTES = {
  getEffects: route({
    method: 'GET',
    url: '/api/reform-effects',
    summary: 'Projects helped and levels lowered, per relief, area and month',
    tag,
    access,
    query: EffectsQuery,
    response: ReformEffects,
  }),
  exportEffects: route({
    method: 'GET',
    url: '/api/reform-effects/export',
    summary: 'The same table as an Excel workbook',
    tag,
    access,
    query: EffectsQuery,
    response: XlsxFile,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  listEffectCases: route({
    method: 'GET',
    url: '/api/reform-effects/cases',
    summary: 'The cases behind a figure',
    tag,
    access,
    query: EffectCasesQuery,
    response: EffectCases,
  }),
} as const;
