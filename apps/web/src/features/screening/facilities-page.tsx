import type { Screener, Turn } from '@ludao/rules';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import type { Screening } from '../../api/screening/link.ts';

/** Which of the park's shared facilities takes over which of the work that was named. */
export function FacilitiesPage(props: {
  readonly turn: Extract<Turn, { kind: 'facilities' }>;
  readonly screener: Screener;
  readonly screening: Screening;
  readonly onAnswer: (next: Pick<Screening, 'project' | 'jurisdiction'>) => void;
}) {
  const { turn, screener, screening } = props;
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const place = { ...screening.project.place, facilities: chosen };
    const { draft: _, ...rest } = screening;
    props.onAnswer({ ...rest, project: { ...screening.project, place } });
  }

  return (
    <form onSubmit={submit}>
      <h1 ref={heading} tabIndex={-1}>
        {t('facilities.title')}
      </h1>
      <p className="lead">{t('facilities.lead')}</p>
      <fieldset className="ticks">
        <legend>{t('facilities.legend')}</legend>
        {turn.facilities.map(({ id, name, operator, capacity, does }) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                setChosen((now) =>
                  target.checked ? [...now, id] : now.filter((other) => other !== id),
                )
              }
            />
            <span>
              {name}
              <small className="hint">
                {does
                  .map((key) => screener.table.getFact(key).label[language])
                  .join(t('listSeparator'))}
                {` · ${operator} · ${capacity}`}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="actions">
        <button type="submit" className="primary">
          {t(chosen.length > 0 ? 'wizard.next' : 'facilities.none')}
        </button>
        <button type="button" className="quiet" onClick={() => history.back()}>
          {t('wizard.back')}
        </button>
      </div>
    </form>
  );
}
