import { ROLES, type DemoAccounts } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

type Account = DemoAccounts['accounts'][number];

/** The accounts of a demonstration: whoever tries the platform should not have to look for one. */
export function DemoPanel(props: {
  readonly accounts: readonly Account[];
  readonly chosen: Account | null;
  readonly onChoose: (account: Account) => void;
}) {
  const { t, i18n } = useTranslation('organisations');
  const language = currentLanguage(i18n);
  return (
    <section className="demo-panel" aria-labelledby="demo-title">
      <h2 id="demo-title">
        <span className="demo-mark">{t('demo.title')}</span>
      </h2>
      <p className="fine">{t('demo.lead')}</p>
      <ul>
        {props.accounts.map((account) => {
          const role = ROLES[account.role][language];
          return (
            <li key={account.name}>
              <button
                type="button"
                aria-pressed={props.chosen === account}
                onClick={() => props.onChoose(account)}
              >
                <strong>{role}</strong>
                <span>{account.person}</span>
                <small>{account.organisation}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
