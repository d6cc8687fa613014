import { CONTACT_KINDS, ROUTES, type Contact, type ContactList } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { RevealPanel } from '../../api/reveal-panel.tsx';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { ContactForm } from './contact-form.tsx';
import { EndContact } from './end-contact.tsx';
import { changeOf, type Draft } from './form.ts';

/** One contact, masked, with what the reader may do. */
export function ContactRow(props: {
  readonly contact: Contact;
  readonly may: ContactList['may'];
  readonly onChanged: (said: 'changed' | 'ended' | 'erased') => void;
  /** Somebody else was first: what is shown is no longer true. */
  readonly onStale: () => void;
}) {
  const { contact, may, onChanged } = props;
  const { t, i18n } = useTranslation('contacts');
  const { t: desk } = useTranslation('desk');
  const [open, setOpen] = useState<'reveal' | 'change' | 'end' | null>(null);
  const close = () => setOpen(null);
  const { id, version } = contact;
  const change = useMutation({
    mutationFn: (draft: Draft) =>
      ask(ROUTES.changeContact, { params: { id }, body: { version, ...changeOf(draft) } }),
    onSuccess: () => {
      close();
      onChanged('changed');
    },
    onError: props.onStale,
  });
  const label = (what: string) => `${what} ${contact.name}`;
  return (
    <li className="contact">
      <div className="contact-line">
        <span className="contact-kind">{CONTACT_KINDS[contact.kind][currentLanguage(i18n)]}</span>
        <span className="contact-name">{contact.name}</span>
        <span className="code">{contact.phone ?? t('noPhone')}</span>
        <span className="quiet-text contact-job">
          {contact.jobTitle}
          {contact.cameWith && (
            <span className="contact-origin">
              {contact.cameWith.name === null
                ? t('cameWithHidden')
                : t('cameWith', { name: contact.cameWith.name })}
            </span>
          )}
        </span>
        <span className="contact-actions screen-only">
          {may.reveal && (
            <Button
              size="small"
              icon={<Icon name="eye" size={16} />}
              aria-label={label(t('reveal.open'))}
              aria-expanded={open === 'reveal'}
              onClick={() => setOpen(open === 'reveal' ? null : 'reveal')}
            >
              {t('reveal.open')}
            </Button>
          )}
          {may.update && (
            <>
              <Button
                size="small"
                aria-label={label(desk('edit'))}
                aria-expanded={open === 'change'}
                onClick={() => setOpen(open === 'change' ? null : 'change')}
              >
                {desk('edit')}
              </Button>
              <Button
                size="small"
                aria-label={label(t('end.open'))}
                aria-expanded={open === 'end'}
                onClick={() => setOpen(open === 'end' ? null : 'end')}
              >
                {t('end.open')}
              </Button>
            </>
          )}
        </span>
      </div>
      {open === 'reveal' && (
        <RevealPanel
          id={id}
          reveal={(body) => ask(ROUTES.revealContact, { params: { id }, body })}
          onClose={close}
        />
      )}
      {open === 'change' && (
        <ContactForm
          contact={contact}
          busy={change.isPending}
          error={change.error}
          onSubmit={(draft) => change.mutate(draft)}
          onCancel={close}
        />
      )}
      {open === 'end' && (
        <EndContact contact={contact} onDone={onChanged} onStale={props.onStale} onCancel={close} />
      )}
    </li>
  );
}
