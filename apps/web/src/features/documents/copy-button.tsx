import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/desk/icons.tsx';

/** Puts one field on the clipboard, and says that it is there. */
export function CopyButton({ name, text }: { readonly name: string; readonly text: string }) {
  const { t } = useTranslation('documents');
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Button
      size="small"
      icon={<Icon name={isCopied ? 'check' : 'copy'} size={15} />}
      aria-label={t(isCopied ? 'outside.copiedNamed' : 'outside.copyNamed', { name })}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}
    >
      {t(isCopied ? 'outside.copied' : 'outside.copy')}
    </Button>
  );
}
