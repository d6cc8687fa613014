import type { Route } from '@ludao/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/desk/icons.tsx';
import { addressOf, type Input } from './client.ts';
import { mayIn, useSession } from './session.ts';

/** What a list shows, as an Excel workbook: for whoever may take it along. */
export function ExportButton<R extends Route>({
  route,
  input,
}: {
  readonly route: R;
  readonly input: Input<R>;
}) {
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const { access } = route;
  if (typeof access === 'string' || !mayIn(session, access.action, access.resource)) return null;
  return (
    <Button href={addressOf(route, input)} download icon={<Icon name="download" />}>
      {desk('export')}
    </Button>
  );
}
