import { DAY_KINDS, ROUTES, type CalendarYear } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { DeadlineForm } from './deadline-form.tsx';
import { MonthGrid } from './month-grid.tsx';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The days of a year: worked, rest, holiday, made up; and on which notice that rests. */
export function CalendarPage() {
  const { year } = useSearch({ from: '/in/rulebook/calendar' });
  const { t } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => ask(ROUTES.getCalendar, { query: year ? { year } : {} }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead
        title={t('days.title')}
        lead={t('days.lead')}
        actions={data && <Actions data={data} />}
      />
      {!data && <Spin description={desk('loading')} />}
      {data && (
        <>
          <YearHead data={data} />
          {data.published ? (
            <>
              <Legend />
              <div className="months">
                {MONTHS.map((month) => (
                  <MonthGrid key={month} data={data} month={month} />
                ))}
              </div>
              <Special data={data} />
            </>
          ) : (
            <Notice tone="caution" title={t('days.unpublished', { year: data.year })}>
              <p>{t('days.unpublishedText')}</p>
            </Notice>
          )}
          <DeadlineForm today={data.today} />
        </>
      )}
    </>
  );
}

function Actions({ data }: { readonly data: CalendarYear }) {
  const { t } = useTranslation('rulebook');
  const session = useSession();
  if (!mayIn(session, 'create', 'rulebook_entry')) return null;
  return (
    <LinkButton
      primary
      icon={data.published ? 'edit' : 'plus'}
      to="/rulebook/new"
      search={{ topic: 'calendar', year: data.year }}
    >
      {t(data.published ? 'days.change' : 'days.enter', { year: data.year })}
    </LinkButton>
  );
}

function YearHead({ data }: { readonly data: CalendarYear }) {
  const { t } = useTranslation('rulebook');
  const { year, notice, source, working } = data;
  return (
    <div className="year-head">
      <LinkButton className="screen-only" to="/rulebook/calendar" search={{ year: year - 1 }}>
        {t('days.previous')}
      </LinkButton>
      <div>
        <h2>{t('days.year', { year })}</h2>
        {working !== null && <p>{t('days.working', { count: working })}</p>}
        {notice !== null && <p className="fine">{t('days.notice', { notice })}</p>}
        {notice === null && source !== null && (
          <p className="fine">{t('days.library', { source })}</p>
        )}
      </div>
      <LinkButton className="screen-only" to="/rulebook/calendar" search={{ year: year + 1 }}>
        {t('days.next')}
      </LinkButton>
    </div>
  );
}

function Legend() {
  const { t, i18n } = useTranslation('rulebook');
  return (
    <ul className="day-legend" aria-label={t('days.legend')}>
      {Object.entries(DAY_KINDS).map(([kind, name]) => (
        <li key={kind}>
          <span className={`day ${kind.toLowerCase()}`} aria-hidden="true">
            {kind === 'HOLIDAY' ? '休' : kind === 'MAKE_UP' ? '班' : '1'}
          </span>
          {name[currentLanguage(i18n)]}
        </li>
      ))}
    </ul>
  );
}

/** The grid in words: the days that a notice has moved. */
function Special({ data }: { readonly data: CalendarYear }) {
  const { t, i18n } = useTranslation('rulebook');
  const moved = data.days.filter(({ kind }) => kind === 'HOLIDAY' || kind === 'MAKE_UP');
  return (
    <section className="sheet day-special" aria-labelledby="special">
      <h2 id="special">{t('days.special')}</h2>
      <ul className="day-list">
        {moved.map(({ date, kind, name }) => (
          <li key={date} data-day={date}>
            {t(name ? 'days.dayNamed' : 'days.day', {
              date: showDay(date, i18n.language),
              kind: DAY_KINDS[kind][currentLanguage(i18n)],
              name,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
