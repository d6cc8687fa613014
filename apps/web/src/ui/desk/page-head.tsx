import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The first page of a visit is read from the top, with the way past the navigation. */
let isFirstPage = true;

/** The page's title, what it is, and what can be done here. A page that was gone to takes the focus. */
export function PageHead(props: {
  readonly title: string;
  readonly eyebrow?: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { t } = useTranslation('desk');
  const platform = t('platform');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · ${platform}`;
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, [props.title, platform]);
  return (
    <header className="page-head">
      <div>
        {props.eyebrow && <p className="eyebrow">{props.eyebrow}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        {props.lead && <p className="lead">{props.lead}</p>}
      </div>
      {props.actions && <div className="page-actions screen-only">{props.actions}</div>}
    </header>
  );
}
