import { ROUTES, type Entry, type EntryPreview } from '@ludao/contracts';
import { levelText } from '@ludao/contracts/texts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Notice } from '../../ui/desk/notice.tsx';

/** What would change, tried out on a sample before anybody decides. */
export function Preview({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('rulebook');
  const problemText = useProblemText();
  const preview = useMutation({
    mutationFn: () => ask(ROUTES.previewEntry, { params: { id: entry.id } }),
  });
  const { data } = preview;
  const label = preview.isPending ? 'running' : data ? 'again' : 'run';
  return (
    <section className="sheet preview" aria-labelledby="preview">
      <h2 id="preview">{t('preview.title')}</h2>
      <p className="quiet-text">{t('preview.lead')}</p>
      {preview.error && <Notice tone="fault" title={problemText(preview.error)} />}
      <div aria-live="polite">
        {data?.calendar && <CalendarChange calendar={data.calendar} />}
        {data && !data.calendar && <Levels preview={data} />}
      </div>
      <Button
        className="screen-only"
        aria-busy={preview.isPending}
        onClick={() => !preview.isPending && preview.mutate()}
      >
        {t(`preview.${label}`)}
      </Button>
    </section>
  );
}

function Levels({ preview }: { readonly preview: EntryPreview }) {
  const { t, i18n } = useTranslation('rulebook');
  const language = currentLanguage(i18n);
  const { changed, matrix, examples, others, sample } = preview;
  const standing = (value: string) =>
    t(`preview.standing.${value}`, {
      defaultValue: levelText(value as Parameters<typeof levelText>[0], language),
    });
  const way = ({ from, to }: { readonly from: string; readonly to: string }) =>
    t('preview.arrow', { from: standing(from), to: standing(to) });
  return (
    <>
      <p className="preview-sum">
        {changed === 0 ? t('preview.none') : t('preview.changed', { count: changed })}
      </p>
      {matrix.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('preview.way')}</th>
              <th scope="col" className="number">
                {t('preview.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.map((row) => (
              <tr key={way(row)}>
                <th scope="row">{way(row)}</th>
                <td className="number">{row.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {examples.length > 0 && (
        <>
          <h3>{t('preview.examples')}</h3>
          <ul className="preview-examples">
            {examples.map((example) => (
              <li key={`${example.name} ${way(example)} ${example.place}`}>
                <strong>{example.name}</strong>
                <span>{way(example)}</span>
                {example.place && <span>{t('preview.at', { place: example.place })}</span>}
                {example.reliefs.map((title) => (
                  <small key={title.zh}>{title[language]}</small>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('preview.others', others)}</p>
      <p className="fine">
        {t('preview.sample', {
          ...sample,
          on: showDay(preview.on, i18n.language),
          seconds: preview.seconds,
        })}{' '}
        {sample.refused > 0 && t('preview.refused', { count: sample.refused })}
      </p>
      {!preview.complete && <Notice tone="caution" title={t('preview.partial')} />}
    </>
  );
}

function CalendarChange(props: { readonly calendar: NonNullable<EntryPreview['calendar']> }) {
  const { t, i18n } = useTranslation('rulebook');
  const { year, published, workingBefore, workingAfter, changes } = props.calendar;
  return (
    <>
      <p>{t(published ? 'preview.calendar.next' : 'preview.calendar.first', { year })}</p>
      <p className="preview-sum">
        {t('preview.calendar.sum', {
          before: workingBefore,
          after: workingAfter,
          count: changes.length,
        })}
      </p>
      <ul className="day-list">
        {changes.map(({ date, works, name }) => (
          <li key={date}>
            {t(works ? 'preview.calendar.works' : 'preview.calendar.rests', {
              day: showDay(date, i18n.language),
            })}
            {name && <span className="quiet-text"> {name}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
