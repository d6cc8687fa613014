import { ROUTES, VOLUME_LACKS, type VolumeView } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { volumeQuery } from '../queries.ts';
import { longerTerms, useTermWords } from './term.ts';

/** What keeps the volume open, or the way to close it. */
export function ClosePanel({ volume }: { readonly volume: VolumeView }) {
  const { t, i18n } = useTranslation('documents');
  const { closedOn, contents, may } = volume;
  const lacking = contents.filter(({ lack }) => lack !== null);
  return (
    <section className="sheet next-step" aria-labelledby="close">
      <h2 id="close">{t('volume.close.title')}</h2>
      {closedOn ? (
        <p>
          <Icon name="check" size={16} />{' '}
          {t('volume.close.done', { day: showDay(closedOn, i18n.language) })}
        </p>
      ) : lacking.length > 0 ? (
        <Lacking documents={lacking} />
      ) : may.close ? (
        <Closing volume={volume} />
      ) : (
        <p>
          {t(
            contents.every(({ state }) => state === 'DISCARDED')
              ? 'volume.close.empty'
              : 'volume.close.notYours',
          )}
        </p>
      )}
    </section>
  );
}

function Lacking({ documents }: { readonly documents: VolumeView['contents'] }) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  return (
    <>
      <p>{t('volume.close.notReady', { count: documents.length })}</p>
      <ul className="volume-lacking">
        {documents.map(({ id, title, number, lack }) => (
          <li key={id}>
            <Link to="/documents/$id" params={{ id }}>
              {number} {title}
            </Link>{' '}
            <span className="volume-lack">
              <Icon name="warn" size={15} /> {lack && VOLUME_LACKS[lack][language]}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const FOR_EVER = 'PERMANENT';
const CONSEQUENCES = ['documents', 'volume', 'packed', 'never'] as const;

function Closing({ volume }: { readonly volume: VolumeView }) {
  const { t } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const termWords = useTermWords();
  const queries = useQueryClient();
  const sure = useRef<HTMLDivElement>(null);
  const { id, version, retention } = volume;
  const [wanted, setWanted] = useState<number | typeof FOR_EVER | null>(null);
  const [isSure, setIsSure] = useState(false);
  useEffect(() => {
    if (isSure) sure.current?.focus();
  }, [isSure]);
  const close = useMutation({
    mutationFn: () =>
      ask(ROUTES.closeVolume, {
        params: { id },
        body: { version, ...(wanted !== null && { retention: wanted }) },
      }),
    onSuccess: async (closed) => {
      queries.setQueryData(volumeQuery(id).queryKey, closed);
      for (const key of ['volumes', 'documents', 'document', 'document-timeline', 'inbox']) {
        await queries.invalidateQueries({ queryKey: [key] });
      }
    },
    onError: () => queries.invalidateQueries({ queryKey: ['volume', id] }),
  });
  return (
    <>
      {close.error && <Notice tone="fault" title={problemText(close.error)} />}
      <p>{t('volume.close.ready')}</p>
      <Field id="term" label={t('volume.close.term')} hint={t('volume.close.termHint')}>
        {(wiring) => (
          <Select
            {...wiring}
            className="term-field"
            options={[
              {
                value: '',
                label: t('volume.close.asTemplate', { term: termWords(retention.least) }),
              },
              ...longerTerms(retention.least).map((years) => ({
                value: years ?? FOR_EVER,
                label: termWords(years),
              })),
            ]}
            value={wanted ?? ''}
            onChange={(term) => setWanted(term === '' ? null : (term as number | typeof FOR_EVER))}
          />
        )}
      </Field>
      {isSure ? (
        <div ref={sure} tabIndex={-1}>
          <p>
            <strong>{t('volume.close.sure')}</strong>
          </p>
          <ul className="consequences">
            {CONSEQUENCES.map((key) => (
              <li key={key}>{t(`volume.close.consequences.${key}`)}</li>
            ))}
          </ul>
          {close.isPending && <p role="status">{t('volume.close.busy')}</p>}
          <div className="card-actions">
            <Button
              type="primary"
              aria-busy={close.isPending}
              onClick={() => !close.isPending && close.mutate()}
            >
              {t('volume.close.submit')}
            </Button>
            <Button onClick={() => setIsSure(false)}>{desk('cancel')}</Button>
          </div>
        </div>
      ) : (
        <Button type="primary" icon={<Icon name="file" />} onClick={() => setIsSure(true)}>
          {t('volume.close.begin')}
        </Button>
      )}
    </>
  );
}
