import {
  kindOf,
  NOTIFICATION_KIND_NAMES,
  PLACES,
  ROUTES,
  type NotificationSettings,
  type Place,
} from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { EmailAddress } from './email-address.tsx';

const SETTINGS = ['notification-settings'];
const WAYS = Object.keys(PLACES) as Place[];

/** 「消息设置」: which messages reach me by which way. */
export function MessageSettingsPage() {
  const { t } = useTranslation('notifications');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const keep = (settings: NotificationSettings) => queries.setQueryData(SETTINGS, settings);
  const { data, error, refetch } = useQuery({
    queryKey: SETTINGS,
    queryFn: ({ signal }) => ask(ROUTES.getNotificationSettings, {}, signal),
  });
  return (
    <article className="file">
      <PageHead
        title={t('settings.title')}
        lead={t('settings.lead')}
        actions={<LinkButton to="/notifications">{t('title')}</LinkButton>}
      />
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {data && (
        <>
          <Choices settings={data} onChanged={keep} />
          <EmailAddress settings={data} onChanged={keep} />
          <section className="sheet" aria-labelledby="by-phone">
            <h2 id="by-phone">{t('phone.title')}</h2>
            <p>{data.phone ? t('phone.known', { phone: data.phone }) : t('phone.none')}</p>
            <p className="fine">{t('phone.hint')}</p>
          </section>
        </>
      )}
    </article>
  );
}

function Choices(props: {
  readonly settings: NotificationSettings;
  readonly onChanged: (settings: NotificationSettings) => void;
}) {
  const { t, i18n } = useTranslation('notifications');
  const problemText = useProblemText();
  const language = currentLanguage(i18n);
  const { choices, ready } = props.settings;
  const change = useMutation({
    mutationFn: (choice: { kind: (typeof choices)[number]['kind']; place: Place; on: boolean }) =>
      ask(ROUTES.changeNotificationSettings, { body: { choices: [choice] } }),
    onSuccess: props.onChanged,
  });
  const isAlone = WAYS.every((way) => way === 'IN_APP' || ready[way] === 'not_set_up');
  return (
    <section className="sheet" aria-labelledby="choices">
      <h2 id="choices">{t('settings.which')}</h2>
      <p className="fine">{t('settings.whichHint')}</p>
      {isAlone && <Notice tone="info" title={t('settings.inAppOnly')} />}
      {change.error && <Notice tone="fault" title={problemText(change.error)} />}
      <div className="choices-scroll">
        <table className="choices">
          <thead>
            <tr>
              <th scope="col">{t('settings.kind')}</th>
              {WAYS.map((way) => (
                <th scope="col" key={way}>
                  {PLACES[way][language]}
                  {ready[way] !== 'ready' && <small>{t(`settings.ready.${ready[way]}`)}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {NOTIFICATION_KIND_NAMES.map((kind) => (
              <tr key={kind}>
                <th scope="row">{kindOf(kind).name[language]}</th>
                {WAYS.map((way) => {
                  const choice = choices.find((one) => one.kind === kind && one.place === way);
                  if (!choice) return <td key={way}>{t('settings.notOpen')}</td>;
                  const { on, fixed } = choice;
                  // What is on may always be turned off.
                  const isClosed = fixed || (ready[way] !== 'ready' && !on);
                  const name = `${kindOf(kind).name[language]} ${PLACES[way][language]}`;
                  return (
                    <td key={way}>
                      <Checkbox
                        aria-label={fixed ? t('settings.fixed', { name }) : name}
                        checked={on}
                        disabled={isClosed || change.isPending}
                        onChange={({ target }) =>
                          change.mutate({ kind, place: way, on: target.checked })
                        }
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
