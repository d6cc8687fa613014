import { POST_STATES, type PostRow, type PostState } from '@ludao/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon, type IconName } from '../../../ui/desk/icons.tsx';

const ICONS: Readonly<Record<PostState, IconName>> = {
  PRESENT: 'check',
  STOOD_IN: 'people',
  ABSENT: 'warn',
  VACANT: 'empty',
  ENDED: 'stop',
};

/** In words and with a picture; never by colour alone. */
export function PostStateMark({ state }: { readonly state: PostState }) {
  const { i18n } = useTranslation();
  return (
    <span className={`post-state ${state.toLowerCase().replace('_', '-')}`} data-state={state}>
      <Icon name={ICONS[state]} size={16} /> {POST_STATES[state][currentLanguage(i18n)]}
    </span>
  );
}

/** Whoever is in a part of a post today, and until when away. */
export function InPart({ part }: { readonly part: PostRow['holder'] }) {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  if (!part) return <span className="quiet-text">{desk('none')}</span>;
  const day = (iso: string) => showDay(iso, i18n.language);
  return (
    <>
      <Link to="/people/$id" params={{ id: part.id }}>
        {part.name}
      </Link>
      {part.absentUntil && (
        <small className="quiet-text under">
          {t('posts.absentUntil', { day: day(part.absentUntil) })}
        </small>
      )}
    </>
  );
}
