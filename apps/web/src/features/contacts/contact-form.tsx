import { CONTACT_KINDS, CONTACT_LIMITS, type Contact, type ContactKind } from '@ludao/contracts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { draftOf, EMPTY, wrongIn, type Draft } from './form.ts';

/** Entering a contact, or changing one without seeing what is registered. */
export function ContactForm(props: {
  readonly contact: Contact | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: (draft: Draft) => void;
  readonly onCancel: () => void;
}) {
  const { t, i18n } = useTranslation('contacts');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const { contact } = props;
  const [draft, setDraft] = useState<Draft>(contact ? draftOf(contact) : EMPTY);
  const [wrong, setWrong] = useState<readonly ('name' | 'phone')[]>([]);
  const set = (next: Partial<Draft>) => {
    setDraft({ ...draft, ...next });
    setWrong((now) => now.filter((field) => !(field in next)));
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (props.busy) return;
    const found = wrongIn(draft, contact === null);
    setWrong(found);
    if (found.length === 0) props.onSubmit(draft);
  }

  const id = (field: string) => `${field}-${contact?.id ?? 'new'}`;
  const fault = (field: 'name' | 'phone') =>
    wrong.includes(field) ? t(`form.fault.${field}`) : undefined;
  const kept = (shown: string) => (contact ? t('form.kept', { shown }) : undefined);
  return (
    <form
      className="contact-form"
      onSubmit={submit}
      noValidate
      aria-label={t(contact ? 'form.change' : 'form.add')}
    >
      {Boolean(props.error) && <Notice tone="fault" title={problemText(props.error)} />}
      <div className="two">
        <Field id={id('kind')} label={t('kind')}>
          {(wiring) => (
            <Select
              {...wiring}
              options={(Object.keys(CONTACT_KINDS) as ContactKind[]).map((value) => ({
                value,
                label: CONTACT_KINDS[value][currentLanguage(i18n)],
              }))}
              value={draft.kind}
              onChange={(kind: ContactKind) => set({ kind })}
            />
          )}
        </Field>
        <Field
          id={id('name')}
          label={t('name')}
          hint={kept(contact?.name ?? '')}
          fault={fault('name')}
        >
          {(wiring) => (
            <Input
              {...wiring}
              autoComplete="off"
              maxLength={CONTACT_LIMITS.name}
              value={draft.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field
          id={id('phone')}
          label={t('phone')}
          optional={contact ? undefined : desk('optional')}
          hint={kept(contact?.phone ?? t('noPhone')) ?? t('form.phoneHint')}
          fault={fault('phone')}
        >
          {(wiring) => (
            <Input
              {...wiring}
              type="tel"
              autoComplete="off"
              disabled={draft.withoutPhone}
              maxLength={CONTACT_LIMITS.phone}
              value={draft.phone}
              onChange={(event) => set({ phone: event.target.value })}
            />
          )}
        </Field>
        <Field id={id('jobTitle')} label={t('jobTitle')} optional={desk('optional')}>
          {(wiring) => (
            <Input
              {...wiring}
              autoComplete="off"
              maxLength={CONTACT_LIMITS.jobTitle}
              value={draft.jobTitle}
              onChange={(event) => set({ jobTitle: event.target.value })}
            />
          )}
        </Field>
      </div>
      {contact?.phone && (
        <p>
          <Checkbox
            checked={draft.withoutPhone}
            onChange={(event) => set({ withoutPhone: event.target.checked, phone: '' })}
          >
            {t('form.withoutPhone')}
          </Checkbox>
        </p>
      )}
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={props.busy}>
          {t(contact ? 'form.save' : 'form.submit')}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
