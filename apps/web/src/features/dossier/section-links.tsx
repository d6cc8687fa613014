import type { DossierSectionView } from '@ludao/contracts';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon } from '../../ui/desk/icons.tsx';

/** The way to each section of a long file. */
export function SectionLinks(props: { readonly sections: readonly DossierSectionView[] }) {
  const { t, i18n } = useTranslation('dossier');
  return (
    <nav className="section-links screen-only" aria-label={t('sections')}>
      <ol>
        {props.sections.map(({ key, title, fault }) => (
          <li key={key}>
            <a href={`#${key}`} onClick={(event) => goTo(event, key)}>
              {title[currentLanguage(i18n)]}
              {fault !== null && (
                <span className="section-fault">
                  <Icon name="warn" size={15} />
                  <span className="visually-hidden">{t('failed')}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Without a change of the address, which says which file and day it is. */
function goTo(event: MouseEvent, key: string): void {
  event.preventDefault();
  const section = document.getElementById(key);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}
