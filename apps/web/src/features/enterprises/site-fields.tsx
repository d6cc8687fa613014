import { PROFILE_LIMITS, ROUTES } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useLater } from '../../ui/desk/later.ts';
import { RowEditor } from '../../ui/desk/row-editor.tsx';
import type { Part } from './profile-fields.tsx';

/** Further places of the same enterprise. Which park one lies in, the bureau or a park says. */
export function SiteFields({
  draft,
  faultOf,
  notes,
  onChange,
  mayChoosePark,
}: Part & { readonly mayChoosePark: boolean }) {
  const { t } = useTranslation('profile');
  return (
    <RowEditor
      id="sites"
      label={t('sites')}
      hint={t('sitesHint')}
      fault={faultOf('sites')}
      note={notes.sites}
      rows={draft.sites}
      most={PROFILE_LIMITS.sites}
      add={t('addSite')}
      remove={({ name }, at) => t('remove', { what: name || t('rowNumber', { at: at + 1 }) })}
      keeps={({ parkId }) => !mayChoosePark && parkId !== null}
      make={() => ({ name: '', address: '', parkId: null, longitude: null, latitude: null })}
      onChange={(sites) => onChange({ sites })}
    >
      {({ name, address, parkId, longitude, latitude }, set) => (
        <>
          <label>
            <span className="cell-label">{t('siteName')}</span>
            <Input
              maxLength={60}
              value={name}
              onChange={(event) => set({ name: event.target.value })}
            />
          </label>
          <label className="wide">
            <span className="cell-label">{t('siteAddress')}</span>
            <Input
              maxLength={200}
              value={address}
              onChange={(event) => set({ address: event.target.value })}
            />
          </label>
          {mayChoosePark && (
            <div className="cell">
              <span className="cell-label">{t('sitePark')}</span>
              <SitePark parkId={parkId} onChange={(next) => set({ parkId: next })} />
            </div>
          )}
          <label>
            <span className="cell-label">{t('longitude')}</span>
            <Input
              inputMode="decimal"
              placeholder="120.5"
              value={longitude ?? ''}
              onChange={(event) => set({ longitude: event.target.value.trim() || null })}
            />
          </label>
          <label>
            <span className="cell-label">{t('latitude')}</span>
            <Input
              inputMode="decimal"
              placeholder="30.1"
              value={latitude ?? ''}
              onChange={(event) => set({ latitude: event.target.value.trim() || null })}
            />
          </label>
        </>
      )}
    </RowEditor>
  );
}

function SitePark(props: {
  readonly parkId: string | null;
  readonly onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation('profile');
  const [word, find] = useLater('');
  const list = useQuery({
    queryKey: ['parks', { q: word, size: 30 }],
    queryFn: ({ signal }) => ask(ROUTES.listParks, { query: { q: word, size: 30 } }, signal),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['park', props.parkId],
    enabled: props.parkId !== null,
    queryFn: ({ signal }) => ask(ROUTES.getPark, { params: { id: props.parkId ?? '' } }, signal),
  });
  return (
    <Select
      aria-label={t('sitePark')}
      allowClear
      labelInValue
      placeholder={t('siteNoPark')}
      showSearch={{ filterOption: false, onSearch: find }}
      options={(list.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={
        props.parkId === null ? null : { value: props.parkId, label: chosen.data?.name ?? '…' }
      }
      onChange={(next: { readonly value: string; readonly label: string } | null) =>
        props.onChange(next?.value ?? null)
      }
    />
  );
}
