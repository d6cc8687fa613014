import { ROUTES, type DocumentSubject } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { mayIn, useSession } from '../../../api/session.ts';
import type { Wiring } from '../../../ui/desk/field.tsx';
import { useLater } from '../../../ui/desk/later.ts';

export type Subject = DocumentSubject & { readonly name: string };
const MOST = 12;

/** Enterprises and parks in reach, found by a word, pinyin or initials. */
export function SubjectPicker(props: {
  readonly wiring: Wiring;
  readonly value: Subject | null;
  readonly onChange: (subject: Subject | null) => void;
}) {
  const { t } = useTranslation('documents');
  const session = useSession();
  const [word, find] = useLater('');
  const query = { q: word, size: MOST };
  const enterprises = useQuery({
    queryKey: ['enterprises', query],
    queryFn: ({ signal }) => ask(ROUTES.listEnterprises, { query }, signal),
    placeholderData: keepPreviousData,
    enabled: mayIn(session, 'read', 'enterprise'),
  });
  const parks = useQuery({
    queryKey: ['parks', query],
    queryFn: ({ signal }) => ask(ROUTES.listParks, { query }, signal),
    placeholderData: keepPreviousData,
    enabled: mayIn(session, 'read', 'park'),
  });
  const asOptions = (
    kind: Subject['kind'],
    rows: readonly { readonly id: string; readonly name: string }[] = [],
  ) => rows.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }));
  const groups = [
    { label: t('form.enterprises'), options: asOptions('enterprise', enterprises.data?.rows) },
    { label: t('form.parks'), options: asOptions('park', parks.data?.rows) },
  ].filter(({ options }) => options.length > 0);
  const { value } = props;
  return (
    <Select
      {...props.wiring}
      allowClear
      labelInValue
      placeholder={t('form.subjectHint')}
      showSearch={{ filterOption: false, onSearch: find }}
      notFoundContent={t('form.subjectNone')}
      options={groups}
      value={value && { value: `${value.kind}:${value.id}`, label: value.name }}
      onChange={(next: { readonly value: string; readonly label: string } | null) => {
        find('');
        const [kind, id] = next?.value.split(':') ?? [];
        props.onChange(
          next && id
            ? { kind: kind === 'park' ? 'park' : 'enterprise', id, name: next.label }
            : null,
        );
      }}
    />
  );
}
