import { ROLES, ROUTES, type ParkDetail } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Spin } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { ParkProblem } from './park-problem.tsx';
import { useParkChange } from './use-park-change.ts';

const ANSWERING = ['PARK_CHIEF', 'SQUAD_MEMBER'] as const;

/** Who answers for the park: posts of chief and squad, whoever holds them. */
export function Posts({ park }: { readonly park: ParkDetail }) {
  const { t, i18n } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const [isOpen, setIsOpen] = useState(false);
  const language = currentLanguage(i18n);
  return (
    <section className="sheet" aria-labelledby="posts">
      <div className="section-head">
        <h2 id="posts">{t('posts')}</h2>
        {park.may.update && !isOpen && (
          <Button className="screen-only" onClick={() => setIsOpen(true)}>
            {t('edit.assign')}
          </Button>
        )}
      </div>
      {isOpen ? (
        <Assign park={park} onClose={() => setIsOpen(false)} />
      ) : (
        <Facts
          rows={ANSWERING.map((role) => ({
            name: ROLES[role][language],
            value:
              park.posts
                .filter((post) => post.role === role)
                .map(({ organisation, title }) => `${organisation} ${title}`)
                .join('；') || desk('none'),
          }))}
        />
      )}
    </section>
  );
}

function Assign({ park, onClose }: { readonly park: ParkDetail; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const [chosen, setChosen] = useState<readonly string[]>(() => park.posts.map(({ id }) => id));
  const { data, error } = useQuery({
    queryKey: ['park-posts'],
    queryFn: ({ signal }) => ask(ROUTES.listParkPostChoices, {}, signal),
    staleTime: 0,
  });
  const assign = useParkChange(
    park.id,
    () =>
      ask(ROUTES.assignParkPosts, {
        params: { id: park.id },
        body: { posts: [...chosen], version: park.version },
      }),
    onClose,
  );
  if (error) return <Notice tone="fault" title={problemText(error)} />;
  if (!data) return <Spin />;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!assign.isPending) assign.mutate();
  }

  const language = currentLanguage(i18n);
  return (
    <form onSubmit={submit} noValidate aria-labelledby="posts">
      <ParkProblem error={assign.error} parkId={park.id} onReset={() => assign.reset()} />
      <p className="fine">{t('edit.assignHint')}</p>
      {data.posts.length === 0 && <p>{t('edit.noPosts')}</p>}
      {ANSWERING.map((role) => (
        <fieldset key={role}>
          <legend className="field-label">{ROLES[role][language]}</legend>
          {data.posts
            .filter((post) => post.role === role)
            .map(({ id, organisation, title, park: other }) => (
              <span key={id} className="post-choice">
                <Checkbox
                  disabled={other !== null && other.id !== park.id}
                  checked={chosen.includes(id)}
                  onChange={(event) =>
                    setChosen(
                      event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id),
                    )
                  }
                >
                  {organisation} {title}
                  {other && other.id !== park.id && (
                    <span className="quiet-text">
                      {' '}
                      {t('edit.postElsewhere', { name: other.name })}
                    </span>
                  )}
                </Checkbox>
              </span>
            ))}
        </fieldset>
      ))}
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={assign.isPending}>
          {desk('save')}
        </Button>
        <Button onClick={onClose}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
