import {
  CITATION_STAGES,
  CITED_KINDS,
  ROUTES,
  type Citable,
  type CitableList,
  type CitationStage,
} from '@ludao/contracts';
import { reasonText } from '@ludao/contracts/reason-texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { useCitingReason } from './refusal-text.ts';

const STAGES = Object.keys(CITATION_STAGES) as CitationStage[];

/** Chooses what a project cites and makes its bundle; what may not be cited says why. */
export function BundleMaker({ list }: { readonly list: CitableList }) {
  const { t, i18n } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const citingReason = useCitingReason();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [project, setProject] = useState('');
  const [stage, setStage] = useState<CitationStage>('EIA');
  const [caseRef, setCaseRef] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { enterprise, items, stop } = list;
  const make = useMutation({
    mutationFn: () =>
      ask(ROUTES.makeCitation, {
        body: { enterprise: enterprise.id, project, stage, caseRef, keys: [...keys] },
      }),
    onSuccess: async (bundle) => {
      queries.setQueryData(['citation', bundle.id], bundle);
      await queries.invalidateQueries({ queryKey: ['citations'] });
      await navigate({
        to: '/citations/$id',
        params: { id: bundle.id },
        search: { done: 'made' },
      });
    },
    // The list then shows what has become of each.
    onError: () => queries.invalidateQueries({ queryKey: ['citable', enterprise.id] }),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const lacks = [
      ...(keys.length === 0 ? ['keys'] : []),
      ...(project.trim().length < 2 ? ['project'] : []),
    ];
    setMissing(lacks);
    if (lacks.length === 0 && !make.isPending) make.mutate();
  }

  const toggle = (key: string, isOn: boolean) =>
    setKeys(isOn ? [...keys, key] : keys.filter((one) => one !== key));
  const groups = [
    { title: t('citing.conclusions'), of: items.filter(({ kind }) => kind === 'conclusions') },
    { title: t('citing.datasets'), of: items.filter(({ kind }) => kind !== 'conclusions') },
  ].filter(({ of }) => of.length > 0);
  return (
    <form className="sheet form-sheet" onSubmit={submit} noValidate aria-labelledby="choose">
      <h2 id="choose">{t('citing.choose')}</h2>
      {make.error && (
        <Notice tone="fault" title={problemText(make.error)}>
          {citingReason(make.error) && <p>{citingReason(make.error)}</p>}
        </Notice>
      )}
      {groups.map(({ title, of }) => (
        <fieldset key={title} className="citables">
          <legend>{title}</legend>
          {of.map((item) => (
            <CitableLine
              key={item.key}
              item={item}
              isStopped={stop !== null}
              checked={keys.includes(item.key)}
              onChange={(isOn) => toggle(item.key, isOn)}
            />
          ))}
        </fieldset>
      ))}
      {stop === null && (
        <>
          <Field
            id="project"
            label={t('citing.project')}
            hint={t('citing.projectHint')}
            fault={missing.includes('project') ? t('citing.noProject') : undefined}
          >
            {(wiring) => (
              <Input
                {...wiring}
                maxLength={100}
                value={project}
                onChange={(event) => setProject(event.target.value)}
              />
            )}
          </Field>
          <fieldset className="field plain-fieldset">
            <legend>{t('citing.stage')}</legend>
            <Radio.Group
              value={stage}
              options={STAGES.map((value) => ({
                value,
                label: CITATION_STAGES[value][currentLanguage(i18n)],
              }))}
              onChange={(event) => setStage(event.target.value as CitationStage)}
            />
          </fieldset>
          <Field id="case-ref" label={t('citing.caseRef')} optional={desk('optional')}>
            {(wiring) => (
              <Input
                {...wiring}
                maxLength={60}
                value={caseRef}
                onChange={(event) => setCaseRef(event.target.value)}
              />
            )}
          </Field>
          {missing.includes('keys') && keys.length === 0 && (
            <p className="fault" role="alert">
              <Icon name="warn" size={16} /> {t('citing.nothing')}
            </p>
          )}
          <div className="card-actions">
            <Button type="primary" htmlType="submit" aria-busy={make.isPending}>
              {make.isPending ? t('citing.making') : t('citing.make', { count: keys.length })}
            </Button>
          </div>
          <p className="fine">{t('citing.packs')}</p>
        </>
      )}
    </form>
  );
}

function CitableLine(props: {
  readonly item: Citable;
  /** Nothing here may be cited, and why is said above. */
  readonly isStopped: boolean;
  readonly checked: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const { t, i18n } = useTranslation('sharedData');
  const { item, checked, isStopped } = props;
  const { key, kind, title, source, sampledOn, laboratory, validTo, refusal } = item;
  const day = (value: string) => showDay(value, i18n.language);
  const facts = [
    kind === 'conclusions' ? null : CITED_KINDS[kind][currentLanguage(i18n)],
    sampledOn && t('citing.sampled', { day: day(sampledOn) }),
    laboratory,
    validTo && t('bar.until', { day: day(validTo) }),
    kind === 'conclusions' ? source : null,
  ].filter(Boolean);
  return (
    <div className={refusal ? 'citable refused' : 'citable'}>
      <Checkbox
        checked={checked && refusal === null}
        disabled={refusal !== null}
        aria-describedby={`${key}-facts`}
        onChange={(event) => props.onChange(event.target.checked)}
      >
        {title}
      </Checkbox>
      <p id={`${key}-facts`}>
        <span className="quiet-text">{facts.join(' · ')}</span>
        {refusal && !(isStopped && kind === 'conclusions') && (
          <span className="citable-why">
            <Icon name="stop" size={15} /> {t('citing.not')}：
            {reasonText(refusal, currentLanguage(i18n))}
          </span>
        )}
      </p>
    </div>
  );
}
