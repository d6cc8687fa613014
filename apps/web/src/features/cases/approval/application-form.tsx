import {
  APPROVAL_FILES,
  CONSTRUCTION_TYPES,
  GRAMS_PER_TONNE_DIGITS,
  OCCASIONS,
  POLLUTANTS,
  ROUTES,
  type ApprovalFile,
  type ApprovalFileKind,
  type FileView,
  type Pollutant,
} from '@ludao/contracts';
import { Button, Input, Radio } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { FileUpload } from '../../../api/file-upload.tsx';
import { currentLanguage } from '../../../i18n/index.ts';
import { AmountInput, UNREADABLE } from '../../../ui/desk/amount-input.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { useCaseStep } from '../queries.ts';
import { Refused } from '../refused.tsx';
import {
  AsHandedIn,
  Attached,
  FILES,
  PUBLIC,
  WAN,
  type ApplicationProps,
} from './as-handed-in.tsx';

const LINES = ['earlierNumber', 'longitude', 'latitude'] as const;
const AREAS = ['specialTopics', 'planning', 'planEia'] as const;

/** The application: to fill in, or as it was handed in. */
export function ApplicationForm(props: ApplicationProps) {
  return props.found.steps.includes('change') ? <Form {...props} /> : <AsHandedIn {...props} />;
}

function Form({ found, approval }: ApplicationProps) {
  const { t, i18n } = useTranslation('approval');
  const language = currentLanguage(i18n);
  const { id, version, track } = found;
  const [file, setFile] = useState<ApprovalFile>(approval.file);
  const [contact, setContact] = useState({ name: '', phone: '' });
  const [lead, setLead] = useState('');
  const [sent, setSent] = useState<Partial<Record<ApprovalFileKind, readonly FileView[]>>>({});
  const save = useCaseStep(id, () =>
    ask(ROUTES.changeApproval, {
      params: { id },
      body: {
        version,
        file: {
          ...file,
          longitude: file.longitude || null,
          latitude: file.latitude || null,
          projectCode: file.projectCode || null,
        },
        contact: contact.name.trim() === '' ? null : { ...contact, phone: contact.phone || null },
        lead: lead.trim() === '' ? null : { name: lead },
        attached: Object.fromEntries(
          FILES.flatMap((kind) => (sent[kind]?.[0] ? [[kind, sent[kind][0].id]] : [])),
        ),
      },
    }),
  );
  const set = (next: Partial<ApprovalFile>) => setFile((now) => ({ ...now, ...next }));
  const unreadable = [file.totalYuan, file.environmentYuan].includes(UNREADABLE);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!save.isPending && !unreadable) save.mutate(undefined);
  }
  const options = (table: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(table).map(([value, words]) => ({ value, label: words[language] }));
  const personOf = (role: string) => approval.persons.find((one) => one.role === role);
  const kept = (role: string): ReactNode => {
    const person = personOf(role);
    return person && t('keepPerson', { name: `${person.name} ${person.phone ?? ''}` });
  };
  const line = (key: keyof ApprovalFile, value: string | null, area = false) => (
    <Field key={key} id={key} label={t(`field.${key}`)}>
      {(wiring) =>
        area ? (
          <Input.TextArea
            {...wiring}
            rows={3}
            maxLength={2000}
            value={value ?? ''}
            onChange={(event) => set({ [key]: event.target.value })}
          />
        ) : (
          <Input
            {...wiring}
            maxLength={200}
            value={value ?? ''}
            onChange={(event) => set({ [key]: event.target.value })}
          />
        )
      }
    </Field>
  );
  const amount = (key: 'totalYuan' | 'environmentYuan' | 'months' | 'landSquareMetres') => {
    const isYuan = key.endsWith('Yuan');
    const unit = isYuan ? t('wan') : key === 'months' ? '' : 'm²';
    return (
      <Field key={key} id={key} label={t(`field.${key}`)}>
        {(wiring) => (
          <AmountInput
            wiring={wiring}
            digits={isYuan ? WAN : 0}
            unit={unit}
            value={file[key]}
            onChange={(value) => set({ [key]: value })}
          />
        )}
      </Field>
    );
  };
  return (
    <form className="sheet case-form" onSubmit={submit} noValidate aria-labelledby="application">
      <h2 id="application">{t('file')}</h2>
      <Refused error={save.error} onFresh={() => save.reset()} />
      {save.isSuccess && <Notice tone="good" title={t('saved')} />}
      <h3>{t('head')}</h3>
      {line('projectCode', file.projectCode)}
      <Field id="construction" label={t('field.construction')}>
        {({ id: wired }) => (
          <Radio.Group
            id={wired}
            value={file.construction}
            options={options(CONSTRUCTION_TYPES)}
            onChange={(event) =>
              set({ construction: event.target.value as ApprovalFile['construction'] })
            }
          />
        )}
      </Field>
      <Field id="occasion" label={t('field.occasion')}>
        {({ id: wired }) => (
          <Radio.Group
            id={wired}
            value={file.occasion}
            options={options(OCCASIONS)}
            onChange={(event) => set({ occasion: event.target.value as ApprovalFile['occasion'] })}
          />
        )}
      </Field>
      {LINES.filter((key) => key !== 'earlierNumber' || file.occasion !== 'FIRST').map((key) =>
        line(key, file[key]),
      )}
      {amount('totalYuan')}
      {amount('environmentYuan')}
      {amount('months')}
      {amount('landSquareMetres')}
      <Field id="begun" label={t('field.begun')}>
        {({ id: wired }) => (
          <Radio.Group
            id={wired}
            value={file.begun}
            options={[
              { value: false, label: t('no') },
              { value: true, label: t('yes') },
            ]}
            onChange={(event) => set({ begun: event.target.value as boolean })}
          />
        )}
      </Field>
      {file.begun && (
        <>
          <Notice tone="caution" title={t('begunWarning')} />
          {line('begunWords', file.begunWords, true)}
        </>
      )}
      {AREAS.map((key) => line(key, file[key], true))}
      <h3>{t('field.pollutants')}</h3>
      <div className="pollutant-grid">
        {(Object.keys(POLLUTANTS) as Pollutant[]).map((pollutant) => (
          <Field key={pollutant} id={pollutant} label={POLLUTANTS[pollutant][language]}>
            {(wiring) => (
              <AmountInput
                wiring={wiring}
                digits={GRAMS_PER_TONNE_DIGITS}
                unit={t('tonnes')}
                value={
                  file.pollutants.find((one) => one.pollutant === pollutant)?.gramsPerYear ?? null
                }
                onChange={(grams) =>
                  set({
                    pollutants: [
                      ...file.pollutants.filter((one) => one.pollutant !== pollutant),
                      ...(grams === null || grams <= 0 ? [] : [{ pollutant, gramsPerYear: grams }]),
                    ],
                  })
                }
              />
            )}
          </Field>
        ))}
      </div>
      <h3>{t('people')}</h3>
      {line('preparer', file.preparer)}
      {line('preparerCode', file.preparerCode)}
      {line('leadNumber', file.leadNumber)}
      {approval.preparer !== 'CLEAR' && (
        <Notice
          tone={approval.preparer === 'BARRED' ? 'fault' : 'info'}
          title={t(`preparer.${approval.preparer}`)}
        />
      )}
      <Field id="lead" label={t('field.lead')} hint={kept('LEAD_PREPARER')}>
        {(wiring) => (
          <Input
            {...wiring}
            autoComplete="off"
            maxLength={60}
            value={lead}
            onChange={(event) => setLead(event.target.value)}
          />
        )}
      </Field>
      <Field id="contact" label={t('field.contact')} hint={kept('CONTACT')}>
        {(wiring) => (
          <Input
            {...wiring}
            autoComplete="off"
            maxLength={60}
            value={contact.name}
            onChange={(event) => setContact({ ...contact, name: event.target.value })}
          />
        )}
      </Field>
      <Field id="phone" label={t('field.phone')}>
        {(wiring) => (
          <Input
            {...wiring}
            autoComplete="off"
            inputMode="tel"
            maxLength={30}
            value={contact.phone}
            onChange={(event) => setContact({ ...contact, phone: event.target.value })}
          />
        )}
      </Field>
      <h3>{t('public')}</h3>
      {PUBLIC.map((key) => line(key, file[key], true))}
      <h3>{t('attached')}</h3>
      {FILES.filter((kind) => kind !== 'participation' || track === 'REPORT').map((kind) => (
        <div key={kind}>
          <Attached found={found} approval={approval} kind={kind} />
          <FileUpload
            id={`file-${kind}`}
            label={APPROVAL_FILES[kind][language]}
            purpose={`eia-${kind === 'publicVersion' ? 'public' : kind}`}
            kinds={['PDF']}
            files={sent[kind] ?? []}
            onChange={(files) => setSent((now) => ({ ...now, [kind]: files }))}
          />
        </div>
      ))}
      <Button type="primary" htmlType="submit" loading={save.isPending} disabled={unreadable}>
        {t('save')}
      </Button>
    </form>
  );
}
