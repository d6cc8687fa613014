import './without-eval.ts';
import 'virtual:antd.css';
import '../ui/colours.css';
import '../ui/desk/base.css';
import '../ui/desk/frame.css';
import '../ui/desk/sign-in.css';
import '../ui/desk/lists.css';
import '../ui/desk/files.css';
import '../ui/desk/register.css';
import '../ui/desk/pre-lease.css';
import '../ui/desk/park-eia.css';
import '../ui/desk/stock.css';
import '../ui/desk/shared-data.css';
import '../ui/desk/approval.css';
import '../ui/desk/batches.css';
import '../ui/desk/cases.css';
import '../ui/desk/documents.css';
import '../ui/desk/document-desk.css';
import '../ui/desk/document-archive.css';
import '../ui/desk/certificate.css';
import '../ui/desk/paper.css';
import '../ui/desk/rulebook.css';
import '../ui/desk/people.css';
import '../ui/desk/calendar.css';
import '../ui/desk/import.css';
import '../ui/desk/file-upload.css';
import '../ui/desk/personal-data.css';
import '../ui/desk/messages.css';
import '../ui/desk/home.css';
import '../ui/desk/tasks.css';
import '../ui/desk/dossier.css';
import '../ui/desk/door-sign.css';
import '../ui/desk/permits.css';
import '../ui/desk/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import english from 'antd/es/locale/en_US.js';
import chinese from 'antd/es/locale/zh_CN.js';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { currentLanguage, startTexts } from '../i18n/index.ts';
import { chinese as texts } from '../i18n/zh-CN/desk-index.ts';
import { deskTheme } from '../ui/desk/theme.ts';
import { queries } from './queries.ts';
import { router } from './router.tsx';

function Desk() {
  const { i18n } = useTranslation();
  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, [i18n.language]);
  return (
    <ConfigProvider
      theme={deskTheme}
      locale={currentLanguage(i18n) === 'zh' ? chinese : english}
      // Inside the page's main part, where a screen reader expects them.
      getPopupContainer={() => document.querySelector<HTMLElement>('#content') ?? document.body}
      // 「登录」 stays 「登录」: no space is put between two characters.
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
void startTexts(texts, () => import('../i18n/en/desk-index.ts')).then(() =>
  createRoot(root).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  ),
);
