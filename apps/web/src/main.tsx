import { screeningZh } from '@ludao/contracts/screening-zh';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './app/router.tsx';
import { startTexts } from './i18n/index.ts';
import { shellZh } from './i18n/zh-CN/shell.ts';
import './ui/colours.css';
import './ui/base.css';
import './ui/forms.css';
import './ui/answer.css';
import './ui/relief.css';
import './ui/describe.css';
import './ui/law.css';
import './ui/narrow.css';
import './ui/print.css';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
const chinese = { shell: shellZh, screening: screeningZh };
void startTexts(chinese, () => import('./i18n/en/index.ts')).then(() =>
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  ),
);
