import type { InboxItem } from '@ludao/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

/** Leads to where the work is done. */
export function ItemLink({ item: { to, title, kind } }: { readonly item: InboxItem }) {
  const { i18n } = useTranslation('tasks');
  const [path = '/', query = ''] = to.split('?');
  return (
    <span className="item-link">
      {/* Addresses come from the capabilities; each page's own schema reads them. */}
      <Link
        to={path}
        search={Object.fromEntries(new URLSearchParams(query))}
        className="record-link"
      >
        {title}
      </Link>
      <small>{kind[currentLanguage(i18n)]}</small>
    </span>
  );
}
