import { ROUTES, type DocumentEffect, type DocumentView } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { Notice } from '../../ui/desk/notice.tsx';

/** Ways to put a signed document right, each with when it applies. */
export function FollowUp({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { id, may } = document;
  const draft = useMutation({
    mutationFn: (effect: DocumentEffect) =>
      ask(ROUTES.followUpDocument, { params: { id }, body: { effect } }),
    onSuccess: (made) =>
      navigate({
        to: '/documents/$id',
        params: { id: made.id },
        search: { done: 'followed', edit: 'yes' },
      }),
  });
  if (may.followUp.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="follow-up">
      <details>
        <summary>
          <h2 id="follow-up">{t('follow.title')}</h2>
        </summary>
        <p className="fine">{t('follow.lead')}</p>
        {draft.error && <Notice tone="fault" title={problemText(draft.error)} />}
        <ul className="follow-ups">
          {may.followUp.map((effect) => (
            <li key={effect}>
              <p>{t(`follow.when.${effect}`)}</p>
              <Button
                aria-busy={draft.isPending}
                onClick={() => !draft.isPending && draft.mutate(effect)}
              >
                {t(`follow.draft.${effect}`)}
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
