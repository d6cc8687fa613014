import { ROUTES, type InboxItem } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { LinkButton } from '../../ui/desk/link-button.tsx';

/** What may be done with an item here: taken, given back, given to a post. */
export function ItemActions(props: {
  readonly item: InboxItem;
  readonly onFault: (fault: Error | null) => void;
}) {
  const { t } = useTranslation('tasks');
  const queries = useQueryClient();
  const [isAssigning, setAssigning] = useState(false);
  const { id, may, clock } = props.item;
  const options = {
    onMutate: () => props.onFault(null),
    onError: props.onFault,
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  };
  const params = { id };
  const claim = useMutation({ mutationFn: () => ask(ROUTES.claimWork, { params }), ...options });
  const release = useMutation({
    mutationFn: () => ask(ROUTES.releaseWork, { params }),
    ...options,
  });
  return (
    <span className="item-actions screen-only">
      {may.claim && (
        <Button size="small" loading={claim.isPending} onClick={() => claim.mutate()}>
          {t('claim')}
        </Button>
      )}
      {may.release && (
        <Button size="small" loading={release.isPending} onClick={() => release.mutate()}>
          {t('release')}
        </Button>
      )}
      {may.assign && !isAssigning && (
        <Button size="small" onClick={() => setAssigning(true)}>
          {t('assign')}
        </Button>
      )}
      {isAssigning && <Assign id={id} {...options} onDone={() => setAssigning(false)} />}
      {clock !== null && (
        <LinkButton icon="log" to="/clocks/$id" params={{ id: clock }}>
          {t('clock')}
        </LinkButton>
      )}
    </span>
  );
}

function Assign(props: {
  readonly id: string;
  readonly onError: (fault: Error) => void;
  readonly onSettled: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('tasks');
  const params = { id: props.id };
  const { data } = useQuery({
    queryKey: ['inbox', props.id, 'posts'],
    queryFn: ({ signal }) => ask(ROUTES.listWorkPosts, { params }, signal),
  });
  const assign = useMutation({
    mutationFn: (post: string) => ask(ROUTES.assignWork, { params, body: { post } }),
    onError: props.onError,
    onSettled: props.onSettled,
    onSuccess: props.onDone,
  });
  return (
    <Select
      size="small"
      defaultOpen
      style={{ minWidth: 160 }}
      aria-label={t('assignTo')}
      placeholder={t('assignTo')}
      notFoundContent={t('noPosts')}
      loading={!data || assign.isPending}
      options={(data?.posts ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(post: string) => assign.mutate(post)}
      onBlur={props.onDone}
    />
  );
}
