import { PUBLIC_GROUNDS, type PublicMark, type PublicVersion } from '@ludao/contracts';
import { Button, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { useGroundOptions } from './grounds.ts';

/** Every bar with its ground; whoever may change them sets the ground or takes a bar away. */
export function Bars(props: {
  readonly parts: PublicVersion['parts'];
  readonly marks: readonly PublicMark[];
  readonly onChange?: (marks: readonly PublicMark[]) => void;
}) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const grounds = useGroundOptions();
  const head = useRef<HTMLParagraphElement>(null);
  const { parts, marks, onChange } = props;
  return (
    <>
      {/* What had the focus is gone with its bar. */}
      <p ref={head} tabIndex={-1} className="bars-head">
        {marks.length === 0 ? t('public.noBars') : t('public.bars', { count: marks.length })}
      </p>
      <ul className="bars">
        {marks.map((mark) => {
          const { paragraph, from, to, ground } = mark;
          const words = parts[paragraph]?.text.slice(from, to) ?? '';
          return (
            <li key={`${paragraph}.${from}`}>
              <span className="bar-words">
                <span className="quiet-text">{t('public.barWhere', { at: paragraph + 1 })}</span>{' '}
                <span lang="zh-CN">{words}</span>
              </span>
              {onChange ? (
                <span className="bar-acts">
                  <Select
                    size="small"
                    aria-label={t('public.groundOf', { words })}
                    popupMatchSelectWidth={false}
                    options={grounds}
                    value={ground}
                    onChange={(next) =>
                      onChange(marks.map((one) => (one === mark ? { ...one, ground: next } : one)))
                    }
                  />
                  <Button
                    size="small"
                    aria-label={t('public.removeNamed', { words })}
                    onClick={() => {
                      onChange(marks.filter((one) => one !== mark));
                      head.current?.focus();
                    }}
                  >
                    {t('public.remove')}
                  </Button>
                </span>
              ) : (
                <span>
                  {PUBLIC_GROUNDS[ground][language]}
                  <small className="quiet-text">
                    {' '}
                    {t('public.article', { article: PUBLIC_GROUNDS[ground].article })}
                  </small>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
