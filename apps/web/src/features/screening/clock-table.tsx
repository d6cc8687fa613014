import type { ClockTable as Clocks } from '@ludao/contracts';
import { CLOCK_DIRECTION_NAMES, CLOCK_UNIT_NAMES } from '@ludao/contracts/clock-words';
import { CONFIDENCE_NAMES } from '@ludao/contracts/law-words';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

type Clock = Clocks['clocks'][number];

/** Every period that somebody has to keep on a day, with source and confidence; printable. */
export function ClockTable({ on }: { readonly on: string | undefined }) {
  const { t } = useTranslation('law');
  const [clocks, setClocks] = useState<readonly Clock[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    // Where it fails the page says so for the law itself; the table is then left out.
    fetch(on ? `/api/clocks?on=${on}` : '/api/clocks', { signal: stop.signal })
      .then(async (response) => (response.ok ? ((await response.json()) as Clocks).clocks : []))
      .then(setClocks, () => {});
    return () => stop.abort();
  }, [on]);
  if (clocks.length === 0) return null;
  const heads = ['no', 'title', 'start', 'length', 'excludes', 'source', 'note'] as const;
  return (
    <section className="card" aria-labelledby="law-clock-table">
      <h2 id="law-clock-table">{t('clocks')}</h2>
      <p>{t('clocksLead')}</p>
      {/* Wider than a phone: it is scrolled there, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="clock-table" tabIndex={0} role="group" aria-labelledby="law-clock-table">
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`clock.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clocks.map((clock) => (
              <Row key={clock.id} clock={clock} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ clock }: { readonly clock: Clock }) {
  const { i18n } = useTranslation('law');
  const language = currentLanguage(i18n);
  const { id, title, start, lengths, excludes, cite, confidence, tension, note, missed } = clock;
  const separator = language === 'zh' ? '、' : '; ';
  return (
    <tr>
      <th scope="row">{id}</th>
      <td>{title[language]}</td>
      <td>{start[language]}</td>
      <td>
        {lengths.map((length) => (
          <Length key={length.code} clock={clock} length={length} />
        ))}
      </td>
      <td>{excludes.map((one) => one[language]).join(separator) || '—'}</td>
      <td>
        {cite} <small>{CONFIDENCE_NAMES[confidence]?.[language]}</small>
      </td>
      <td>
        {missed[language]}
        {tension && <p>{tension[language]}</p>}
        {note && language === 'zh' && <p>{note}</p>}
      </td>
    </tr>
  );
}

function Length({
  clock: { direction },
  length: { title, value, unit, range, setBy },
}: {
  readonly clock: Clock;
  readonly length: Clock['lengths'][number];
}) {
  const { t, i18n } = useTranslation('law');
  const language = currentLanguage(i18n);
  const amount = unit === 'IMMEDIATE' ? '' : range ? t('range', range) : value;
  return (
    <p>
      {title && `${title[language]}: `}
      {direction !== 'AFTER' && CLOCK_DIRECTION_NAMES[direction][language]} {amount}{' '}
      {CLOCK_UNIT_NAMES[unit][language]}
      {setBy && <small> {t('set')}</small>}
    </p>
  );
}
