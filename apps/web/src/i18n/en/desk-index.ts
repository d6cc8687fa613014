import { deskEn } from './desk.ts';
import { enterprisesEn } from './enterprises.ts';
import { importsEn } from './imports.ts';
import { organisationsEn } from './organisations.ts';
import { preLeaseEn } from './pre-lease.ts';
import { rulebookEn } from './rulebook.ts';
import { parksEn } from './parks.ts';
import { problemsEn } from './problems.ts';
import { signOnEn } from './sign-on.ts';

export const english = {
  desk: deskEn,
  enterprises: enterprisesEn,
  imports: importsEn,
  organisations: organisationsEn,
  parks: parksEn,
  preLease: preLeaseEn,
  problems: problemsEn,
  rulebook: rulebookEn,
  signOn: signOnEn,
};
