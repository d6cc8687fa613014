import type { InitialPassword } from '@ludao/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/desk/notice.tsx';

/** The initial password, which nobody can show a second time. */
export function PasswordOnce(props: {
  readonly made: Pick<InitialPassword, 'signInName' | 'password'>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('people');
  const { signInName, password } = props.made;
  return (
    <Notice
      tone="caution"
      title={t('accounts.once')}
      actions={<Button onClick={props.onClose}>{t('accounts.onceClose')}</Button>}
    >
      <p>
        {t('accounts.signInName')} <code>{signInName}</code>
        <br />
        {t('accounts.initial')} <code className="initial-password">{password}</code>
      </p>
      <p>{t('accounts.onceText')}</p>
    </Notice>
  );
}
