import {
  LEGAL_BASES,
  NOTICE_VERSION,
  PERSONAL_FIELDS,
  termText,
  type PersonalField,
} from '@ludao/contracts/personal-data';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { privacyEn } from '../../i18n/en/privacy.ts';
import { addTexts, currentLanguage } from '../../i18n/index.ts';
import { privacyZh } from '../../i18n/zh-CN/privacy.ts';
import './privacy.css';

addTexts('privacy', privacyZh, privacyEn);

const PARTS = ['handler', 'visitors'] as const;
const ENDS = ['sharing', 'security'] as const;
const RIGHTS = ['know', 'copy', 'correct', 'erase', 'contacts', 'complain'] as const;
const GROUPS = [
  'account',
  'contact',
  'document',
  'log',
  'request',
] as const satisfies PersonalField['of'][];

/** 《个人信息处理规则》, made from the list of fields that the program itself reads. */
export function PrivacyPage() {
  const { t } = useTranslation('privacy');
  const title = t('title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <article className="privacy">
      <h1>{title}</h1>
      <p className="fine">
        {t('version', { version: NOTICE_VERSION })}
        <button type="button" className="quiet screen-only" onClick={() => print()}>
          {t('print')}
        </button>
      </p>
      <p>{t('lead')}</p>
      {PARTS.map((part) => (
        <Part key={part} part={part} />
      ))}
      <section aria-labelledby="fields">
        <h2 id="fields">{t('fields.title')}</h2>
        {GROUPS.map((group) => (
          <Fields key={group} of={group} />
        ))}
      </section>
      {ENDS.map((part) => (
        <Part key={part} part={part} />
      ))}
      <section aria-labelledby="rights">
        <h2 id="rights">{t('rights.title')}</h2>
        <ul>
          {RIGHTS.map((right) => (
            <li key={right}>{t(`rights.${right}`)}</li>
          ))}
        </ul>
        <p className="screen-only">
          <a href="/desk/me">{t('toDesk')}</a>
        </p>
      </section>
    </article>
  );
}

function Part({ part }: { readonly part: (typeof PARTS)[number] | (typeof ENDS)[number] }) {
  const { t } = useTranslation('privacy');
  return (
    <section>
      <h2>{t(`${part}.title`)}</h2>
      <p>{t(`${part}.text`)}</p>
    </section>
  );
}

function Fields({ of }: { readonly of: PersonalField['of'] }) {
  const { t, i18n } = useTranslation('privacy');
  const language = currentLanguage(i18n);
  return (
    <>
      <h3>{t(`of.${of}`)}</h3>
      {PERSONAL_FIELDS.filter((field) => field.of === of).map((field) => (
        <dl key={field.name.zh} className="privacy-field">
          <div className="privacy-name">
            <dt>{t('fields.name')}</dt>
            <dd>{field.name[language]}</dd>
          </div>
          <div>
            <dt>{t('fields.purpose')}</dt>
            <dd>{field.purpose[language]}</dd>
          </div>
          <div>
            <dt>{t('fields.term')}</dt>
            <dd>{termText(field)[language]}</dd>
          </div>
          <div>
            <dt>{t('fields.others')}</dt>
            <dd>{t(`mask.${field.mask}`)}</dd>
          </div>
          <div>
            <dt>{t('fields.basis')}</dt>
            <dd>{LEGAL_BASES[field.basis][language]}</dd>
          </div>
        </dl>
      ))}
    </>
  );
}
