import { ROUTES, type DocumentForm } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { showDay } from '../../../i18n/dates.ts';
import { Field } from '../../../ui/desk/field.tsx';

const NEW = 'new';

/** An open volume of the same matter's subject, or the title of a new one. */
export function VolumeField(props: {
  readonly office: string;
  readonly subject: string;
  readonly value: DocumentForm['volume'];
  readonly newTitle: string;
  readonly fault: string | undefined;
  readonly onChange: (volume: DocumentForm['volume']) => void;
}) {
  const { t, i18n } = useTranslation('documents');
  const query = { office: props.office, subject: props.subject };
  const { data } = useQuery({
    queryKey: ['open-volumes', query],
    queryFn: ({ signal }) => ask(ROUTES.listOpenVolumes, { query }, signal),
  });
  const open = data?.volumes ?? [];
  const { value } = props;
  return (
    <>
      {open.length > 0 && (
        <Field id="volume-choice" label={t('form.volume')} hint={t('form.volumeHint')}>
          {(wiring) => (
            <Select
              {...wiring}
              options={[
                ...open.map(({ id, name, openedOn }) => ({
                  value: id,
                  label: t('form.volumeOpened', { name, day: showDay(openedOn, i18n.language) }),
                })),
                { value: NEW, label: t('form.volumeNew') },
              ]}
              value={'id' in value ? value.id : NEW}
              onChange={(id: string) =>
                props.onChange(id === NEW ? { title: props.newTitle } : { id })
              }
            />
          )}
        </Field>
      )}
      {'title' in value && (
        <Field
          id="volume"
          label={t(open.length > 0 ? 'form.volumeTitle' : 'form.volume')}
          hint={open.length > 0 ? undefined : t('form.volumeHint')}
          fault={props.fault}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={100}
              value={value.title}
              onChange={(event) => props.onChange({ title: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
