import type { ImportView } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { CancelImport } from './cancel-import.tsx';
import { useCount } from './texts.ts';

/** How far the file is read and checked. Until it is read through nobody knows how long it is. */
export function Reading({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation('imports');
  const count = useCount();
  const { staged, checked, readThrough } = view.progress;
  const isCounted = readThrough && staged > 0;
  const text = isCounted
    ? t('reading.checking', { checked: count(checked), staged: count(staged) })
    : staged > 0
      ? t('reading.taking', { staged: count(staged) })
      : t('reading.starting');
  return (
    <section className="sheet import-progress" aria-labelledby="progress">
      <h2 id="progress">{t('reading.title')}</h2>
      <progress
        aria-labelledby="progress"
        aria-valuetext={text}
        {...(isCounted && { value: checked, max: staged })}
      />
      <p className="progress-text">{text}</p>
      <p className="quiet-text">{t('reading.leave')}</p>
      <CancelImport view={view} />
    </section>
  );
}

export function Committing() {
  const { t } = useTranslation('imports');
  return (
    <section className="sheet import-progress" aria-labelledby="progress">
      <h2 id="progress">{t('committing.title')}</h2>
      <progress aria-labelledby="progress" />
      <p className="quiet-text">{t('committing.text')}</p>
    </section>
  );
}
