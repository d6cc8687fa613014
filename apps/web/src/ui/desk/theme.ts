import type { ThemeConfig } from 'antd';

/** The public pages' colours (ui/colours.css, kept equal by a test) in Ant Design's terms. */
export const deskTheme: ThemeConfig = {
  // The styles are a file made by the build; nothing is injected (decision 0025).
  zeroRuntime: true,
  hashed: false,
  cssVar: { key: 'desk' },
  token: {
    colorPrimary: '#14503f',
    colorLink: '#14503f',
    colorInfo: '#1c4f74',
    colorSuccess: '#14503f',
    colorWarning: '#8a5200',
    colorError: '#9c2b1b',
    colorTextBase: '#1c2a25',
    colorText: '#1c2a25',
    colorTextSecondary: '#52625b',
    colorTextTertiary: '#52625b',
    colorTextDescription: '#52625b',
    colorTextPlaceholder: '#5f6f68',
    colorBorder: '#8fa098',
    colorBorderSecondary: '#d5dcd6',
    colorSplit: '#d5dcd6',
    colorBgLayout: '#f6f7f4',
    borderRadius: 6,
    fontSize: 14,
    controlHeight: 34,
    motion: false,
    fontFamily: 'var(--typeface)',
  },
  components: {
    Table: {
      cellPaddingBlockSM: 7,
      headerBg: '#eef2ee',
      headerColor: '#1c2a25',
      headerSortActiveBg: '#e7f0eb',
      headerSortHoverBg: '#e7f0eb',
      bodySortBg: '#ffffff',
      rowHoverBg: '#f3f7f4',
      headerSplitColor: 'transparent',
    },
  },
};
