import { ROUTES, type ImportView } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useImportProblem } from './texts.ts';

/** Asks once more, because what was corrected goes with it. */
export function CancelImport({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const problem = useImportProblem();
  const [isAsking, setAsking] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsking) question.current?.focus();
  }, [isAsking]);
  const { id } = view;
  const cancel = useMutation({
    mutationFn: () => ask(ROUTES.cancelImport, { params: { id } }),
    onSuccess: (now) => queries.setQueryData(['enterprise-import', id], now),
    onError: () => void queries.invalidateQueries({ queryKey: ['enterprise-import', id] }),
  });
  if (!view.may.cancel) return null;
  if (!isAsking) {
    return (
      <Button className="cancel-import" onClick={() => setAsking(true)}>
        {t('cancel.ask')}
      </Button>
    );
  }
  return (
    <div
      ref={question}
      className="cancel-asked"
      role="group"
      aria-labelledby="cancel-asked"
      tabIndex={-1}
    >
      <p id="cancel-asked">
        <strong>{t('cancel.title')}</strong> {t('cancel.text')}
      </p>
      {cancel.error && (
        <p role="alert" className="fault">
          {problem(cancel.error)}
        </p>
      )}
      <div className="card-actions">
        <Button danger aria-busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('cancel.yes')}
        </Button>
        <Button onClick={() => setAsking(false)}>{t('cancel.no')}</Button>
      </div>
    </div>
  );
}
