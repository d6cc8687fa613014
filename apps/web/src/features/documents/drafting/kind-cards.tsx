import type { DocumentKind } from '@ludao/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/desk/icons.tsx';

/** The kinds that the reader drafts: when each is used, and what it rests on. */
export function KindCards({ kinds }: { readonly kinds: readonly DocumentKind[] }) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  return (
    <ul className="kind-cards">
      {kinds.map(({ kind, name, use, restsOn, adverse }) => (
        <li key={kind} className="sheet">
          <h2>
            <Link to="/documents/new" search={{ kind }}>
              {name[language]}
            </Link>
          </h2>
          <dl>
            <dt>{t('choose.when')}</dt>
            <dd>{use[language]}</dd>
            <dt>{t('choose.restsOn')}</dt>
            <dd>
              {restsOn.map(({ title, article, edition, confidence }) => (
                <p key={title + article}>
                  <span lang="zh-CN">
                    《{title}》（{edition}）{article}
                  </span>{' '}
                  <small>{t(`choose.confidence.${confidence}`)}</small>
                </p>
              ))}
            </dd>
          </dl>
          {adverse && (
            <p className="kind-adverse">
              <Icon name="info" size={15} /> {t('choose.adverse')}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
