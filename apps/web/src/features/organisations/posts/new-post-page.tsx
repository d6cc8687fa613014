import { PARK_POSTS, ROLES, rolesAt, ROUTES, type PostChoices, type Role } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { SelectField, TextField, useRefused } from '../fields.tsx';
import { Failure } from '../listed.tsx';

/** A post is made: only with a role that such a house may have. */
export function NewPostPage() {
  const search = useSearch({ from: '/in/posts/new' });
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['post-choices', search],
    queryFn: ({ signal }) => ask(ROUTES.listPostChoices, { query: search }, signal),
  });
  return (
    <>
      <PageHead title={t('posts.create')} lead={t('posts.createLead')} />
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Spin description={desk('loading')} />}
      {data?.organisations.length === 0 && <Notice tone="caution" title={t('posts.noHouse')} />}
      {data && data.organisations.length > 0 && <PostForm choices={data} />}
    </>
  );
}

function PostForm({ choices }: { readonly choices: PostChoices }) {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [organisationId, setHouse] = useState(choices.organisations[0]!.id);
  const [role, setRole] = useState<Role | null>(null);
  const [title, setTitle] = useState('');
  const [parkId, setPark] = useState<string | null>(null);
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const house = choices.organisations.find(({ id }) => id === organisationId)!;
  const needsPark = role !== null && PARK_POSTS.includes(role);
  const create = useMutation({
    mutationFn: (body: { role: Role }) =>
      ask(ROUTES.createPost, {
        body: { ...body, organisationId, title: title.trim(), parkId: needsPark ? parkId : null },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['posts'] });
      await navigate({ to: '/posts/$id', params: { id }, search: { done: 'created' } });
    },
  });
  const refused = useRefused(create.error);
  const faults = missing.length > 0 ? missing : refused;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = [
      ...(role === null ? ['role'] : []),
      ...(title.trim().length < 2 ? ['title'] : []),
      ...(needsPark && parkId === null ? ['parkId'] : []),
    ].map((field) => ({ field, text: t(`posts.fault.${field}`) }));
    setMissing(wrong);
    if (wrong.length === 0 && role !== null && !create.isPending) create.mutate({ role });
  }

  return (
    <form className="sheet people-form" onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      {choices.organisations.length > 1 && (
        <SelectField
          id="organisationId"
          label={t('organisation')}
          faults={faults}
          value={organisationId}
          options={choices.organisations.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => id && setHouse(id)}
        />
      )}
      <div className="two">
        <SelectField
          id="role"
          label={t('posts.role')}
          hint={role ? ROLES[role].duty[language] : t('posts.roleHint')}
          faults={faults}
          value={role}
          options={rolesAt(house.kind).map((value) => ({ value, label: ROLES[value][language] }))}
          onChange={(value) => {
            setRole(value as Role);
            if (title === '' && value) setTitle(ROLES[value as Role].zh);
          }}
        />
        <TextField
          id="title"
          label={t('posts.name')}
          hint={t('posts.nameHint')}
          faults={faults}
          maxLength={40}
          value={title}
          onChange={setTitle}
        />
      </div>
      {needsPark && (
        <SelectField
          id="parkId"
          label={t('posts.park')}
          faults={faults}
          searchable
          value={parkId}
          options={choices.parks.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setPark}
        />
      )}
      <div className="form-actions">
        <Button type="primary" size="large" htmlType="submit" aria-busy={create.isPending}>
          {t('posts.create')}
        </Button>
        <LinkButton to="/posts" search={{}}>
          {desk('cancel')}
        </LinkButton>
      </div>
    </form>
  );
}
