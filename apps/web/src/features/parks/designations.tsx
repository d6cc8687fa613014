import { DESIGNATION_KINDS, type ParkDetail } from '@ludao/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { showDay } from '../../i18n/dates.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { EndDesignation, NewDesignation } from './designation-forms.tsx';
import { Stars } from './stars.tsx';

type Designation = ParkDetail['designations'][number];

function useToday(): string {
  const [today] = useState(() =>
    new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }),
  );
  return today;
}

/** What the park was recognised as, on which document, and until when. */
export function Designations({ park }: { readonly park: ParkDetail }) {
  const { t } = useTranslation('parks');
  const { designations, may } = park;
  const [isNew, setIsNew] = useState(false);
  return (
    <section className="sheet" aria-labelledby="designations">
      <div className="section-head">
        <h2 id="designations">{t('designations')}</h2>
        {may.designate && (
          <Button
            className="screen-only"
            icon={<Icon name="plus" />}
            onClick={() => setIsNew(true)}
          >
            {t('edit.addDesignation')}
          </Button>
        )}
      </div>
      {isNew && <NewDesignation park={park} onClose={() => setIsNew(false)} />}
      {designations.length === 0 && <p className="quiet-text">{t('noDesignations')}</p>}
      <ul className="designations">
        {designations.map((designation) => (
          <li key={designation.id}>
            <One park={park} designation={designation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({
  park,
  designation,
}: {
  readonly park: ParkDetail;
  readonly designation: Designation;
}) {
  const { t, i18n } = useTranslation('parks');
  const today = useToday();
  const [isEnding, setIsEnding] = useState(false);
  const { kind, stars, evidence, documentNo, issuedOn, validTo, endReason } = designation;
  const runs = validTo === null || validTo >= today;
  const document = [evidence, documentNo, issuedOn && showDay(issuedOn, i18n.language)];
  return (
    <>
      <p className="designation-name">
        {DESIGNATION_KINDS[kind][currentLanguage(i18n)]}
        {stars !== null && <Stars count={stars} />}
        <Validity designation={designation} today={today} />
      </p>
      <p className="fine">
        {t('evidence')}：{document.filter(Boolean).join(' · ')}
      </p>
      {endReason && <p className="fine">{t('endedFor', { reason: endReason })}</p>}
      {park.may.designate && runs && !isEnding && (
        <Button type="link" className="screen-only" onClick={() => setIsEnding(true)}>
          {t('edit.end')}
        </Button>
      )}
      {isEnding && (
        <EndDesignation park={park} designation={designation} onClose={() => setIsEnding(false)} />
      )}
    </>
  );
}

function Validity(props: { readonly designation: Designation; readonly today: string }) {
  const { t, i18n } = useTranslation('parks');
  const { validFrom, validTo } = props.designation;
  const from = showDay(validFrom, i18n.language);
  const isPast = validTo !== null && validTo < props.today;
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
