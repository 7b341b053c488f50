import { SeatFrame } from '../../connection/SeatFrame.tsx';
import { useWords } from '../../i18n/words.ts';

/** The world has not come yet: the layout stands, nothing jumps. */
export function Waiting() {
  const say = useWords('control');
  return (
    <SeatFrame>
      <div className="ct" aria-busy="true">
        <main className="ct-desk">
          <section className="ct-panel ct-hand">
            <p className="ct-empty">{say('loading')}</p>
          </section>
          <section className="ct-panel ct-msel" />
          <div className="ct-below" />
        </main>
      </div>
    </SeatFrame>
  );
}
