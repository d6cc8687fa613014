import { useParams } from '@tanstack/react-router';
import { mayIn, useSession } from '../api/session.ts';
import { Contacts } from '../features/contacts/contacts.tsx';
import { HolderPermits } from '../features/permits/holder-permits.tsx';
import { ParkPage } from '../features/parks/park-page.tsx';

/** The file of a park, with whom to call there. */
export function ParkRoute() {
  const { id } = useParams({ from: '/in/parks/$id' });
  const session = useSession();
  return (
    <ParkPage>
      {mayIn(session, 'read', 'permit') && (
        <HolderPermits key={`permits ${id}`} of="park" id={id} />
      )}
      {mayIn(session, 'read', 'contact') && <Contacts key={id} of="park" id={id} />}
    </ParkPage>
  );
}
