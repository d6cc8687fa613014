import { Link, useLocation } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/desk/empty-state.tsx';
import type { IconName } from '../ui/desk/icons.tsx';
import { LinkButton } from '../ui/desk/link-button.tsx';
import { useProblemText } from './problem-text.ts';
import { ApiProblem } from './problem.ts';
import { useSession } from './session.ts';

type Kind = 'unseen' | 'offline' | 'busy' | 'broken' | 'refused';
const ICONS: Readonly<Record<Kind, IconName>> = {
  unseen: 'stop',
  offline: 'warn',
  busy: 'warn',
  broken: 'warn',
  refused: 'info',
};

/** What is foreign and what does not exist are one and the same to the reader. */
function kindOf(error: unknown): Kind {
  if (!(error instanceof ApiProblem)) return 'broken';
  const { status } = error;
  if (status === 403 || status === 404) return 'unseen';
  if (status === 0) return 'offline';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'broken' : 'refused';
}

/** In place of a page that could not be shown: why, and what to do now. */
export function ProblemState(props: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation('problems');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const { user, posts } = useSession();
  const { href } = useLocation();
  const box = useRef<HTMLDivElement>(null);
  const kind = kindOf(props.error);
  const title = t(`state.${kind}.title`);
  useEffect(() => {
    document.title = `${title} · ${desk('platform')}`;
    box.current?.focus();
  }, [title, desk]);
  if (kind === 'unseen') {
    const as = posts.map((post) => `${post.organisation.name} ${post.title}`).join('、');
    return (
      <div ref={box} className="problem-state" role="alert" tabIndex={-1}>
        <EmptyState alone title={title} icon={ICONS[kind]}>
          <p>{t('state.unseen.text')}</p>
          <p>{t('state.unseen.as', { name: user.name, posts: as || desk('none') })}</p>
          <p className="state-actions">
            <LinkButton primary icon="home" to="/">
              {desk('notFound.back')}
            </LinkButton>
            <Link to="/sign-in" search={{ to: href }}>
              {t('state.unseen.other')}
            </Link>
          </p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div ref={box} className="problem-state" role="alert" tabIndex={-1}>
      <EmptyState alone title={title} icon={ICONS[kind]}>
        <p>{kind === 'refused' ? problemText(props.error) : t(`state.${kind}.text`)}</p>
        <p className="state-actions">
          <Button type="primary" onClick={props.onRetry}>
            {desk('error.again')}
          </Button>
          <Link to="/">{desk('notFound.back')}</Link>
        </p>
      </EmptyState>
    </div>
  );
}
