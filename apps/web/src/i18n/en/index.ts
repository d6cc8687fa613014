import { screeningEn } from './screening.ts';
import { shellEn } from './shell.ts';

export const english = { shell: shellEn, screening: screeningEn };
