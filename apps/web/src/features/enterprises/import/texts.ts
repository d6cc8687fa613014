import { IMPORT_COLUMNS, type ImportColumn, type Said } from '@ludao/contracts';
import { IMPORT_CODES, importText } from '@ludao/contracts/import-texts';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { showCount } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';

/** What the server says about a file, an import or a cell, in the language of the page. */
export function useSaid(): (said: Said) => string {
  const { i18n } = useTranslation();
  return ({ code, params }) => importText(code, params, currentLanguage(i18n));
}

/** Why a request was refused; what concerns the file has texts of its own. */
export function useImportProblem(): (error: unknown) => string {
  const said = useSaid();
  const problemText = useProblemText();
  return (error) =>
    error instanceof ApiProblem && error.code !== 'INTERNAL_ERROR' && isFileCode(error.code)
      ? said(error)
      : problemText(error);
}

const isFileCode = (code: string) => IMPORT_CODES.includes(code);

export function useColumnName(): (column: ImportColumn) => string {
  const { i18n } = useTranslation();
  return (column) => IMPORT_COLUMNS[column][currentLanguage(i18n)];
}

export function useCount(): (count: number) => string {
  const { i18n } = useTranslation();
  return (count) => showCount(count, i18n.language);
}
