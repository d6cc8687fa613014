import {
  RetrofitCheckStep,
  RetrofitList,
  RetrofitQuery,
  RetrofitStep,
  RetrofitView,
  RetrofitVoiding,
} from '../cases/index.ts';
import { ById, XLSX, XlsxFile } from '../register.ts';
import { route } from '../route.ts';

const reads = { action: 'read', resource: 'eia_case' } as const;
const tag = 'cases';

/** Retrofits without new land: their declaration, their register, their after-checks. */
export const RETROFIT_ROUTES = {
  getRetrofit: route({
    method: 'GET',
    url: '/api/cases/:id/retrofit',
    summary: 'The declaration of a retrofit, and what it comes to',
    tag,
    access: reads,
    params: ById,
    response: RetrofitView,
  }),
  takeRetrofitStep: route({
    method: 'POST',
    url: '/api/cases/:id/retrofit',
    summary: 'Fills in the declaration, declares, enters the official number or the changed permit',
    tag,
    access: { action: 'update', resource: 'eia_case' },
    params: ById,
    body: RetrofitStep,
    response: RetrofitView,
  }),
  voidRetrofit: route({
    method: 'POST',
    url: '/api/cases/:id/retrofit/voiding',
    summary: 'Declares it void after a check found it not as declared: the exemption falls',
    tag,
    access: { action: 'sign', resource: 'eia_case' },
    params: ById,
    body: RetrofitVoiding,
    response: RetrofitView,
  }),
  checkRetrofit: route({
    method: 'POST',
    url: '/api/cases/:id/retrofit/check',
    summary: 'Draws an exempt retrofit for the after-check, or enters what the check found',
    tag,
    access: { action: 'update', resource: 'retrofit_check' },
    params: ById,
    body: RetrofitCheckStep,
    response: RetrofitView,
  }),
  listRetrofits: route({
    method: 'GET',
    url: '/api/retrofits',
    summary: 'The register of exempt retrofits: none that is exempt is missing',
    tag,
    access: reads,
    query: RetrofitQuery,
    response: RetrofitList,
  }),
  exportRetrofits: route({
    method: 'GET',
    url: '/api/retrofits/export',
    summary: 'The same register as an Excel workbook',
    tag,
    access: { action: 'export', resource: 'eia_case' },
    query: RetrofitQuery,
    response: XlsxFile,
    mediaType: XLSX,
  }),
} as const;
