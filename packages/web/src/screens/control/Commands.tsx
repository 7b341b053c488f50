import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import type { Command } from '../../connection/index.ts';
import { prefer, usePreferences } from '../../i18n/preferences.ts';
import { IconButton } from '../../kit/Button.tsx';
import { Problem } from '../../kit/control/Act.tsx';
import { type ControlView, useControl } from '../../kit/control/controlContext.ts';
import { numbers } from '../../kit/control/entry.ts';
import { type PaletteAct, useControlParts } from '../../kit/control/part.ts';
import { useSend } from '../../kit/control/sending.ts';
import type { Centre } from './centre.ts';
import type { View } from './msel/Toolbar.tsx';

interface CommandsProps {
  readonly centres: readonly Centre[];
  readonly go: (centre: string) => void;
  readonly setView: (view: View) => void;
}

/** Ctrl/⌘ K: every act of this screen by name, and every line of the MSEL by number or words. */
export function Commands({ centres, go, setView }: CommandsProps) {
  const control = useControl();
  const { say } = control;
  const parts = useControlParts();
  const { language, theme } = usePreferences();
  const { send, problem, clear } = useSend();
  const run = (command: Command) => () => void send(command);
  const act = (id: string, label: string, onClick: () => void, description?: string): PaletteAct => ({
    id,
    label,
    onClick,
    ...(description ? { description } : {}),
  });
  const given = parts
    .flatMap((part) => part.palette?.(control, { act, run }) ?? [])
    .sort((a, b) => (a.order ?? 50) - (b.order ?? 50))
    .map(({ order: _, ...line }) => line);
  const actions = [
    {
      group: say('palette.acts'),
      actions: [
        ...given.flatMap(({ searched, ...line }) => (searched ? [] : [line])),
        act('timeline', say('timeline.picture'), () => setView('timeline')),
        act('table', say('timeline.table'), () => setView('table')),
        ...centres.filter((c) => c.Place).map((c) => act(c.name, c.words ? c.name : say(`centre.${c.name}`), () => go(c.name))),
        act('language', language === 'en' ? '한국어' : 'English', () => prefer({ language: language === 'en' ? 'ko' : 'en' })),
        act('theme', say(theme === 'dark' ? 'palette.light' : 'palette.dark'), () =>
          prefer({ theme: theme === 'dark' ? 'light' : 'dark' }),
        ),
        act('review', say('palette.review'), () => window.location.assign(`${window.location.pathname.replace(/\/$/, '')}/review`)),
      ],
    },
    { group: 'MSEL', actions: [...lineActs(control), ...given.flatMap(({ searched, ...line }) => (searched ? [line] : []))] },
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

function lineActs({ entries, say, pick, select }: ControlView): SpotlightActionData[] {
  return entries
    .filter((e) => e.number !== '')
    .map((e) => ({
      id: e.id,
      label: `${numbers(e)} ${pick(e.title)}`,
      description: `${say(`kind.${e.kind}`)} · ${say(`status.${e.status}`)}`,
      onClick: () => select({ kind: e.target ?? e.kind, id: e.id }),
    }));
}
