import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { screeningZh } from '@ludao/contracts/screening-zh';
import { shellZh } from './zh-CN/shell.ts';

export type Language = 'zh' | 'en';
const STORAGE_KEY = 'ludao.language';
const LOCALES = { zh: 'zh-CN', en: 'en' } as const;

const instance = createInstance();

/** Before the first page is shown. Chinese is always there; English is fetched when it is wanted. */
export async function startTexts(): Promise<void> {
  await instance.use(initReactI18next).init({
    lng: LOCALES.zh,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { shell: shellZh, screening: screeningZh } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  if (rememberedLanguage() === 'en') await switchTo('en');
}

/** Texts of a page that is loaded only when it is opened. */
export function addTexts(namespace: string, zh: object, en: object): void {
  instance.addResourceBundle(LOCALES.zh, namespace, zh);
  instance.addResourceBundle(LOCALES.en, namespace, en);
}

export function currentLanguage(from: Pick<i18n, 'language'> = instance): Language {
  return from.language.startsWith('zh') ? 'zh' : 'en';
}

/** The language is the only thing kept on the visitor's device, and only when chosen. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage may be switched off; the choice then holds until the page is left.
  }
  void switchTo(language);
}

/** Without a connection the texts stay as they are: better Chinese than none. */
async function switchTo(language: Language): Promise<void> {
  if (language === 'en' && !instance.hasResourceBundle('en', 'shell')) {
    const { english } = await import('./en/index.ts').catch(() => ({ english: null }));
    if (!english) return;
    for (const [name, texts] of Object.entries(english)) {
      instance.addResourceBundle('en', name, texts);
    }
  }
  await instance.changeLanguage(LOCALES[language]);
}

function rememberedLanguage(): Language {
  try {
    const kept = localStorage.getItem(STORAGE_KEY);
    if (kept === 'zh' || kept === 'en') return kept;
  } catch {
    // As above.
  }
  return 'zh';
}
