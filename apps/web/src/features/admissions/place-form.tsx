import type { AdmissionPlace } from '@ludao/contracts';
import type { Vocabulary } from '@ludao/rules';
import { Button, Checkbox, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IndustryPicker } from '../../api/industry-picker.tsx';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import type { Application } from './application.ts';

/** The first step: the place of the tenancy on record, the trade, the processes. */
export function PlaceForm(props: {
  readonly places: readonly AdmissionPlace[];
  readonly application: Application;
  readonly vocabulary: Vocabulary;
  readonly onChange: (next: Application) => void;
  readonly onDone: () => void;
}) {
  const { t, i18n } = useTranslation('admissions');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { places, application, vocabulary, onChange } = props;
  const [isIncomplete, setIncomplete] = useState(false);
  const place = places.find(({ enterpriseId }) => enterpriseId === application.enterpriseId);
  const blocked = place ? obstacleOf(place) : null;
  const allowed = place?.eia?.envelope.processes ?? [];
  const nameOf = (key: string) =>
    vocabulary.facts.find((fact) => fact.key === key)?.label[language] ?? key;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const isComplete = place !== undefined && !blocked && application.industries.length > 0;
    setIncomplete(!isComplete);
    if (isComplete) props.onDone();
  }

  return (
    <form className="sheet pre-lease-form" onSubmit={submit} noValidate>
      {places.length > 1 && (
        <Field id="enterprise" label={t('form.enterprise')}>
          {(wiring) => (
            <Select
              {...wiring}
              placeholder={t('form.choose')}
              options={places.map(({ enterpriseId, enterprise }) => ({
                value: enterpriseId,
                label: enterprise,
              }))}
              value={application.enterpriseId}
              onChange={(enterpriseId: string) => {
                const chosen = places.find((one) => one.enterpriseId === enterpriseId);
                const industries = chosen?.industries ?? [];
                onChange({ ...application, enterpriseId, industries, processes: [] });
              }}
            />
          )}
        </Field>
      )}
      {place?.park && (
        <Facts
          rows={[
            { name: t('form.enterprise'), value: place.enterprise },
            { name: t('park'), value: place.park.name },
            { name: t('unit.room'), value: place.park.unit?.name ?? t('form.noUnit') },
            ...(place.eia
              ? [
                  {
                    name: t('eia'),
                    value: `${place.eia.title}（${place.eia.approvalNo}）`,
                  },
                  { name: t('validTo'), value: showDay(place.eia.validTo, i18n.language) },
                ]
              : []),
          ]}
        />
      )}
      {blocked && place && (
        <Notice
          tone="caution"
          title={t(`obstacle.${blocked}`)}
          actions={
            place.admission !== null && (
              <LinkButton to="/admissions/$id" params={{ id: place.admission }}>
                {t('obstacle.open')}
              </LinkButton>
            )
          }
        >
          <p>{t(`obstacle.${blocked}Text`)}</p>
          {blocked === 'noEia' && (
            <p>
              <a href="/">{t('obstacle.wizard')}</a>
            </p>
          )}
        </Notice>
      )}
      {place && !blocked && (
        <>
          <Field
            id="industries"
            label={t('form.industries')}
            hint={t('form.industriesHint')}
            fault={
              isIncomplete && application.industries.length === 0
                ? t('fault.industries')
                : undefined
            }
          >
            {(wiring) => (
              <IndustryPicker
                wiring={wiring}
                value={application.industries}
                onChange={(industries) => onChange({ ...application, industries })}
              />
            )}
          </Field>
          {allowed.length > 0 && (
            <fieldset className="field">
              <legend className="field-label">{t('form.processes')}</legend>
              <p className="hint">{t('form.processesHint')}</p>
              <Checkbox.Group
                className="column-checks"
                options={allowed.map((key) => ({ value: key, label: nameOf(key) }))}
                value={[...application.processes]}
                onChange={(processes) => onChange({ ...application, processes })}
              />
            </fieldset>
          )}
          <div className="form-actions">
            <Button type="primary" htmlType="submit" size="large">
              {t('form.next')}
            </Button>
            <LinkButton to="/admissions">{desk('cancel')}</LinkButton>
          </div>
        </>
      )}
    </form>
  );
}

function obstacleOf(place: AdmissionPlace): 'noTenancy' | 'admitted' | 'noEia' | null {
  if (place.admission !== null) return 'admitted';
  if (place.park === null) return 'noTenancy';
  return place.eia === null ? 'noEia' : null;
}
