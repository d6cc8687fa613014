import { ROUTES, type Task } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showCount } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

/** What waits for the person, and what is good to know; each figure leads to its list. */
export function TaskList() {
  const { t } = useTranslation('desk');
  const problemText = useProblemText();
  const { data, error, refetch } = useQuery({
    queryKey: ['tasks'],
    queryFn: ({ signal }) => ask(ROUTES.listTasks, {}, signal),
  });
  const due = data?.tasks.filter(({ tone }) => tone === 'due') ?? [];
  const info = data?.tasks.filter(({ tone }) => tone === 'info') ?? [];
  return (
    <section className="tasks" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t('tasks.title')}</h2>
      {error && (
        <Notice
          tone="caution"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{t('error.again')}</Button>}
        />
      )}
      {data?.failed && (
        <Notice
          tone="caution"
          title={t('tasks.failed')}
          actions={<Button onClick={() => void refetch()}>{t('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin />}
      {data && due.length === 0 && (
        <p className="tasks-none">
          <Icon name="check" /> {t('tasks.none')}
        </p>
      )}
      {(due.length > 0 || info.length > 0) && (
        <ul className="task-cards">
          {[...due, ...info].map((task) => (
            <li key={task.key}>
              <Card task={task} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Card({ task: { count, title, hint, tone, to } }: { readonly task: Task }) {
  const { i18n } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const words = (
    <>
      <span className="task-count">{showCount(count, i18n.language)}</span>
      <span className="task-words">
        <strong>{title[language]}</strong>
        <span>{hint[language]}</span>
      </span>
    </>
  );
  const look = `task-card ${tone}`;
  if (to === null) return <div className={look}>{words}</div>;
  const [path = '/', query = ''] = to.split('?');
  return (
    // Addresses come from the capabilities; each page's own schema reads them.
    <Link to={path} search={Object.fromEntries(new URLSearchParams(query))} className={look}>
      {words}
    </Link>
  );
}
