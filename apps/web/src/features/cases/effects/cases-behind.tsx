import { CASE_TRACKS, ROUTES, type EffectCasesQuery } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Notice } from '../../../ui/desk/notice.tsx';

/** The cases that a figure counts; the eye and the keyboard are brought to them. */
export function CasesBehind(props: {
  readonly query: EffectCasesQuery;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation('effects');
  const language = currentLanguage(i18n);
  const problemText = useProblemText();
  const heading = useRef<HTMLHeadingElement>(null);
  const { query, onClose } = props;
  const { data, error } = useQuery({
    queryKey: ['effect-cases', query],
    queryFn: ({ signal }) => ask(ROUTES.listEffectCases, { query }, signal),
  });
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere) heading.current?.focus();
  }, [isThere]);
  return (
    <section className="cases-behind" aria-labelledby="cases-behind">
      <div className="section-head">
        <h2 id="cases-behind" tabIndex={-1} ref={heading}>
          {t('behind')}
        </h2>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
      {error && <Notice tone="fault" title={problemText(error)} />}
      {data && (
        <ul className="plain-rows">
          {data.cases.map((one) => (
            <li key={one.id}>
              <Link to="/cases/$id" params={{ id: one.id }} className="record-link">
                {one.name}
              </Link>
              <span>{one.applicant}</span>
              <span>
                {t(`levels.${one.statutoryLevel}`)} → {t(`levels.${one.level}`)}
              </span>
              <span>{CASE_TRACKS[one.track][language]}</span>
              <span>
                {t('settledOn')} {showDay(one.settledOn, i18n.language)}
              </span>
              {one.number !== null && <span>{one.number}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
