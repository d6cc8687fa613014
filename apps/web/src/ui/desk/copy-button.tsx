import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';

/** Puts one field on the clipboard, and says that it is there. */
export function CopyButton({ name, text }: { readonly name: string; readonly text: string }) {
  const { t } = useTranslation('desk');
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Button
      size="small"
      icon={<Icon name={isCopied ? 'check' : 'copy'} size={15} />}
      aria-label={t(isCopied ? 'copy.doneNamed' : 'copy.named', { name })}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}
    >
      {t(isCopied ? 'copy.done' : 'copy.do')}
    </Button>
  );
}
