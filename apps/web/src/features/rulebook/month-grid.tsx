import { DAY_KINDS, type CalendarYear } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** A sign beside the colour, as on a printed calendar. */
const SIGNS: Readonly<Record<string, string>> = { HOLIDAY: '休', MAKE_UP: '班' };

type Day = CalendarYear['days'][number];

/** One month as on the wall, beginning with Monday. */
export function MonthGrid({
  data,
  month,
}: {
  readonly data: CalendarYear;
  readonly month: number;
}) {
  const { t, i18n } = useTranslation('rulebook');
  const prefix = `${data.year}-${String(month).padStart(2, '0')}`;
  const days = data.days.filter(({ date }) => date.startsWith(prefix));
  const first = days[0] ? (new Date(`${days[0].date}T00:00:00Z`).getUTCDay() + 6) % 7 : 0;
  const cells: (Day | null)[] = [...Array<null>(first).fill(null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => cells[week * 7 + weekday] ?? null),
  );
  const sayDay = ({ date, kind, name }: Day) =>
    t(name ? 'days.dayNamed' : 'days.day', {
      date: showDay(date, i18n.language),
      kind: DAY_KINDS[kind][currentLanguage(i18n)],
      name,
    });
  return (
    <table className="month">
      <caption>{t('days.month', { month })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`days.weekdays.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find(Boolean)?.date}>
            {week.map((day, weekday) =>
              day ? (
                <td key={day.date} title={sayDay(day)}>
                  <span
                    className={`day ${day.kind.toLowerCase()}${day.date === data.today ? ' today' : ''}`}
                  >
                    {Number(day.date.slice(8))}
                    {SIGNS[day.kind] && <small>{SIGNS[day.kind]}</small>}
                  </span>
                </td>
              ) : (
                <td key={WEEKDAYS[weekday]} aria-hidden="true" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
