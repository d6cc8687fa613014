import { ROUTES, type Holding, type PostDetail } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { showDay } from '../../../i18n/dates.ts';
import { Notice } from '../../../ui/desk/notice.tsx';
import { chinaDay, TextField } from '../fields.tsx';
import { refreshPosts } from './appoint-form.tsx';

/** Everyone who held the post, holds it, or will. */
export function Holdings(props: { readonly post: PostDetail; readonly onDone: () => void }) {
  const { t } = useTranslation('people');
  const { post } = props;
  return (
    <section className="sheet" aria-labelledby="holdings">
      <h2 id="holdings">{t('holdings.title')}</h2>
      {post.holdings.length === 0 && <p className="quiet-text">{t('holdings.none')}</p>}
      <ul className="holdings">
        {post.holdings.map((holding) => (
          <Line key={holding.id} post={post} holding={holding} onDone={props.onDone} />
        ))}
      </ul>
    </section>
  );
}

function Line(props: {
  readonly post: PostDetail;
  readonly holding: Holding;
  readonly onDone: () => void;
}) {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { post, holding } = props;
  const { part, person, from, to } = holding;
  const [isOpen, setOpen] = useState(false);
  const [on, setOn] = useState(chinaDay());
  const day = (iso: string) => showDay(iso, i18n.language);
  const end = useMutation({
    mutationFn: () =>
      ask(ROUTES.endHolding, {
        params: { id: post.id },
        body: { version: post.version, holdingId: holding.id, on },
      }),
    onSuccess: async () => {
      await refreshPosts(queries);
      props.onDone();
    },
  });
  const isRunning = to === null || to >= chinaDay();
  const isToCome = from > chinaDay();
  return (
    <li>
      <span className="part">{t(`part.${part}`)}</span>
      <Link to="/people/$id" params={{ id: person.id }}>
        {person.name}
      </Link>
      <span className="span">
        {to === null
          ? t('holdings.from', { from: day(from) })
          : t('holdings.span', { from: day(from), to: day(to) })}
      </span>
      {post.may.update && isRunning && !isOpen && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t(isToCome ? 'holdings.callOff' : 'holdings.end')}
        </Button>
      )}
      {isOpen && (
        <div className="decision">
          {end.error && <Notice tone="fault" title={problemText(end.error)} />}
          <p>{t(isToCome ? 'holdings.callOffEffect' : 'holdings.effect', { name: person.name })}</p>
          {!isToCome && (
            <TextField
              id={`on-${holding.id}`}
              type="date"
              label={t('end.on')}
              faults={[]}
              value={on}
              onChange={setOn}
            />
          )}
          <div className="card-actions">
            <Button
              type="primary"
              danger
              aria-busy={end.isPending}
              onClick={() => !end.isPending && end.mutate()}
            >
              {t('holdings.confirm')}
            </Button>
            <Button onClick={() => setOpen(false)}>{desk('cancel')}</Button>
          </div>
        </div>
      )}
    </li>
  );
}
