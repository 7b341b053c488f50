import { Button, IconButton } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { type TimeWindow, zoomed } from './timeWindow.ts';

/** How much time the picture shows, and back to now. Ctrl + wheel does the same about the pointer; the strip above pans. */
export function Zoom({ window, setWindow, className }: { window: TimeWindow; setWindow: (w: TimeWindow) => void; className: string }) {
  const { now, duration, say } = useControl();
  const follows = window.from === undefined;
  return (
    <span className={`ct-zoom ${className}`}>
      <Button
        size="small"
        aria-label={say('timeline.wider')}
        title={say('timeline.wider')}
        onClick={() => setWindow(zoomed(window, 1, now, duration))}
      >
        −
      </Button>
      <Button
        size="small"
        aria-label={say('timeline.nearer')}
        title={say('timeline.nearer')}
        onClick={() => setWindow(zoomed(window, -1, now, duration))}
      >
        +
      </Button>
      <IconButton
        kind="plain"
        size="small"
        icon="clock"
        label={say('timeline.follow')}
        pressed={follows}
        onClick={() => setWindow({ span: window.span })}
      />
    </span>
  );
}
