import type { AllowanceLine, ParkEia } from '@ludao/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { useAmounts } from './amounts.ts';

/** What may be drawn, what is drawn and by whom, and what is left. */
export function AllowancePanel({ eia }: { readonly eia: ParkEia }) {
  const { t, i18n } = useTranslation('parkEia');
  const session = useSession();
  const { permit, reconciledOn, state } = eia;
  return (
    <section className="sheet" aria-labelledby="allowance">
      <h2 id="allowance">{t('allowance.title')}</h2>
      <p className="fine">{t('allowance.lead')}</p>
      {state === 'IN_FORCE' && !permit && (
        <Notice tone="caution" title={t('allowance.noPermit')}>
          <p>{t('allowance.noPermitText')}</p>
        </Notice>
      )}
      {permit && (
        <p>
          {t('allowance.permit', {
            number: permit.number,
            day: showDay(permit.validTo, i18n.language),
          })}
        </p>
      )}
      {state === 'IN_FORCE' && reconciledOn === null && (
        <Notice
          tone="caution"
          title={t('allowance.notReconciled')}
          actions={
            mayIn(session, 'read', 'stock') && (
              <LinkButton icon="check" to="/stock/$id" params={{ id: eia.parkId }}>
                {t('stock:toReconcile')}
              </LinkButton>
            )
          }
        >
          <p>{t('allowance.notReconciledText')}</p>
        </Notice>
      )}
      <ul className="allowance">
        {eia.allowance.map((line) => (
          <Line key={line.item} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line }: { readonly line: AllowanceLine }) {
  const { t } = useTranslation('parkEia');
  const { nameOf, unitOf, show } = useAmounts();
  const { item, total, permitted, drawn, left, shares } = line;
  const cap = permitted === null ? total : Math.min(total, permitted);
  const figure = (amount: number) => `${show(item, amount)} ${unitOf(item)}`;
  const share = Math.min(100, cap === 0 ? 100 : (drawn / cap) * 100);
  return (
    <li>
      <h3>{nameOf(item)}</h3>
      <div className="allowance-bar" aria-hidden="true">
        <span className={share >= 90 ? 'nearly' : undefined} style={{ width: `${share}%` }} />
      </div>
      <dl className="allowance-figures">
        <div>
          <dt>{t('allowance.cap')}</dt>
          <dd>{figure(cap)}</dd>
        </div>
        <div>
          <dt>{t('allowance.drawn')}</dt>
          <dd>{figure(drawn)}</dd>
        </div>
        <div>
          <dt>{t('allowance.left')}</dt>
          <dd>
            <strong>{figure(left)}</strong>
          </dd>
        </div>
      </dl>
      {permitted !== null && permitted !== total && (
        <p className="fine">
          {t('allowance.both', { eia: figure(total), permit: figure(permitted) })}
        </p>
      )}
      {shares.length > 0 && (
        <details>
          <summary>{t('allowance.shares', { count: shares.length })}</summary>
          <ul className="allowance-shares">
            {shares.map(({ admissionId, enterprise, amount }) => (
              <li key={admissionId}>
                <Link to="/admissions/$id" params={{ id: admissionId }}>
                  {enterprise}
                </Link>
                <span>{figure(amount)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
