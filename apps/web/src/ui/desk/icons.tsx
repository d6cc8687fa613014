const PATHS = {
  home: 'M3 11l9-7 9 7M6 9v11h12V9M10 20v-6h4v6',
  park: 'M3 20h18M5 20v-8l5 3v-3l5 3V6l4-1v15',
  enterprise: 'M5 20V4h14v16M3 20h18M9 8h1M14 8h1M9 12h1M14 12h1M10 20v-4h4v4',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M6 6l12 12M18 6L6 18',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c.8-4 4-6 8-6s7.2 2 8 6',
  shield: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM8.5 12l2.5 2.5 4.5-4.5',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  download: 'M12 3v12M7 10l5 5 5-5M4 20h16',
  upload: 'M12 16V4M7 9l5-5 5 5M4 20h16',
  plus: 'M12 5v14M5 12h14',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  out: 'M10 4H4v16h6M15 8l4 4-4 4M19 12H9',
  out_of_here: 'M14 4h6v6M20 4l-9 9M10 5H4v15h15v-6',
  check: 'M4 12l5 5L20 6',
  warn: 'M12 3L2 20h20zM12 10v4M12 17v.5',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7v.5',
  leaf: 'M5 19c0-9 5-14 15-14 0 10-5 15-12 14M5 21c1-5 4-8 8-10',
  lease: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h5',
  file: 'M4 6h6l2 2h8v12H4zM4 11h16',
  rulebook: 'M5 17V6a3 3 0 0 1 3-3h11v18H8a3 3 0 0 1-3-3 3 3 0 0 1 3-3h11',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2h-2M14 20h2M18 18h2v2',
  stop: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.6 5.6l12.8 12.8',
  question:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.4 9.6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.1.9-1.1 1.8M12 17v.4',
  people:
    'M9 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.6a3.5 3.5 0 0 1 0 6M18 14.4a6.5 6.5 0 0 1 3.5 5.6',
  post: 'M4 7h16v12H4zM9 7V4h6v3M4 12h16M12 11v3',
  key: 'M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 12l9-9M17 6l3 3',
  hand: 'M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4',
  log: 'M5 3h14v18H5zM9 8h6M9 12h6M9 16h4',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  paper: 'M6 3h12v18H6zM9 7h6M9 11h6M9 15h3M14 16.5h2',
  received: 'M3 7h18v12H3zM3 8l9 6 9-6',
  seal: 'M12 3a3 3 0 0 0-2 5.2V12H6a2 2 0 0 0-2 2v2h16v-2a2 2 0 0 0-2-2h-4V8.2A3 3 0 0 0 12 3zM5 20h14',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3M8 17h6',
  swap: 'M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5',
  works: 'M4 20h16M6 20V9l6-5 6 5v11M9.5 14l2 2 3.5-4',
  enter: 'M13 4h7v16h-7M3 12h11M10 8l4 4-4 4',
  effect: 'M4 20V11M10 20V5M16 20v-6M3 20h18M20 8l-3-3-3 3',
  empty: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 2h4l1-2h5',
} as const;
export type IconName = keyof typeof PATHS;

/** A picture beside words; it says nothing that the words do not. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
