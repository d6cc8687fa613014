import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { mayIn, useSession } from '../api/session.ts';
import { Contacts } from '../features/contacts/contacts.tsx';
import {
  HeldPermit,
  HolderPermits,
  holderPermitsQuery,
} from '../features/permits/holder-permits.tsx';
import { EnterprisePage } from '../features/enterprises/enterprise-page.tsx';

/** The file of an enterprise, with its permits and whom to call there. */
export function EnterpriseRoute() {
  const { id } = useParams({ from: '/in/enterprises/$id' });
  const session = useSession();
  const readsPermits = mayIn(session, 'read', 'permit');
  const { data } = useQuery({ ...holderPermitsQuery(id), enabled: readsPermits });
  const held = data?.rows.find(({ state, site }) => state === 'IN_FORCE' && site === '');
  return (
    <EnterprisePage permit={held && <HeldPermit permit={held} />}>
      {readsPermits && <HolderPermits key={`permits ${id}`} of="enterprise" id={id} />}
      {mayIn(session, 'read', 'contact') && <Contacts key={id} of="enterprise" id={id} />}
    </EnterprisePage>
  );
}
