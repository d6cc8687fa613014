import { PUBLIC_GROUNDS, type PublicGround } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';

export function useGroundOptions(): { readonly value: PublicGround; readonly label: string }[] {
  const { i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  return (Object.keys(PUBLIC_GROUNDS) as PublicGround[]).map((value) => ({
    value,
    label: PUBLIC_GROUNDS[value][language],
  }));
}
