import { useParams } from '@tanstack/react-router';
import { mayIn, useSession } from '../api/session.ts';
import { Contacts } from '../features/contacts/contacts.tsx';
import { HolderPermits } from '../features/permits/holder-permits.tsx';
import { EnterprisePage } from '../features/enterprises/enterprise-page.tsx';

/** The file of an enterprise, with whom to call there. */
export function EnterpriseRoute() {
  const { id } = useParams({ from: '/in/enterprises/$id' });
  const session = useSession();
  return (
    <EnterprisePage>
      {mayIn(session, 'read', 'permit') && (
        <HolderPermits key={`permits ${id}`} of="enterprise" id={id} />
      )}
      {mayIn(session, 'read', 'contact') && <Contacts key={id} of="enterprise" id={id} />}
    </EnterprisePage>
  );
}
