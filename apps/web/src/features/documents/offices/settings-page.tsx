import type { IssuingOffice, IssuingOffices } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../api/problem-text.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { Facts } from '../../../ui/desk/facts.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { officesQuery } from '../queries.ts';
import { OfficeForm, OFFICE_LINES } from './office-form.tsx';
import { SeriesList } from './series-list.tsx';

/** How the reader's offices name themselves on paper, and how they number. */
export function DocumentSettingsPage() {
  const { t } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const { data, error, refetch } = useQuery(officesQuery);
  return (
    <>
      <PageHead title={t('set.title')} lead={t('set.lead')} />
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {data?.offices.length === 0 && (
        <EmptyState title={t('set.none')} icon="seal">
          <p>{t('set.noneText')}</p>
        </EmptyState>
      )}
      {data?.offices.map((office) => (
        <Office key={office.id} office={office} codes={data.codes} />
      ))}
    </>
  );
}

function Office(props: {
  readonly office: IssuingOffice;
  readonly codes: IssuingOffices['codes'];
}) {
  const { t } = useTranslation('documents');
  const { office, codes } = props;
  const heading = `office-${office.id}`;
  return (
    <section className="office-settings" aria-labelledby={heading}>
      <h2 id={heading}>{office.name}</h2>
      <Readiness office={office} codes={codes} />
      <section className="sheet" aria-labelledby={`${heading}-names`}>
        <h3 id={`${heading}-names`}>{t('set.names')}</h3>
        {office.may.update ? (
          <OfficeForm key={office.id} office={office} />
        ) : (
          <>
            <Facts
              rows={OFFICE_LINES.map((key) => ({
                name: t(`set.${key}`),
                value: office[key] || t('set.notSet'),
              }))}
            />
            <p className="fine">{t('set.readOnly')}</p>
          </>
        )}
      </section>
      <section className="sheet" aria-labelledby={`${heading}-series`}>
        <h3 id={`${heading}-series`}>{t('set.series')}</h3>
        <p className="fine">{t('set.seriesLead')}</p>
        <SeriesList office={office} codes={codes} />
      </section>
    </section>
  );
}

/** Loud as long as documents of the office get stuck. */
function Readiness({ office, codes }: Parameters<typeof Office>[0]) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const lacking = codes.filter(({ code }) => !office.series.some((one) => one.code === code));
  const kinds = lacking.flatMap((one) => one.kinds.map((name) => name[language]));
  const lacksRemedies = office.reviewAuthority === '' || office.court === '';
  if (office.issuer !== '' && lacking.length === 0 && !lacksRemedies) {
    return (
      <p className="good">
        <Icon name="check" size={16} /> {t('set.ready')}
      </p>
    );
  }
  const isStuck = office.issuer === '' || lacking.length > 0;
  return (
    <div className={isStuck ? 'office-missing stuck' : 'office-missing'} role="status">
      <p>
        <Icon name="warn" size={20} /> <strong>{t(isStuck ? 'set.missing' : 'set.gaps')}</strong>
      </p>
      <ul>
        {office.issuer === '' && <li>{t('set.missingIssuer')}</li>}
        {kinds.length > 0 && (
          <li>{t('set.missingSeries', { kinds: kinds.join(language === 'zh' ? '、' : ', ') })}</li>
        )}
        {lacksRemedies && <li>{t('set.missingRemedies')}</li>}
      </ul>
    </div>
  );
}
