import { ROUTES, type DocumentForm, type DocumentKind, type DocumentKinds } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { OfficeNotReady } from '../office-not-ready.tsx';
import { useRefusals } from '../refusals.ts';
import { ownFields } from './fields.ts';
import { Preview } from './preview.tsx';
import { SubjectPicker, type Subject } from './subject-picker.tsx';
import { TemplateFields } from './template-fields.tsx';
import { VolumeField } from './volume-field.tsx';

/** A new document: whose, to whom, in which volume, and what its template asks for. */
export function NewDocumentForm(props: {
  readonly template: DocumentKind;
  readonly offices: DocumentKinds['offices'];
}) {
  const { t, i18n } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { template, offices } = props;
  const refusals = useRefusals(template.fields);
  const kindName = template.name[currentLanguage(i18n)];
  const [office, setOffice] = useState(offices.length === 1 ? offices[0]?.id : undefined);
  const [subject, setSubject] = useState<Subject | null>(null);
  const [volume, setVolume] = useState<DocumentForm['volume']>({ title: '' });
  const [fields, setFields] = useState(() => ownFields(template, {}));
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const draft = useMutation({
    mutationFn: (body: DocumentForm) => ask(ROUTES.draftDocument, { body }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['documents'] });
      await queries.invalidateQueries({ queryKey: ['open-volumes'] });
      await navigate({ to: '/documents/$id', params: { id }, search: { done: 'drafted' } });
    },
  });
  const { error } = draft;
  // One list per answer: the summary takes the focus whenever it gets a new one.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const refused = useMemo(() => (error ? refusals(error) : []), [error]);
  const faults = missing.length > 0 ? missing : refused;
  const faultOf = (id: string) => faults.find(({ field }) => field === id)?.text;
  const met = (id: string) => setMissing((now) => now.filter(({ field }) => field !== id));
  const newTitle = subject
    ? t('form.volumeName', { subject: subject.name, kind: template.name.zh }).slice(0, 100)
    : '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (draft.isPending) return;
    const lacks = {
      office: !office,
      subject: !subject,
      volume: subject !== null && 'title' in volume && volume.title.trim().length < 2,
    };
    setMissing(
      (Object.keys(lacks) as (keyof typeof lacks)[])
        .filter((field) => lacks[field])
        .map((field) => ({ field, text: t(`form.missing.${field}`) })),
    );
    if (Object.values(lacks).includes(true) || !office || !subject) return;
    const { kind, id } = subject;
    draft.mutate({ kind: template.kind, office, subject: { kind, id }, volume, fields });
  }

  const chosen = offices.find(({ id }) => id === office);
  return (
    <>
      <PageHead
        title={kindName}
        eyebrow={t('choose.title')}
        lead={template.use[currentLanguage(i18n)]}
        actions={
          <LinkButton to="/documents/new" search={{}}>
            {t('choose.another')}
          </LinkButton>
        }
      />
      {chosen && !chosen.ready && <OfficeNotReady office={chosen.name} />}
      <div className="drafting">
        <form className="sheet" onSubmit={submit} noValidate>
          <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
          {offices.length > 1 && (
            <Field id="office" label={t('form.office')} fault={faultOf('office')}>
              {(wiring) => (
                <Select
                  {...wiring}
                  options={offices.map(({ id, name }) => ({ value: id, label: name }))}
                  value={office ?? null}
                  onChange={(id: string) => {
                    setOffice(id);
                    setVolume({ title: newTitle });
                    met('office');
                  }}
                />
              )}
            </Field>
          )}
          <Field id="subject" label={t('form.subject')} fault={faultOf('subject')}>
            {(wiring) => (
              <SubjectPicker
                wiring={wiring}
                value={subject}
                onChange={(next) => {
                  setSubject(next);
                  const title =
                    next && t('form.volumeName', { subject: next.name, kind: template.name.zh });
                  setVolume({ title: title?.slice(0, 100) ?? '' });
                  met('subject');
                }}
              />
            )}
          </Field>
          {office && subject && (
            <VolumeField
              key={subject.id}
              office={office}
              subject={subject.id}
              value={volume}
              newTitle={newTitle}
              fault={faultOf('volume')}
              onChange={(next) => {
                setVolume(next);
                met('volume');
              }}
            />
          )}
          <h2 className="drafting-part">{t('form.content')}</h2>
          <TemplateFields
            template={template}
            fields={fields}
            faults={faults}
            onChange={setFields}
          />
          <div className="form-actions">
            <Button type="primary" htmlType="submit" aria-busy={draft.isPending}>
              {t('form.save')}
            </Button>
            <LinkButton to="/documents">{desk('cancel')}</LinkButton>
          </div>
        </form>
        <Preview
          template={template}
          fields={fields}
          addressee={subject?.name ?? ''}
          office={office}
        />
      </div>
    </>
  );
}
