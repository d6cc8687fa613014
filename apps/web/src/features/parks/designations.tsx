import { DESIGNATION_KINDS, type ParkDetail } from '@ludao/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { showDay } from '../../i18n/dates.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { Stars } from './stars.tsx';

type Designation = ParkDetail['designations'][number];

export function Designations(props: { readonly designations: readonly Designation[] }) {
  const { t, i18n } = useTranslation('parks');
  if (props.designations.length === 0) return <p className="quiet-text">{t('noDesignations')}</p>;
  return (
    <ul className="designations">
      {props.designations.map((designation) => (
        <li key={designation.id}>
          <p className="designation-name">
            {DESIGNATION_KINDS[designation.kind][currentLanguage(i18n)]}
            {designation.stars !== null && <Stars count={designation.stars} />}
            <Validity designation={designation} />
          </p>
          <p className="fine">
            {t('evidence')}：{designation.evidence}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Validity({ designation }: { readonly designation: Designation }) {
  const { t, i18n } = useTranslation('parks');
  const { validFrom, validTo } = designation;
  const from = showDay(validFrom, i18n.language);
  const [today] = useState(() =>
    new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }),
  );
  const isPast = validTo !== null && validTo < today;
  return (
    <span className={isPast ? 'validity past' : 'validity'}>
      <Icon name={isPast ? 'warn' : 'check'} size={15} />
      {t(isPast ? 'expired' : 'inForce')} ·{' '}
      {validTo === null
        ? t('validFrom', { from })
        : t('validSpan', { from, to: showDay(validTo, i18n.language) })}
    </span>
  );
}
