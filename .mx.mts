import { walkMatrix } from './prove/matrix/walk.ts';
import { openOnPglite } from './apps/server/src/platform/testing-databases.ts';
const own = await openOnPglite();
const t = await walkMatrix(own.database, { small: true });
console.log(t.combinations, t.leaks.length, t.faults.length);
console.log([...t.leaks.slice(0, 60), ...t.faults.slice(0, 80)].join('\n').slice(0, 15000));
await own.remove();
process.exit(0);
