import { CITATION_STAGES, CITED_KINDS, ROUTES, type CitationView } from '@ludao/contracts';
import { reasonText } from '@ludao/contracts/reason-texts';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { showSize } from '../../ui/desk/file-drop.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';

/** A bundle as it was made, and what has become of its parts since. */
export function CitationPage() {
  const { id } = useParams({ from: '/in/citations/$id' });
  const { done } = useSearch({ from: '/in/citations/$id' });
  const { t, i18n } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['citation', id],
    queryFn: ({ signal }) => ask(ROUTES.getCitation, { params: { id } }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const address = addressOf(ROUTES.downloadCitation, { params: { id } });
  return (
    <article className="file">
      <PageHead
        title={data.project}
        eyebrow={t('bundle.eyebrow', { number: data.number })}
        actions={
          <>
            <LinkButton to="/citations">{t('bundles.title')}</LinkButton>
            <Button type="primary" href={address} download icon={<Icon name="download" />}>
              {t('bundle.download')}
            </Button>
          </>
        }
      />
      {done === 'made' && <Notice tone="good" title={t('bundle.made')} />}
      {data.lapsed > 0 && (
        <Notice tone="caution" title={t('bundle.lapsedTitle', { count: data.lapsed })}>
          <p>{t('bundle.lapsedText')}</p>
        </Notice>
      )}
      <section className="sheet" aria-labelledby="facts">
        <h2 id="facts">{t('bundle.facts')}</h2>
        <Facts
          rows={[
            { name: t('bundles.enterprise'), value: data.enterprise },
            { name: t('bundles.park'), value: data.park.name },
            { name: t('citing.stage'), value: CITATION_STAGES[data.stage][currentLanguage(i18n)] },
            ...(data.caseRef ? [{ name: t('citing.caseRef'), value: data.caseRef }] : []),
            { name: t('bundles.madeOn'), value: showDay(data.madeOn, i18n.language) },
            {
              name: t('bundle.zoning'),
              value: t(data.zoning === 'entered' ? 'bundle.zoningEntered' : 'bundle.zoningNot'),
            },
            {
              name: t('bundle.sha256'),
              value: (
                <>
                  <span className="fingerprint">{data.sha256}</span>{' '}
                  <span className="quiet-text">{showSize(data.bytes)}</span>
                </>
              ),
            },
          ]}
        />
      </section>
      <section className="sheet" aria-labelledby="items">
        <h2 id="items">{t('bundle.items')}</h2>
        <ol className="cited-items">
          {data.items.map((item) => (
            <CitedLine key={item.key} item={item} />
          ))}
        </ol>
      </section>
    </article>
  );
}

function CitedLine({ item }: { readonly item: CitationView['items'][number] }) {
  const { t, i18n } = useTranslation('sharedData');
  const { kind, title, source, sampledOn, laboratory, cmaNo, validFrom, validTo } = item;
  const day = (value: string) => showDay(value, i18n.language);
  const language = currentLanguage(i18n);
  return (
    <li>
      <p>
        <strong>{title}</strong> <span className="quiet-text">{CITED_KINDS[kind][language]}</span>
      </p>
      <p className="quiet-text">
        {[
          source,
          sampledOn && t('citing.sampled', { day: day(sampledOn) }),
          laboratory && `${laboratory}（CMA ${cmaNo}）`,
          `${day(validFrom)} – ${validTo ? day(validTo) : t('bundle.open')}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {item.sha256 && <p className="fingerprint">{item.sha256}</p>}
      {item.since && (
        <p className="citable-why">
          <Icon name="warn" size={15} /> {reasonText(item.since, language)}
        </p>
      )}
    </li>
  );
}
