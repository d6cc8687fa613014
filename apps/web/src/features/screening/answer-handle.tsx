import type { Answer } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { writeLink, type Screening } from '../../api/screening/link.ts';

/** The way from the answer to doing it, for whoever signs in; the answers are taken along. */
export function Handle(props: { readonly answer: Answer; readonly screening: Screening }) {
  const { t } = useTranslation('screening');
  const { answer, screening } = props;
  if (!isHandled(answer)) return null;
  const { draft: _, permit: __, ...kept } = screening;
  return (
    <section className="card screen-only">
      <h2>{t('answer.handle.title')}</h2>
      <p>{t('answer.handle.text')}</p>
      <p>
        <a className="button primary" href={`/desk/cases/new#${writeLink(kept)}`}>
          {t('answer.handle.go')}
        </a>
      </p>
    </section>
  );
}

/** A decided level for which something is filed or applied for here. */
function isHandled({ status, level, reliefs, procedure }: Answer): boolean {
  if (status !== 'decided' || level === null || level === 'NOT_LISTED') return false;
  const applies = (kind: string) =>
    reliefs.some((relief) => relief.kind === kind && relief.state === 'applies');
  if (level === 'EXEMPT') return applies('exempt') || applies('direct_entry');
  if (level === 'REGISTRATION') return applies('downgrade') || procedure?.filing !== 'waived';
  return true;
}
