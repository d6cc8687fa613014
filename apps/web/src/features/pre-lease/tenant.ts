import { checkCreditCode } from '@ludao/contracts';

/** Who wants which unit, and what for. */
export interface Tenant {
  readonly unitId: string | null;
  readonly name: string;
  readonly creditCode: string;
  /** Still being founded: there is no code yet. */
  readonly isFounding: boolean;
  readonly industries: readonly string[];
}

export const NO_TENANT: Tenant = {
  unitId: null,
  name: '',
  creditCode: '',
  isFounding: false,
  industries: [],
};

export type TenantField = 'unitId' | 'tenantName' | 'creditCode' | 'industries';

/** What has to be put right before the questions begin. */
export function wrongIn(tenant: Tenant): readonly TenantField[] {
  const { name, isFounding, creditCode, industries } = tenant;
  const wrong: Readonly<Record<TenantField, boolean>> = {
    unitId: tenant.unitId === null,
    tenantName: name.trim().length < 2 || name.trim().length > 100,
    creditCode: !isFounding && !checkCreditCode(creditCode).ok,
    industries: industries.length === 0,
  };
  return (Object.keys(wrong) as TenantField[]).filter((field) => wrong[field]);
}
