import { ROUTES, type FileView, type SharedFacilityView } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { FileChip } from '../../api/file-chip.tsx';
import { FileUpload } from '../../api/file-upload.tsx';
import { questionOf } from '../../api/screening/interview.ts';
import { useFactWords } from '../../api/screening/fact-words.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { useFresh } from './queries.ts';
import { Refused } from './refused.tsx';

/** What a case leaves to a shared facility, and the agreement that it rests on; nothing without one. */
export function SharedFacility({ id }: { readonly id: string }) {
  const { t } = useTranslation('retrofits');
  const { data } = useQuery({
    queryKey: ['case-facility', id],
    queryFn: ({ signal }) => ask(ROUTES.getSharedFacility, { params: { id } }, signal),
  });
  if (!data || data.facilities.length === 0) return null;
  const { agreement } = data;
  return (
    <section className="sheet" aria-labelledby="shared-facility">
      <h2 id="shared-facility">{t('facilities.title')}</h2>
      <p>{t('facilities.text')}</p>
      {data.facilities.map((facility) => (
        <Facility key={facility.name} facility={facility} />
      ))}
      <Facts
        rows={[
          {
            name: t('facilities.agreement'),
            value: agreement ? (
              <>
                {agreement.number} {agreement.file && <FileChip file={agreement.file} />}
              </>
            ) : (
              t('facilities.noAgreement')
            ),
          },
        ]}
      />
      {data.mayChange && <AgreementForm id={id} facility={data} />}
    </section>
  );
}

function Facility({ facility }: { readonly facility: SharedFacilityView['facilities'][number] }) {
  const { t } = useTranslation('retrofits');
  const { data } = useQuery(vocabularyQuery);
  const { label } = useFactWords(data ?? NO_WORDS);
  const words = facility.leftOut.map((key) => {
    const fact = data && questionOf(key, data)?.fact;
    return fact ? label(fact) : key;
  });
  return (
    <Facts
      rows={[
        { name: t('facilities.name'), value: `${facility.name}（${facility.clause}）` },
        { name: t('facilities.leftOut'), value: words.join('、') },
      ]}
    />
  );
}

function AgreementForm(props: { readonly id: string; readonly facility: SharedFacilityView }) {
  const { t } = useTranslation('retrofits');
  const queries = useQueryClient();
  const { id, facility } = props;
  const fresh = useFresh(id);
  const [number, setNumber] = useState(facility.agreement?.number ?? '');
  const [files, setFiles] = useState<readonly FileView[]>(
    facility.agreement?.file ? [facility.agreement.file] : [],
  );
  const record = useMutation({
    mutationFn: () =>
      ask(ROUTES.recordFacilityAgreement, {
        params: { id },
        body: { version: facility.version, number, file: files[0]?.id ?? null },
      }),
    onSuccess: async (after) => {
      queries.setQueryData(['case-facility', id], after);
      await fresh();
    },
  });
  const isSaid = number.trim() !== '' || files.length > 0;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isSaid && !record.isPending) record.mutate();
  }
  return (
    <form onSubmit={submit} noValidate>
      <Refused error={record.error} />
      <Field id="agreementNumber" label={t('facilities.number')}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={60}
            autoComplete="off"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      <FileUpload
        id="agreementFile"
        label={t('facilities.file')}
        purpose="facility-agreement"
        files={files}
        onChange={setFiles}
      />
      <Button htmlType="submit" disabled={!isSaid} aria-busy={record.isPending}>
        {t('facilities.save')}
      </Button>
    </form>
  );
}

const NO_WORDS = {
  units: [],
  groups: [],
  facts: [],
  works: [],
  contradictions: [],
  cores: [],
  twins: [],
};
