import {
  COMPLETION_BAR_NAMES,
  COMPLETION_BARS,
  COMPLETION_CONCLUSIONS,
  COMPLETION_PAPERS,
  type CompletionBars,
  type CompletionConclusion,
  type CompletionPaper,
  type CompletionView,
  type FileView,
} from '@ludao/contracts';
import { Button, Input, Radio } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FileUpload } from '../../../api/file-upload.tsx';
import { currentLanguage } from '../../../i18n/index.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { Refused } from '../refused.tsx';
import { daysAgo } from '../../../ui/today.ts';
import { PermitField, permitOf } from './permit-field.tsx';
import { useCompletionStep } from './use-step.ts';

const PAPERS = Object.keys(COMPLETION_PAPERS) as CompletionPaper[];
const UNANSWERED = Object.fromEntries(
  COMPLETION_BAR_NAMES.map((name) => [name, { applies: null, words: '' }]),
) as CompletionBars;

/** The acceptance report: three papers, the nine bars of art. 8, the permit, the conclusion. */
export function ReportForm({ completion }: { readonly completion: CompletionView }) {
  const { t, i18n } = useTranslation('completions');
  const language = currentLanguage(i18n);
  const [on, setOn] = useState(daysAgo(0));
  const [files, setFiles] = useState<Partial<Record<CompletionPaper, FileView | undefined>>>({});
  const [bars, setBars] = useState(UNANSWERED);
  const [permit, setPermit] = useState(() => permitOf(completion));
  const [conclusion, setConclusion] = useState<CompletionConclusion | null>(null);
  const step = useCompletionStep(completion);
  const applying = COMPLETION_BAR_NAMES.filter((name) => bars[name].applies === true);
  const isAnswered = COMPLETION_BAR_NAMES.every((name) => bars[name].applies !== null);
  const { monitoring, opinion, matters } = files;
  const isReady = monitoring && opinion && matters && isAnswered && conclusion !== null;
  const write = (name: keyof CompletionBars, next: Partial<CompletionBars[typeof name]>) =>
    setBars((now) => ({ ...now, [name]: { ...now[name], ...next } }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isReady || step.isPending) return;
    const papers = { monitoring: monitoring.id, opinion: opinion.id, matters: matters.id };
    step.mutate({ step: 'report', on, papers, bars, permit, conclusion });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Field id="reportOn" label={t('reportOn')} hint={t('reportOnHint')}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            min={completion.completedOn}
            max={daysAgo(0)}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        )}
      </Field>
      {PAPERS.map((name) => (
        <FileUpload
          key={name}
          id={`paper-${name}`}
          label={COMPLETION_PAPERS[name][language]}
          purpose={`completion-${name}`}
          files={files[name] ? [files[name]] : []}
          onChange={([file]) => setFiles((now) => ({ ...now, [name]: file }))}
        />
      ))}
      <PermitField permit={permit} inForce={completion.permitInForce} onChange={setPermit} />
      <fieldset className="declarations bars">
        <legend>{t('bars')}</legend>
        <p className="fine">{t('barsHint')}</p>
        {COMPLETION_BAR_NAMES.map((name) => (
          <div key={name} className="field">
            <span className="field-label" id={`bar-${name}`}>
              {COMPLETION_BARS[name].item} {COMPLETION_BARS[name][language]}
            </span>
            <Radio.Group
              name={`bar-${name}`}
              aria-labelledby={`bar-${name}`}
              options={[
                { value: true, label: t('applies') },
                { value: false, label: t('appliesNot') },
              ]}
              value={bars[name].applies}
              onChange={(event) => write(name, { applies: event.target.value as boolean })}
            />
            {bars[name].applies && (
              <Input
                aria-label={t('barWords', { item: COMPLETION_BARS[name].item })}
                placeholder={t('barWordsHint')}
                maxLength={500}
                value={bars[name].words}
                onChange={(event) => write(name, { words: event.target.value })}
              />
            )}
          </div>
        ))}
      </fieldset>
      {applying.length > 0 && (
        <Notice
          tone="caution"
          title={t('barred', {
            items: applying.map((name) => COMPLETION_BARS[name].item).join(''),
          })}
        />
      )}
      <div className="field">
        <span className="field-label" id="conclusion-label">
          {t('conclusion')}
        </span>
        <Radio.Group
          name="conclusion"
          aria-labelledby="conclusion-label"
          options={(Object.keys(COMPLETION_CONCLUSIONS) as CompletionConclusion[]).map((value) => ({
            value,
            label: COMPLETION_CONCLUSIONS[value][language],
            disabled: value === 'QUALIFIED' && applying.length > 0,
          }))}
          value={conclusion}
          onChange={(event) => setConclusion(event.target.value as CompletionConclusion)}
        />
      </div>
      <Refused error={step.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!isReady} aria-busy={step.isPending}>
          {t('enterReport')}
        </Button>
      </div>
    </form>
  );
}
