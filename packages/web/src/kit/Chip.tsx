import './Chip.css';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Icon, type IconName } from './icons.tsx';

export type Tone = 'plain' | 'late' | 'soon' | 'met' | 'act' | 'line';

/** A word on a soft ground. Colour never carries alone: the word, and a drawing where it helps, say the same. */
export function Chip({
  tone = 'plain',
  icon,
  title,
  children,
}: {
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span className={`chip ${tone}`} title={title}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

/** Every state a thing can be in, with the one look that it has on every screen. */
const STATES = {
  // clock
  ready: ['plain', undefined],
  running: ['met', 'play'],
  paused: ['soon', 'pause'],
  ended: ['plain', 'check'],
  // injects
  planned: ['plain', 'dot'],
  waiting: ['line', 'hourglass'],
  due: ['soon', 'clock'],
  held: ['act', 'hand'],
  skipped: ['plain', 'skip'],
  lapsed: ['plain', 'cross'],
  released: ['plain', 'check'],
  // deliveries and messages
  delivered: ['plain', 'mail'],
  unread: ['act', 'dot'],
  read: ['plain', 'eye'],
  acknowledged: ['met', 'check'],
  answered: ['met', 'reply'],
  sent: ['met', 'check'],
  // expected actions
  open: ['plain', 'diamond'],
  met: ['met', 'check'],
  late: ['soon', 'check'],
  partly: ['soon', 'half'],
  not: ['late', 'cross'],
  missed: ['late', 'cross'],
  passed: ['plain', 'skip'],
  // requests for release
  overdue: ['late', 'clock'],
  granted: ['met', 'check'],
  conditions: ['met', 'half'],
  refused: ['plain', 'cross'],
  withdrawn: ['plain', 'undo'],
  // items
  expired: ['late', 'hourglass'],
  recalled: ['late', 'undo'],
  // people
  present: ['met', 'dot'],
  away: ['soon', 'half'],
  notSeated: ['late', 'ring'],
  // connection
  connecting: ['plain', 'hourglass'],
  live: ['met', 'dot'],
  offline: ['soon', 'offline'],
} as const satisfies Record<string, readonly [Tone, IconName | undefined]>;

export type StateWord = keyof typeof STATES;

/** The chip of a state, the same everywhere; `detail` follows the word ("Running ×1", "acknowledged 13:19"). */
export function StatusChip({ state, detail }: { readonly state: StateWord; readonly detail?: string | undefined }) {
  const t = useWords('kit');
  const [tone, icon] = STATES[state];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`state.${state}`)}
      {detail && <span className="chip-detail">{detail}</span>}
    </Chip>
  );
}
