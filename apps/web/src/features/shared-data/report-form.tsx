import {
  FOLLOW_UP_CONCLUSIONS,
  ROUTES,
  type FileView,
  type FollowUpConclusion,
} from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { FileUpload } from '../../api/file-upload.tsx';
import { useProblemText } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

const CONCLUSIONS = Object.keys(FOLLOW_UP_CONCLUSIONS) as FollowUpConclusion[];

/** Hands in the report with what it concludes. */
export function ReportForm({ parkId, id }: { readonly parkId: string; readonly id: string }) {
  const { t, i18n } = useTranslation('sharedData');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [conclusion, setConclusion] = useState<FollowUpConclusion | null>(null);
  const [files, setFiles] = useState<readonly FileView[]>([]);
  const [isAsked, setIsAsked] = useState(false);
  const [file] = files;
  const handIn = useMutation({
    mutationFn: (body: { conclusion: FollowUpConclusion; file: string }) =>
      ask(ROUTES.handInFollowUp, { params: { id }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['follow-ups', parkId] }),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsAsked(true);
    if (conclusion && file && !handIn.isPending) handIn.mutate({ conclusion, file: file.id });
  }

  return (
    <form className="inline-form" onSubmit={submit} noValidate aria-label={t('followUp.handIn')}>
      {handIn.error && <Notice tone="fault" title={problemText(handIn.error)} />}
      <fieldset className="field plain-fieldset">
        <legend>{t('followUp.conclusion')}</legend>
        <Radio.Group
          value={conclusion}
          options={CONCLUSIONS.map((value) => ({
            value,
            label: FOLLOW_UP_CONCLUSIONS[value][currentLanguage(i18n)],
          }))}
          onChange={(event) => setConclusion(event.target.value as FollowUpConclusion)}
        />
        {isAsked && conclusion === null && (
          <p className="fault" role="alert">
            <Icon name="warn" size={16} /> {t('followUp.missing')}
          </p>
        )}
      </fieldset>
      <FileUpload
        id={`report-${id}`}
        label={t('followUp.report')}
        purpose="follow-up"
        fault={isAsked && !file ? t('followUp.missingFile') : undefined}
        files={files}
        onChange={setFiles}
      />
      <Button type="primary" htmlType="submit" aria-busy={handIn.isPending}>
        {t('followUp.handIn')}
      </Button>
    </form>
  );
}
