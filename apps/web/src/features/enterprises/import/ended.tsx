import type { ImportView } from '@ludao/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { useCount, useSaid } from './texts.ts';

export function Done({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const count = useCount();
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['enterprises'] });
  }, [queries]);
  const { counts, result } = view;
  const written = result ?? { registered: 0, changed: 0 };
  const registered = count(written.registered);
  const changed = count(written.changed);
  const good = counts.new + counts.change;
  const left = counts.faulty + Math.max(0, good - written.registered - written.changed);
  return (
    <>
      <EmptyState icon="check" title={t('done.title')}>
        <p className="done-text">{t('done.text', { registered, changed })}</p>
        <p>{t('done.log')}</p>
        <div className="done-actions">
          <LinkButton primary icon="enterprise" to="/enterprises" search={{}}>
            {t('done.list')}
          </LinkButton>
          <LinkButton icon="upload" to="/enterprises/import">
            {t('another')}
          </LinkButton>
        </div>
      </EmptyState>
      {left > 0 && <Notice tone="caution" title={t('done.left', { n: count(left) })} />}
    </>
  );
}

export function Cancelled() {
  const { t } = useTranslation('imports');
  return (
    <EmptyState icon="close" title={t('cancelled.title')}>
      <p>{t('cancelled.text')}</p>
      <LinkButton icon="upload" to="/enterprises/import">
        {t('another')}
      </LinkButton>
    </EmptyState>
  );
}

/** The file as a whole was refused: why, and what to do about it. */
export function Failed({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation('imports');
  const said = useSaid();
  return (
    <Notice
      tone="fault"
      title={t('failed.title')}
      actions={
        <LinkButton primary icon="upload" to="/enterprises/import">
          {t('failed.again')}
        </LinkButton>
      }
    >
      {view.notice && <p className="refusal">{said(view.notice)}</p>}
      <p>{t('failed.text')}</p>
    </Notice>
  );
}
