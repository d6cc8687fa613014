import {
  APPROVAL_FILES,
  CONSTRUCTION_TYPES,
  GRAMS_PER_TONNE_DIGITS,
  OCCASIONS,
  POLLUTANTS,
  ROUTES,
  writeAmount,
  type ApprovalFileKind,
  type ApprovalView,
  type CaseView,
} from '@ludao/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../../api/client.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Facts } from '../../../ui/desk/facts.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';

/** Yuan are written in 万元. */
export const WAN = 4;
export const PUBLIC = ['overview', 'participation', 'commitments', 'impacts'] as const;
export const FILES = Object.keys(APPROVAL_FILES) as ApprovalFileKind[];

export interface ApplicationProps {
  readonly found: CaseView;
  readonly approval: ApprovalView;
}

/** One of the files that came with it. */
export function Attached({
  found,
  approval,
  kind,
}: ApplicationProps & { readonly kind: ApprovalFileKind }) {
  const file = approval.attached[kind];
  if (!file) return null;
  const address = addressOf(ROUTES.getApprovalFile, { params: { id: found.id }, query: { kind } });
  return (
    <p>
      <a href={address} target="_blank" rel="noreferrer">
        {file.name}
      </a>{' '}
      <code className="quiet-text">{file.sha256.slice(0, 12)}…</code>
    </p>
  );
}

/** The application as it was handed in. */
export function AsHandedIn(props: ApplicationProps) {
  const { t, i18n } = useTranslation('approval');
  const language = currentLanguage(i18n);
  const { file, persons, preparer } = props.approval;
  const wan = (yuan: number | null) =>
    yuan === null ? '—' : `${writeAmount(yuan, WAN)} ${t('wan')}`;
  const rows: { name: string; value: ReactNode }[] = [
    { name: t('field.projectCode'), value: file.projectCode ?? '—' },
    {
      name: t('field.construction'),
      value: file.construction ? CONSTRUCTION_TYPES[file.construction][language] : '—',
    },
    {
      name: t('field.occasion'),
      value: file.occasion ? OCCASIONS[file.occasion][language] : '—',
    },
    { name: t('field.totalYuan'), value: wan(file.totalYuan) },
    { name: t('field.environmentYuan'), value: wan(file.environmentYuan) },
    { name: t('field.begun'), value: file.begun === null ? '—' : t(file.begun ? 'yes' : 'no') },
    {
      name: t('field.pollutants'),
      value:
        file.pollutants
          .map(({ pollutant, gramsPerYear }) => {
            const tonnes = writeAmount(gramsPerYear, GRAMS_PER_TONNE_DIGITS);
            return `${POLLUTANTS[pollutant][language]} ${tonnes} ${t('tonnes')}`;
          })
          .join('；') || '—',
    },
    { name: t('field.preparer'), value: `${file.preparer} ${file.preparerCode}` },
    { name: t('field.leadNumber'), value: file.leadNumber },
    ...persons.map(({ role, name, phone }) => ({
      name: t(role === 'CONTACT' ? 'field.contact' : 'field.lead'),
      value: `${name} ${phone ?? ''}`,
    })),
    ...PUBLIC.map((key) => ({ name: t(`field.${key}`), value: file[key] })),
    ...FILES.filter((kind) => props.approval.attached[kind]).map((kind) => ({
      name: APPROVAL_FILES[kind][language],
      value: <Attached {...props} kind={kind} />,
    })),
  ];
  return (
    <section className="sheet" aria-labelledby="application">
      <h2 id="application">{t('file')}</h2>
      {file.begun && <Notice tone="caution" title={t('begunWarning')} />}
      {preparer !== 'CLEAR' && (
        <Notice tone={preparer === 'BARRED' ? 'fault' : 'info'} title={t(`preparer.${preparer}`)} />
      )}
      <Facts rows={rows} />
    </section>
  );
}
