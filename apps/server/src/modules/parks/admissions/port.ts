import type { LeaveCause, ScreeningRequest } from '@ludao/contracts';
import type { Answer, FactTable, Refused, RuleSet } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import type { Asking, PermitInForce } from '../park-eia/port.ts';
import type { ParkRestrictions } from '../restriction.ts';

/** What the law says of a project at a place on a day, or what is wrong with the question. */
export type AskTheLaw = (
  project: Pick<ScreeningRequest, 'industries' | 'works' | 'facts' | 'unstated' | 'place'>,
  at: { readonly on: string; readonly jurisdiction: string },
) => Answer | Refused;

/** What proves a direct entry: given at once, ended when the tenant leaves. */
export interface AdmissionPapers {
  /** @returns the id of the certificate; null where none can be given here yet */
  issue(
    tx: Tx,
    admission: {
      readonly id: string;
      readonly enterpriseId: string;
      readonly enterprise: string;
      readonly districtCode: string;
      readonly parkId: string;
      /** What the certificate says, by the names of its template. */
      readonly fields: Readonly<Record<string, string>>;
    },
    asking: Asking,
  ): Promise<string | null>;
  end(tx: Tx, certificateId: string, cause: LeaveCause, asking: Asking): Promise<void>;
}

/** While nobody gives any. */
export const noPapers: AdmissionPapers = {
  issue: () => Promise.resolve(null),
  end: () => Promise.resolve(),
};

/** What direct entry needs of the rest of the program. */
export interface AdmissionDeps {
  readonly askTheLaw: AskTheLaw;
  /** The lists and the words of today. */
  readonly law: () => { readonly ruleSet: RuleSet; readonly table: FactTable };
  readonly permitInForce: PermitInForce;
  readonly restrictions: ParkRestrictions;
  readonly papers: AdmissionPapers;
}
