import { ROUTES, type ContactForm as Form } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { ContactForm } from './contact-form.tsx';
import { ContactRow } from './contact-row.tsx';

const ROUTES_OF = {
  enterprise: { list: ROUTES.listEnterpriseContacts, enter: ROUTES.enterEnterpriseContact },
  park: { list: ROUTES.listParkContacts, enter: ROUTES.enterParkContact },
} as const;

/** Whom to call at an enterprise or a park; masked, and shown whole for a reason. */
export function Contacts({ of, id }: { readonly of: 'enterprise' | 'park'; readonly id: string }) {
  const { t } = useTranslation('contacts');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [isAdding, setIsAdding] = useState(false);
  const [said, setSaid] = useState<'added' | 'changed' | 'ended' | 'erased' | null>(null);
  const routes = ROUTES_OF[of];
  const queryKey = ['contacts', of, id];
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask(routes.list, { params: { id } }, signal),
  });
  const reload = () => {
    void queries.invalidateQueries({ queryKey });
    void queries.invalidateQueries({ queryKey: [`${of}-timeline`, id] });
  };
  const enter = useMutation({
    mutationFn: (body: Form) => ask(routes.enter, { params: { id }, body }),
    onSuccess: () => {
      setIsAdding(false);
      setSaid('added');
      reload();
    },
  });
  const contacts = data?.contacts ?? [];
  return (
    <section className="sheet contacts" aria-labelledby="contacts">
      <div className="sheet-head">
        <h2 id="contacts">{t('title')}</h2>
        {data?.may.update && !isAdding && (
          <Button
            className="screen-only"
            size="small"
            icon={<Icon name="plus" size={16} />}
            onClick={() => {
              setIsAdding(true);
              setSaid(null);
            }}
          >
            {t('add')}
          </Button>
        )}
      </div>
      <p className="fine">{t('hint')}</p>
      {error && <Notice tone="caution" title={problemText(error)} />}
      {!data && !error && <Spin />}
      {said && <Notice tone="good" title={t(`said.${said}`)} />}
      {isAdding && (
        <ContactForm
          contact={null}
          busy={enter.isPending}
          error={enter.error}
          onSubmit={({ kind, name, phone, jobTitle }) =>
            enter.mutate({ kind, name, phone, jobTitle })
          }
          onCancel={() => setIsAdding(false)}
        />
      )}
      {data && contacts.length === 0 && !isAdding && <p className="quiet-text">{t('none')}</p>}
      {data && contacts.length > 0 && (
        <ul className="contact-list">
          {contacts.map((contact) => (
            <ContactRow
              key={contact.id}
              contact={contact}
              may={data.may}
              onChanged={(done) => {
                setSaid(done);
                reload();
              }}
              onStale={reload}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
