import { problemText } from '@ludao/contracts/texts';
import type { InputProblem, Screener } from '@ludao/rules';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

export interface Faults {
  /** The field that has no answer yet. */
  readonly unanswered: string | null;
  readonly problems: readonly InputProblem[];
}

/** What is wrong with a page, on top, with the way to it; every failed attempt moves the focus here. */
export function FaultSummary(props: { readonly faults: Faults; readonly screener: Screener }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const { faults, screener } = props;
  const { unanswered, problems } = faults;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults) box.current?.focus();
  }, [faults]);
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      {unanswered !== null && (
        <p>
          <a href={`#${unanswered}`} onClick={(event) => goTo(event, unanswered)}>
            {t('wizard.unanswered')}
          </a>
        </p>
      )}
      {problems.map(({ code, path, params }) => (
        <p key={`${code} ${path}`}>
          {problemText(code, named(params, screener, language), language)}
        </p>
      ))}
    </div>
  );
}

/** Moves to the field without touching the fragment. */
function goTo(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.querySelector<HTMLElement>('input, select')?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** A fact's key means nothing to a visitor: show its label. */
function named(
  params: InputProblem['params'],
  screener: Screener,
  language: 'zh' | 'en',
): InputProblem['params'] {
  const label = (key: string) => screener.table.findFact(key)?.label[language] ?? key;
  const { fact, facts } = params;
  return {
    ...params,
    ...(fact === undefined ? {} : { fact: label(String(fact)) }),
    ...(facts === undefined
      ? {}
      : {
          facts: String(facts)
            .split(' ')
            .map(label)
            .join(language === 'zh' ? '、' : ', '),
        }),
  };
}
