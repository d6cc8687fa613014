import { route } from '../route.ts';
import { TaskList } from '../tasks.ts';

export const TASK_ROUTES = {
  listTasks: route({
    method: 'GET',
    url: '/api/tasks',
    summary: 'What waits for the person today, from every capability',
    tag: 'tasks',
    access: 'session',
    response: TaskList,
  }),
} as const;
