import { ENTRY_LIMITS, ENTRY_TOPICS, ROUTES, type SheetCheck } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { showCount } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { FaultSummary } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { FileDrop } from '../../ui/desk/file-drop.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { CheckFaults } from './check-faults.tsx';
import type { EntrySearch } from './list-search.ts';
import { SubmitSheet } from './submit-sheet.tsx';
import { useFileProblem } from './texts.ts';

type Topic = NonNullable<EntrySearch['topic']>;
const TOPICS = Object.keys(ENTRY_TOPICS) as Topic[];

/** A whole list from Excel: template, dry run, corrections in the file itself, one version. */
export function RulebookImportPage() {
  const { topic = 'key-dischargers' } = useSearch({ from: '/in/rulebook/import' });
  const { t } = useTranslation('rulebook');
  const session = useSession();
  const [district, setDistrict] = useState<string | null>(session.districts[0] ?? null);
  const [check, setCheck] = useState<SheetCheck | null>(null);
  return (
    <>
      <PageHead title={t('sheet.title')} lead={t('sheet.lead')} />
      <UploadForm
        topic={topic}
        district={district}
        onDistrict={(next) => {
          setDistrict(next);
          setCheck(null);
        }}
        onCheck={setCheck}
      />
      {check && check.faultsTotal > 0 && (
        <CheckFaults key={JSON.stringify(check.faults)} check={check} topic={topic} />
      )}
      {check?.faultsTotal === 0 && district !== null && (
        <SubmitSheet key={`${topic} ${district}`} check={check} topic={topic} district={district} />
      )}
    </>
  );
}

function UploadForm(props: {
  readonly topic: Topic;
  readonly district: string | null;
  readonly onDistrict: (district: string) => void;
  readonly onCheck: (check: SheetCheck | null) => void;
}) {
  const { topic, district, onCheck } = props;
  const { t, i18n } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const navigate = useNavigate();
  const fileProblem = useFileProblem();
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const query = { topic, district: district ?? '' };
  const check = useMutation({
    mutationFn: (chosen: File) => ask(ROUTES.checkEntryFile, { query, file: chosen }),
    onError: (error) => {
      onCheck(null);
      setWrong(fileProblem(error));
    },
    onSuccess: onCheck,
  });
  const faults = useMemo(
    () => (wrong === null ? [] : [{ field: 'rulebook-file', text: wrong }]),
    [wrong],
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (check.isPending) return;
    setWrong(file === null ? t('sheet.missing') : null);
    if (file !== null) check.mutate(file);
  }

  return (
    <form className="sheet import-form" onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <div className="two">
        <Field id="topic" label={t('form.topic')}>
          {(wiring) => (
            <Select
              {...wiring}
              options={TOPICS.map((value) => ({
                value,
                label: ENTRY_TOPICS[value][currentLanguage(i18n)],
              }))}
              value={topic}
              onChange={(chosen: Topic) => {
                onCheck(null);
                void navigate({ to: '/rulebook/import', search: { topic: chosen }, replace: true });
              }}
            />
          )}
        </Field>
        <Field id="import-county" label={t('county')}>
          {(wiring) => (
            <Select
              {...wiring}
              options={session.districts.map((value) => ({
                value,
                label: desk(`counties.${value}`, { defaultValue: value }),
              }))}
              value={district}
              onChange={props.onDistrict}
            />
          )}
        </Field>
      </div>
      <p>
        <Button
          href={addressOf(ROUTES.getEntryTemplate, { query })}
          download
          icon={<Icon name="download" />}
        >
          {t('sheet.template')}
        </Button>
      </p>
      <Field
        id="rulebook-file"
        label={t('sheet.file')}
        hint={t('sheet.limits', {
          megabytes: ENTRY_LIMITS.bytes / 1024 / 1024,
          rows: showCount(ENTRY_LIMITS.rows, i18n.language),
        })}
        fault={wrong ?? undefined}
      >
        {(wiring) => (
          <FileDrop
            wiring={wiring}
            invitation={t('sheet.choose')}
            again={t('sheet.change')}
            file={file}
            onChange={(chosen) => {
              if (!chosen) return;
              setFile(chosen);
              setWrong(null);
              onCheck(null);
            }}
          />
        )}
      </Field>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" aria-busy={check.isPending}>
          {t(check.isPending ? 'sheet.checking' : 'sheet.check')}
        </Button>
      </div>
    </form>
  );
}
