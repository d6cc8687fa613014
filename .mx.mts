import { walkMatrix } from './prove/matrix/walk.ts';
import { openOnPglite } from './apps/server/src/platform/testing-databases.ts';
const own = await openOnPglite();
const t = await walkMatrix(own.database, { small: true });
console.log(JSON.stringify({ ...t, leaks: t.leaks.slice(0, 40) }, null, 1).slice(0, 9000));
await own.remove();
process.exit(0);
