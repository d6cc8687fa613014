import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '../i18n/index.ts';

export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other = currentLanguage(i18n) === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="plain"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => chooseLanguage(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}
