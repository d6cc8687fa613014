import { COMMENT_KINDS, ROUTES, type ApprovalView, type CaseView } from '@ludao/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { RevealPanel } from '../../../api/reveal-panel.tsx';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';

/** What the public said, for the office; who it was is shown for a recorded reason only. */
export function Comments({
  approval,
}: {
  readonly found: CaseView;
  readonly approval: ApprovalView;
}) {
  const { t, i18n } = useTranslation('approval');
  const [open, setOpen] = useState<string | null>(null);
  const { comments, mayReveal } = approval;
  if (comments.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="comments">
      <h2 id="comments">{t('comments', { count: comments.length })}</h2>
      <ul className="case-comments">
        {comments.map(({ id, kind, name, phone, words, on }) => (
          <li key={id}>
            <p>
              <strong>{COMMENT_KINDS[kind][currentLanguage(i18n)]}</strong> {name} {phone}{' '}
              <span className="quiet-text">{showDay(on, i18n.language)}</span>
            </p>
            <p className="said">{words}</p>
            {mayReveal && open !== id && (
              <Button size="small" onClick={() => setOpen(id)}>
                {t('reveal')}
              </Button>
            )}
            {open === id && (
              <RevealPanel
                id={id}
                reveal={(body) => ask(ROUTES.revealCommenter, { params: { id }, body })}
                onClose={() => setOpen(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
