import { ROUTES, type ReformEffect, type ReformEffects } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { useSession } from '../../../api/session.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { CasesBehind } from './cases-behind.tsx';
import type { EffectsSearch } from './search.ts';
import './effects.css';

/** Projects helped and levels lowered, per relief, area and month, with the cases behind each figure. */
export function EffectsPage() {
  const { t } = useTranslation('effects');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const search = useSearch({ from: '/in/effects' });
  const navigate = useNavigate({ from: '/effects' });
  const { from, to, district } = search;
  const query = { from, to, district };
  const { data, error, refetch } = useQuery({
    queryKey: ['effects', query],
    queryFn: ({ signal }) => ask(ROUTES.getEffects, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = (next: EffectsSearch) =>
    void navigate({ search: { from, to, district, ...next } });
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button
            href={addressOf(ROUTES.exportEffects, { query })}
            download
            icon={<Icon name="download" />}
          >
            {desk('export')}
          </Button>
        }
      />
      <div className="filters screen-only">
        <MonthField
          label={t('from')}
          value={from ?? data?.from}
          onChange={(one) => change({ from: one })}
        />
        <MonthField
          label={t('to')}
          value={to ?? data?.to}
          onChange={(one) => change({ to: one })}
        />
        {session.districts.length > 1 && (
          <Select
            aria-label={t('county')}
            placeholder={t('anyCounty')}
            allowClear
            options={session.districts.map((value) => ({
              value,
              label: desk(`counties.${value}`, { defaultValue: value }),
            }))}
            value={district ?? null}
            onChange={(value) => change({ district: value ?? undefined })}
          />
        )}
      </div>
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {data && !error && <Figures data={data} />}
      {data?.effects.length === 0 && !error && (
        <EmptyState title={t('empty')}>
          <p>{t('emptyHint')}</p>
        </EmptyState>
      )}
      {data && data.effects.length > 0 && !error && (
        <EffectTable
          effects={data.effects}
          onOpen={({ relief, object, month }) =>
            change({ relief, object: object ?? undefined, open: month })
          }
        />
      )}
      {search.open !== undefined && (
        <CasesBehind
          query={{
            from: search.open,
            to: search.open,
            district,
            relief: search.relief,
            object: search.object,
          }}
          onClose={() => change({})}
        />
      )}
    </>
  );
}

function MonthField(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (month: string) => void;
}) {
  const { label, value = '', onChange } = props;
  return (
    <label className="month-field">
      {label}
      <input
        type="month"
        value={value}
        onChange={({ currentTarget }) =>
          /^\d{4}-\d{2}$/.test(currentTarget.value) && onChange(currentTarget.value)
        }
      />
    </label>
  );
}

function Figures({ data }: { readonly data: ReformEffects }) {
  const { t } = useTranslation('effects');
  return (
    <dl className="effect-figures">
      {(['projects', 'lowered'] as const).map((key) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>
            <strong>{data[key]}</strong>
            <small>{t(`${key}Hint`)}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function EffectTable(props: {
  readonly effects: readonly ReformEffect[];
  readonly onOpen: (effect: ReformEffect) => void;
}) {
  const { t, i18n } = useTranslation('effects');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { effects, onOpen } = props;
  const keys = ['month', 'county', 'object', 'relief', 'change', 'count', 'days'] as const;
  return (
    <>
      {/* Wider than a phone: it is scrolled there, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="figures" tabIndex={0} role="group" aria-label={t('table')}>
        <table>
          <thead>
            <tr>
              {keys.map((key) => (
                <th
                  key={key}
                  scope="col"
                  className={key === 'count' || key === 'days' ? undefined : 'words'}
                >
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {effects.map((effect) => {
              const { relief, month, districtCode, object, from, to, projects } = effect;
              return (
                <tr key={[month, districtCode, relief, object, from, to].join(' ')}>
                  <td className="words">{month}</td>
                  <td className="words">
                    {desk(`counties.${districtCode}`, { defaultValue: districtCode })}
                  </td>
                  <td className="words">{object ?? t('noObject')}</td>
                  <th scope="row" className="words">
                    {effect.title[language]}{' '}
                    <small>{t('measure', { measure: effect.measure })}</small>
                  </th>
                  <td className="words">
                    {from !== null && to !== null && from !== to
                      ? `${t(`levels.${from}`)} → ${t(`levels.${to}`)}`
                      : t('same')}
                  </td>
                  <td>
                    <button
                      type="button"
                      className="link-like"
                      aria-label={t('showCases', {
                        month,
                        title: effect.title[language],
                        count: projects,
                      })}
                      onClick={() => onOpen(effect)}
                    >
                      {projects}
                    </button>
                  </td>
                  <td>{effect.daysSaved}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="quiet-text">{t('daysNote')}</p>
    </>
  );
}
