import './icons.css';

/** 16-px line drawings. An icon never stands alone for an act that matters: a word is beside it, or it has a label. */
const PATHS = {
  play: 'M5 3.5v9l7.5-4.5z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  stop: 'M4 4h8v8H4z',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  cross: 'M4 4l8 8M12 4l-8 8',
  close: 'M4 4l8 8M12 4l-8 8',
  warning: 'M8 2.2L14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2',
  question: 'M5.8 6a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.1.9-1.1 1.8M8 12v.2',
  mail: 'M2 4h12v8.5H2zM2.3 4.3L8 9l5.7-4.7',
  phone: 'M4.2 2.5l2 .2.9 2.8-1.4 1.2a8 8 0 0 0 3.6 3.6l1.2-1.4 2.8.9.2 2c0 1-.9 1.7-1.9 1.6A10.4 10.4 0 0 1 2.6 4.4c-.1-1 .6-1.9 1.6-1.9z',
  message: 'M2.5 3.5h11v7.5H7l-3 2.5V11H2.5z',
  news: 'M2.5 3.5h9v9h-8a1 1 0 0 1-1-1zM11.5 6h2v5.5a1 1 0 0 1-2 0M4.5 6h5M4.5 8.2h5M4.5 10.4h3',
  social: 'M2.5 3h11v8H8l-3 2.5V11H2.5zM5 6h6M5 8.3h3.5',
  report: 'M4 2.5h5.5L12 5v8.5H4zM9.5 2.5V5H12M6 7.5h4M6 10h4',
  intelligence: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  order: 'M3.5 13.5v-11M3.5 3h8.5l-2 3 2 3H3.5',
  folder: 'M2 4.2h4.2L7.7 6H14v7H2z',
  item: 'M3.5 2.5h9v11h-9zM5.5 5.5h5M5.5 8h5M5.5 10.5h3',
  request: 'M8 2.5v6M5.5 6L8 8.5 10.5 6M3 9v4h10V9',
  share: 'M8 10V2.8M5.2 5.4L8 2.6l2.8 2.8M3 8.5v5h10v-5',
  scissors: 'M4.5 6.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM4.5 13.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM6 5.5l7.5 6M6 10.5l7.5-6',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.4 10.4l3.4 3.4',
  write: 'M3 13l.8-3L10.5 3.3l2.2 2.2L6 12.2zM9.3 4.5l2.2 2.2',
  reply: 'M6.5 4L2.5 7.5l4 3.5M2.5 7.5H10a3.5 3.5 0 0 1 3.5 3.5v1.5',
  note: 'M3.5 2.5h9v8l-3 3h-6zM12.5 10.5h-3v3',
  mic: 'M8 2.5a2 2 0 0 1 2 2V8a2 2 0 0 1-4 0V4.5a2 2 0 0 1 2-2zM4 8a4 4 0 0 0 8 0M8 12v2',
  hand: 'M5 8.5v-5a1 1 0 0 1 2 0V7M7 7V2.7a1 1 0 0 1 2 0V7M9 7V3.5a1 1 0 0 1 2 0v6a4 4 0 0 1-4 4c-1.8 0-2.6-.8-3.4-2.2L2.3 8.8c-.3-.9.9-1.6 1.6-.8L5 9.3',
  people:
    'M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM1.8 13c.2-2.5 1.8-4 4.2-4s4 1.5 4.2 4M10.5 3.2a2.2 2.2 0 0 1 0 4.1M11.8 9.2c1.4.5 2.3 1.8 2.4 3.8',
  card: 'M2 3.5h12v9H2zM5.5 8.2a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8zM3.6 10.8c.2-1.1.9-1.7 1.9-1.7s1.7.6 1.9 1.7M9.5 6h3M9.5 8.5h3',
  megaphone: 'M2.5 6.5v3h2l6 3v-9l-6 3zM12.5 6.2a2.5 2.5 0 0 1 0 3.6M5 9.7l.8 3.3h1.6L6.6 10',
  moon: 'M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM8 1.5v1.7M8 12.8v1.7M1.5 8h1.7M12.8 8h1.7M3.4 3.4l1.2 1.2M11.4 11.4l1.2 1.2M3.4 12.6l1.2-1.2M11.4 4.6l1.2-1.2',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.2M2.5 8h.2M2.5 12h.2',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  back: 'M10 3L5 8l5 5',
  forward: 'M6 3l5 5-5 5',
  down: 'M3 6l5 5 5-5',
  up: 'M3 10l5-5 5 5',
  jump: 'M2.5 4v8l5-4zM8.5 4v8l5-4z',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.3 1.8',
  hourglass: 'M4 2.5h8M4 13.5h8M5 2.5c0 3 6 4.5 6 11M11 2.5c0 3-6 4.5-6 11',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2M8 10v1.3',
  attach: 'M12.5 7.5L7.6 12.4a3 3 0 0 1-4.2-4.2l5.3-5.3a2 2 0 0 1 2.8 2.8L6.4 10.8a1 1 0 0 1-1.4-1.4l4.6-4.6',
  picture: 'M2.5 3.5h11v9h-11zM2.5 11l3.2-3.2 2.6 2.6 1.8-1.8 3.4 3.1M10.4 6.6h.2',
  link: 'M6.5 9.5l3-3M7 4.7l1.5-1.5a3 3 0 0 1 4.3 4.3L11.3 9M9 11.3l-1.5 1.5a3 3 0 0 1-4.3-4.3L4.7 7',
  plus: 'M8 3v10M3 8h10',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  offline: 'M2 2l12 12M3 7a7.4 7.4 0 0 1 3-1.8M13 7a7.5 7.5 0 0 0-4.6-2.1M5.3 9.5A4 4 0 0 1 7 8.6M10.7 9.5l-.6-.4M8 12.3v.2',
  leave: 'M6.5 2.5H3v11h3.5M9.5 5l3.5 3-3.5 3M12.5 8H6',
  swap: 'M3 5.5h9l-2.5-2.5M13 10.5H4l2.5 2.5',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  download: 'M8 2.5v8M4.5 7.5L8 11l3.5-3.5M3 13.5h10',
  skip: 'M3 4v8l6-4zM12 4v8',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6.5',
  speak: 'M2.5 3h11v7.5H8.5L5.5 13v-2.5h-3zM5.5 6.8h.1M8 6.8h.1M10.5 6.8h.1',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  dot: 'M8 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  ring: 'M8 12.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z',
  half: 'M8 12.5a4.5 4.5 0 1 0 0-9zM8 3.5v9',
  diamond: 'M8 2.5L13.5 8 8 13.5 2.5 8z',
  table: 'M8 10.5c3.6 0 6-1.3 6-3s-2.4-3-6-3-6 1.3-6 3 2.4 3 6 3zM2 7.5v2.2c0 1.7 2.4 3 6 3s6-1.3 6-3V7.5',
  pin: 'M5.5 2.5h5M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5',
  sign: 'M2.5 13.5h11M3 10.5c1.5 0 4-7.5 5.2-7.5 1.5 0-2 6.2-.6 6.2.8 0 1.4-1.6 2.2-1.6.7 0 .3 1.4 1.2 1.4.6 0 1.2-.6 2-.6',
  brackets: 'M5.5 3H3.5v10h2M10.5 3h2v10h-2',
  gavel: 'M3 13.5h6M5.5 6.5l4 4M4.3 7.7l4-4M7.3 10.7l4-4M8 8.2l5.5-5.5',
  plan: 'M2.5 2v11.5h11.5M5 4.5h4M6.5 7.5h4.5M9 10.5h4',
  noEntry: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM4.2 4.2l7.6 7.6',
  square: 'M3.5 3.5h9v9h-9z',
} as const;

export type IconName = keyof typeof PATHS;
const FILLED = new Set<IconName>(['play', 'stop', 'dot', 'jump', 'skip', 'half']);

/** One drawing, hidden from screen readers unless it has a label. */
export function Icon({ name, label, size = 16 }: { readonly name: IconName; readonly label?: string | undefined; readonly size?: number }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden
    <svg
      className={FILLED.has(name) ? 'icon filled' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
