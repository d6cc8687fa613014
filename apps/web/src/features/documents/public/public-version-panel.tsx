import type { DocumentView, PublicVersion } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../api/problem-text.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { publicVersionQuery } from '../queries.ts';
import { PublicCheck } from './public-check.tsx';
import { PublicEditor } from './public-editor.tsx';

/** What the public reads of the document: whether it is out, and the way to make or check it. */
export function PublicVersionPanel(props: {
  readonly document: DocumentView;
  readonly isOpen: boolean;
}) {
  const { t } = useTranslation('documents');
  const problemText = useProblemText();
  const { document, isOpen } = props;
  const { id, number, effect } = document;
  const isPossible = number !== null && effect !== 'VOID';
  const { data, error, refetch } = useQuery({ ...publicVersionQuery(id), enabled: isPossible });
  if (!isPossible) return null;
  return (
    <section className="sheet public-version" aria-labelledby="public-version">
      <h2 id="public-version">{t('public.title')}</h2>
      <p className="fine">{t('public.lead')}</p>
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{t('desk:error.again')}</Button>}
        />
      )}
      {data && <Shown id={id} number={number} version={data} isOpen={isOpen} />}
    </section>
  );
}

function Shown(props: {
  readonly id: string;
  readonly number: string;
  readonly version: PublicVersion;
  readonly isOpen: boolean;
}) {
  const { t } = useTranslation('documents');
  const { id, number, version, isOpen } = props;
  const { state, out, may } = version;
  const box = useRef<HTMLParagraphElement>(null);
  const isSentHere = useRef(isOpen);
  // Whoever comes by a link to it sees it, below the paper as it stands.
  useEffect(() => {
    if (isSentHere.current) box.current?.scrollIntoView();
  }, []);
  const isThere = state !== 'NONE';
  return (
    <>
      <p ref={box} className="public-state" role="status">
        <Icon name={out ? 'check' : state === 'PROPOSED' ? 'eye' : 'info'} size={16} />{' '}
        {t(`public.state.${out ? 'out' : state}`)}
        {out && (
          <>
            {' '}
            <a href={`/publicity?q=${encodeURIComponent(number)}`} target="_blank" rel="noreferrer">
              {t('public.toPublicity')}
            </a>
          </>
        )}
      </p>
      {may.ownWork && <p className="fine">{t('public.ownWork')}</p>}
      {(isThere || may.save) && (
        <LinkButton
          to="/documents/$id"
          params={{ id }}
          search={isOpen ? {} : { shown: 'public' }}
          resetScroll={false}
          replace
          icon={isOpen ? 'close' : isThere ? 'eye' : 'edit'}
        >
          {t(`public.${isOpen ? 'hide' : isThere ? 'look' : 'make'}`)}
        </LinkButton>
      )}
      {isOpen && isThere && (may.check || !may.save) && (
        <PublicCheck key={version.version} id={id} version={version} />
      )}
      {isOpen && may.save && !may.check && (
        <PublicEditor key={version.version} id={id} version={version} />
      )}
    </>
  );
}
