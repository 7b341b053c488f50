import './SeatFrame.css';
import { clockStatus } from '@entente/engine';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { Capitals, ClockChip, ScenarioClock } from '../kit/Clock.tsx';
import { useDirectory } from '../kit/Directory.tsx';
import { Icon } from '../kit/icons.tsx';
import { Marked } from '../kit/Marking.tsx';
import { TopBar } from '../kit/TopBar.tsx';
import { RaiseEmergency, useEmergency } from './Emergency.tsx';
import { JumpBanner } from './JumpBanner.tsx';
import { useNow, useSeat } from './SeatProvider.tsx';

export interface SeatFrameProps {
  /** The screen's own controls in the top bar. */
  readonly controls?: ReactNode;
  /** Who am I. */
  readonly who?: ReactNode;
  /** Acts before the language switch. */
  readonly acts?: ReactNode;
  /** Beside the emergency button, on a phone too: where help is. */
  readonly help?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every screen of a seat: marking or emergency banner, top bar with scenario time, line broken or not. */
export function SeatFrame({ controls, who, acts, help, children }: SeatFrameProps) {
  const { world, status, stopped, waiting, machineSet } = useSeat();
  const { title } = useDirectory();
  const text = useText();
  const now = useNow();
  const emergency = useEmergency();
  const reading = world.clock.reading;
  const trouble = status === 'offline' ? 'offline' : stopped ? 'stopped' : waiting ? 'waiting' : undefined;
  return (
    <Marked title={text(title)} emergency={emergency}>
      <TopBar
        start={
          <>
            <ScenarioClock now={now} />
            <ClockChip status={clockStatus(world)} rate={reading?.rate ?? 1} reason={reading?.reason} />
          </>
        }
        times={<Capitals now={now} />}
        who={who}
        acts={acts}
        end={
          <>
            {help}
            <RaiseEmergency />
          </>
        }
      >
        {controls}
      </TopBar>
      <JumpBanner />
      {trouble && <LineBanner text={trouble} />}
      {machineSet !== undefined && <MachineSet by={machineSet} />}
      {children}
    </Marked>
  );
}

/** The line is down, the server can keep nothing, or an answer is late: what is on the screen is true as of the last word from the server. */
function LineBanner({ text }: { readonly text: 'offline' | 'stopped' | 'waiting' }) {
  const t = useWords('connection');
  return (
    <div className="offline-banner" role="status">
      <Icon name={text === 'waiting' ? 'hourglass' : 'offline'} />
      <span>{t(text)}</span>
    </div>
  );
}

/** To lead control: somebody, or the network, has set the clock of the server's machine. */
function MachineSet({ by }: { readonly by: number }) {
  const t = useWords('connection');
  const seconds = Math.round(Math.abs(by) / 1_000);
  const words = seconds < 120 ? t('machineSet.seconds', { n: seconds }) : t('machineSet.minutes', { n: Math.round(seconds / 60) });
  return (
    <div className="offline-banner" role="status">
      <Icon name="hourglass" />
      <span>{t(by < 0 ? 'machineSet.back' : 'machineSet.forward', { by: words })}</span>
    </div>
  );
}
