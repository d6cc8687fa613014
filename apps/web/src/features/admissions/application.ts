import type { AdmissionForm, Pollutant } from '@ludao/contracts';
import { UNREADABLE } from '../../ui/desk/amount-input.tsx';

/** The application as it is being filled in, without the answers about the project. */
export interface Application {
  readonly enterpriseId: string | null;
  readonly industries: readonly string[];
  readonly processes: readonly string[];
  readonly amounts: Readonly<Partial<Record<Pollutant, number | null>>>;
  readonly water: number | null;
  readonly representative: string;
  readonly committed: boolean;
}

export const NOTHING: Application = {
  enterpriseId: null,
  industries: [],
  processes: [],
  amounts: {},
  water: null,
  representative: '',
  committed: false,
};

export function amountsOf({
  amounts,
  water,
}: Application): Pick<AdmissionForm, 'pollutants' | 'wastewaterLitresPerDay'> {
  return {
    pollutants: (Object.entries(amounts) as [Pollutant, number | null][]).flatMap(
      ([pollutant, gramsPerYear]) =>
        gramsPerYear !== null && gramsPerYear > 0 ? [{ pollutant, gramsPerYear }] : [],
    ),
    wastewaterLitresPerDay: water ?? 0,
  };
}

export type AmountFault = 'amounts' | 'representative' | 'committed';

/** What has to be filled in or corrected before it is sent. */
export function wrongIn(application: Application): readonly AmountFault[] {
  const amounts = [...Object.values(application.amounts), application.water];
  const checks: readonly (readonly [AmountFault, boolean])[] = [
    ['amounts', amounts.some((amount) => amount === UNREADABLE)],
    ['representative', application.representative.trim().length < 2],
    ['committed', !application.committed],
  ];
  return checks.flatMap(([field, wrong]) => (wrong ? [field] : []));
}
