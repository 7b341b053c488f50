import { clockStatus } from '@entente/engine';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { Act, Problem } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { useControlParts } from '../../../kit/control/part.ts';
import { useSend } from '../../../kit/control/sending.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { spanWords } from '../../../kit/relative.ts';
import { RATES } from './palette.ts';

/** Start, pause, speed, jump, end: lead control's alone. A party's controllers see the move only. */
function ClockControls() {
  const { world, say, lead, open } = useControl();
  const status = clockStatus(world);
  if (!lead || status === 'ended') return null;
  const emergency = world.emergency.banner?.raised === true;
  return (
    <div className="ct-clock">
      {status === 'running' ? (
        <Act icon="pause" command={{ type: 'PauseClock' }}>
          {say('clock.pause')}
        </Act>
      ) : (
        <Act icon="play" next disabled={emergency} command={{ type: 'StartClock' }}>
          {say(status === 'ready' ? 'clock.start' : 'clock.resume')}
        </Act>
      )}
      {status === 'ready' && !emergency && (
        <Button size="small" icon="jump" onClick={() => open({ kind: 'jump' })}>
          {say('jump.beginFirst')}
        </Button>
      )}
      {status !== 'ready' && (
        <>
          <Speed />
          {/* Where there is no room for their words, their drawings stay. */}
          <Button size="small" icon="jump" aria-label={say('clock.jump')} title={say('clock.jump')} onClick={() => open({ kind: 'jump' })}>
            <span className="ct-wide">{say('clock.jump')}</span>
          </Button>
          <Button size="small" icon="stop" aria-label={say('clock.end')} title={say('clock.end')} onClick={() => open({ kind: 'end' })}>
            <span className="ct-wide">{say('clock.end')}</span>
          </Button>
        </>
      )}
    </div>
  );
}

function Speed() {
  const { world, say, now } = useControl();
  const { send, busy, problem } = useSend();
  const rate = world.clock.reading?.rate ?? 1;
  const hurried = useControlParts().reduce((sum, part) => sum + (part.hurries?.(world, now) ?? 0), 0);
  const rates = RATES.includes(rate) ? RATES : [...RATES, rate].sort((a, b) => a - b);
  return (
    <span className="ct-act">
      <Choose
        bare
        title={say('clock.speed')}
        data={rates.map((r) => ({ value: String(r), label: `×${r}` }))}
        value={String(rate)}
        disabled={busy}
        change={(r) => void send({ type: 'SetRate', rate: Number(r) })}
      />
      {rate > 1 && hurried > 0 && (
        <span role="status">
          <Chip tone="soon" icon="hourglass" title={say('clock.hurried', { count: hurried, rate })}>
            {say('clock.hurriedCount', { count: hurried })}
          </Chip>
        </span>
      )}
      {problem && <Problem words={problem} />}
    </span>
  );
}

/** Which move it is, and what comes after it. */
function MoveNow() {
  const { world, now, say, pick } = useControl();
  const kit = useWords('kit');
  const moves = world.moves.plan?.moves ?? [];
  const index = moves.findLastIndex((m) => m.from <= now);
  const move = moves[index];
  // In an emergency the bar is kept for what matters then.
  if (!move || world.emergency.banner?.raised) return null;
  const next = moves[index + 1];
  const span = spanWords(kit, Math.max(0, move.to - now));
  const status = clockStatus(world);
  const ready = status === 'ready';
  const rest = ready
    ? say('move.planned', { span })
    : move.to <= now
      ? say('move.over')
      : next && move.to - now < 45 * 60_000
        ? say('move.leftThen', { span, next: pick(next.name) })
        : say('move.left', { span });
  const words = say(ready ? 'move.first' : 'move.now', { number: move.number, of: moves.length, name: pick(move.name) });
  return (
    <div className="ct-move-now ct-wide">
      <strong className="cut" title={words}>
        {words}
      </strong>
      {/* After ENDEX no time is left of anything. */}
      {status !== 'ended' && (
        <span className="dim cut" title={rest}>
          {rest}
        </span>
      )}
    </div>
  );
}

/** The clock and its move, in the top bar. */
export function Bar() {
  return (
    <>
      <ClockControls />
      <span className="vr ct-wide" />
      <MoveNow />
    </>
  );
}
