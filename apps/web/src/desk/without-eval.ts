import { config } from 'zod';

// The security policy forbids evaluation; zod would try it once and be refused in the log.
config({ jitless: true });
