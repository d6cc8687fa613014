import { permitLevelText } from '@ludao/contracts/texts';
import type { Answer, PermitAnswer, Screener } from '@ludao/rules';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { writeLink, type Screening } from '../../api/screening/link.ts';

/** Which discharge permit the same project needs, as far as what was said decides it. */
export function Permit(props: {
  readonly answer: Answer;
  readonly screener: Screener;
  readonly screening: Screening;
}) {
  const { answer, screener, screening } = props;
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const navigate = useNavigate();
  const { permit } = answer;
  if (!permit) return null;
  const pack = screener.ruleSet.packs.find(({ id }) => id === permit.law.pack);
  const deciding = permit.items.filter(({ decides, citation }) => decides && citation);
  function goOn(): void {
    const { answered: _, draft: __, ...rest } = screening;
    const asked = rest.asked.filter((key) => !key.startsWith('permit:'));
    void navigate({ to: '/screening', hash: writeLink({ ...rest, asked, permit: true }) });
  }
  function nameOf({ level, floor, ceiling, wholeSiteUnknown }: PermitAnswer): string {
    if (level) return permitLevelText(level, language);
    const ends = {
      floor: permitLevelText(floor, language),
      ceiling: permitLevelText(ceiling, language),
    };
    if (!wholeSiteUnknown) return t('answer.fromTo', ends);
    return floor === 'NOT_LISTED' ? t('permit.byWholeSite') : t('permit.atLeast', ends);
  }
  return (
    <section className="card" aria-labelledby="permit">
      <h2 id="permit">{t('permit.title')}</h2>
      <p className="permit-level" data-permit={permit.level ?? ''}>
        {nameOf(permit)}
      </p>
      {permit.wholeSiteUnknown && <p>{t('permit.wholeSite')}</p>}
      {permit.missing.length > 0 && (
        <p className="screen-only">
          <button type="button" onClick={goOn}>
            {t('permit.goOn')}
          </button>
        </p>
      )}
      {deciding.map(({ item, citation }) => (
        <blockquote key={`${item} ${citation!.part}`} lang="zh-CN">
          <p className="source">
            {t('permit.cell', {
              number: item,
              name: citation!.name,
              title: permit.law.title,
            })}
          </p>
          <p>{citation!.quote}</p>
        </blockquote>
      ))}
      {permit.level && pack && (
        <ol className="steps">
          {(pack.nextSteps[permit.level] ?? []).map(({ text, cite }) => (
            <li key={text.zh}>
              {text[language]} <cite>{cite}</cite>
            </li>
          ))}
        </ol>
      )}
      {permit.confirm
        .filter(({ state }) => state === 'applies')
        .map(({ code, item, text }) => (
          <p key={`${code} ${item}`} className="fine">
            {text[language]}
          </p>
        ))}
    </section>
  );
}
