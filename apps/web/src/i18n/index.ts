import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh' | 'en';
const STORAGE_KEY = 'ludao.language';
const LOCALES = { zh: 'zh-CN', en: 'en' } as const;

const instance = createInstance();

/** Texts by capability. */
export type Texts = Readonly<Record<string, object>>;
let fetchEnglish: (() => Promise<{ readonly english: Texts }>) | null = null;

/** Before the first page is shown. Chinese is always there; English is fetched when it is wanted. */
export async function startTexts(
  chinese: Texts,
  english: () => Promise<{ readonly english: Texts }>,
): Promise<void> {
  fetchEnglish = english;
  await instance.use(initReactI18next).init({
    lng: LOCALES.zh,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { ...chinese } },
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
  if (language === 'en' && fetchEnglish) {
    const { english } = await fetchEnglish().catch(() => ({ english: null }));
    if (!english) return;
    fetchEnglish = null;
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
