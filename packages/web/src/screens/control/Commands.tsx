import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { clockStatus, type InjectRow, injectStatus, rowCard } from '@entente/engine';
import { prefer, usePreferences } from '../../i18n/preferences.ts';
import { IconButton } from '../../kit/Button.tsx';
import { Problem } from '../../kit/control/Act.tsx';
import { type ControlView, useControl } from '../../kit/control/controlContext.ts';
import { type Command, useSend } from '../../kit/control/sending.ts';
import type { Centre } from './centre.ts';
import { speaking } from './hand/hand.ts';
import { mayActOn } from './msel/msel.ts';
import type { View } from './msel/Toolbar.tsx';

interface CommandsProps {
  readonly centres: readonly { readonly centre: Centre }[];
  readonly go: (centre: Centre) => void;
  readonly setView: (view: View) => void;
}

/** Ctrl/⌘ K: every act of this screen by name, and every line of the MSEL by number or words. */
export function Commands({ centres, go, setView }: CommandsProps) {
  const control = useControl();
  const { say } = control;
  const { language, theme } = usePreferences();
  const { send, problem, clear } = useSend();
  const run = (command: Command) => () => void send(command);
  const act = (id: string, label: string, onClick: () => void, description?: string): SpotlightActionData => ({
    id,
    label,
    onClick,
    ...(description ? { description } : {}),
  });
  const actions = [
    {
      group: say('palette.acts'),
      actions: [
        ...selectedActs(control, act, run),
        ...clockActs(control, act, run),
        ...panelActs(control, act),
        act('timeline', say('timeline.picture'), () => setView('timeline')),
        act('table', say('timeline.table'), () => setView('table')),
        ...centres.filter((c) => c.centre !== 'msel').map((c) => act(c.centre, say(`centre.${c.centre}`), () => go(c.centre))),
        act('language', language === 'en' ? '한국어' : 'English', () => prefer({ language: language === 'en' ? 'ko' : 'en' })),
        act('theme', say(theme === 'dark' ? 'palette.light' : 'palette.dark'), () =>
          prefer({ theme: theme === 'dark' ? 'light' : 'dark' }),
        ),
        act('review', say('palette.review'), () => window.location.assign(`${window.location.pathname.replace(/\/$/, '')}/review`)),
      ],
    },
    { group: 'MSEL', actions: lineActs(control) },
  ];
  return (
    <>
      <Spotlight
        actions={actions}
        limit={12}
        shortcut="mod + K"
        tagsToIgnore={[]}
        scrollable
        maxHeight={420}
        lockScroll={false}
        overlayProps={{ blur: 0, backgroundOpacity: 0.12 }}
        transitionProps={{ duration: 0 }}
        highlightQuery
        attributes={{ content: { 'aria-label': say('palette.open') } }}
        nothingFound={say('palette.nothing')}
        searchProps={{ placeholder: say('palette.search'), 'aria-label': say('palette.search') }}
      />
      {problem && (
        <div className="ct-notice">
          <Problem words={problem} />
          <IconButton icon="close" size="small" label={say('act.close')} onClick={clear} />
        </div>
      )}
    </>
  );
}

type MakeAct = (id: string, label: string, onClick: () => void, description?: string) => SpotlightActionData;
type Run = (command: Command) => () => void;

/** What can be done with the selected inject. */
function selectedActs({ selection, world, viewer, say, pick, ended }: ControlView, act: MakeAct, run: Run): SpotlightActionData[] {
  if (selection?.kind !== 'inject' || ended) return [];
  const row: InjectRow | undefined = world.injects.rows.get(selection.id);
  const card = row && rowCard(row, viewer.party);
  if (!row || !card || !mayActOn(card, viewer)) return [];
  const status = injectStatus(row);
  if (status === 'released') return [];
  const inject = selection.id;
  const title = `${card.number} ${pick(card.title)}`;
  if (status === 'skipped')
    return [act('restore', say('palette.restore', { number: card.number }), run({ type: 'RestoreInject', inject }), title)];
  return [
    // Who gets it is chosen beside the timeline first.
    ...(card.to.length > 0
      ? [act('release', say('palette.release', { number: card.number }), run({ type: 'ReleaseInject', inject }), title)]
      : []),
    status === 'held'
      ? act('lift', say('palette.liftHold', { number: card.number }), run({ type: 'LiftHold', inject }), title)
      : act('hold', say('palette.hold', { number: card.number }), run({ type: 'HoldInject', inject }), title),
  ];
}

function clockActs({ lead, world, say, open }: ControlView, act: MakeAct, run: Run): SpotlightActionData[] {
  const status = clockStatus(world);
  if (!lead || status === 'ended') return [];
  const go =
    status === 'running'
      ? act('pause', say('clock.pause'), run({ type: 'PauseClock' }))
      : act('start', say(status === 'ready' ? 'clock.start' : 'clock.resume'), run({ type: 'StartClock' }));
  if (status === 'ready') return [go];
  const rates = [0.5, 1, 2, 5, 10, 30, 60].map((rate) => act(`rate${rate}`, say('palette.rate', { rate }), run({ type: 'SetRate', rate })));
  return [
    go,
    act('jump', say('clock.jump'), () => open({ kind: 'jump' })),
    ...rates,
    act('end', say('end.title'), () => open({ kind: 'end' })),
  ];
}

function panelActs({ say, open, lead, ended, selection, world }: ControlView, act: MakeAct): SpotlightActionData[] {
  const about = selection?.kind === 'message' ? { about: selection.id } : {};
  return [
    ...(ended
      ? []
      : [
          act('improvise', say('act.improvise'), () => open({ kind: 'improvise' })),
          act('speak', say('act.speakAs'), () => open(speaking(world))),
          act('write', say('write.title'), () => open({ kind: 'write' })),
        ]),
    ...(lead && !ended ? [act('item', say('items.newTitle'), () => open({ kind: 'item' }))] : []),
    act('note', say('act.note'), () => open({ kind: 'note', ...about })),
    act('links', say('links.title'), () => open({ kind: 'links' })),
    ...(lead ? [act('state', say('state.title'), () => open({ kind: 'state' }))] : []),
    act('emergency', say('emergency.title'), () => open({ kind: 'emergency' })),
  ];
}

function lineActs({ entries, say, pick, select }: ControlView): SpotlightActionData[] {
  return entries
    .filter((e) => e.kind !== 'decision')
    .map((e) => ({
      id: e.id,
      label: `${e.number} ${pick(e.title)}`,
      description: `${say(`kind.${e.kind}`)} · ${say(`status.${e.status}`)}`,
      onClick: () => select({ kind: e.kind === 'expected' ? 'expected' : 'inject', id: e.id }),
    }));
}
