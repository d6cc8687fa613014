import {
  DOCUMENT_EFFECTS,
  DOCUMENT_STATES,
  type DocumentEffect,
  type DocumentState,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';

const ICONS: Readonly<Record<DocumentState, IconName>> = {
  DRAFT: 'edit',
  SUBMITTED: 'eye',
  REVIEWED: 'key',
  NUMBERED: 'seal',
  SEALED: 'out_of_here',
  SERVED: 'check',
  ARCHIVED: 'file',
  DISCARDED: 'close',
};

/** Where a document is, and what a later one made of it. */
export function StateMark(props: {
  readonly state: DocumentState;
  readonly effect: DocumentEffect | null;
}) {
  const { i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const { state, effect } = props;
  return (
    <>
      <span className={`document-state ${state.toLowerCase()}`}>
        <Icon name={ICONS[state]} size={15} /> {DOCUMENT_STATES[state][language]}
      </span>
      {effect && <EffectMark effect={effect} />}
    </>
  );
}

export function EffectMark({ effect }: { readonly effect: DocumentEffect }) {
  const { i18n } = useTranslation('documents');
  return <span className="badge">{DOCUMENT_EFFECTS[effect][currentLanguage(i18n)]}</span>;
}
