import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { prefer, usePreferences } from '../../i18n/preferences.ts';
import { type ControlView, useControl } from '../../kit/control/controlContext.ts';
import { numbers } from '../../kit/control/entry.ts';
import type { PaletteAct } from '../../kit/control/part.ts';
import type { Centre } from './centre.ts';
import type { Desk } from './useDesk.ts';

interface CommandsProps {
  readonly centres: readonly Centre[];
  readonly desk: Desk;
  /** The acts of this screen. */
  readonly given: readonly Omit<PaletteAct, 'order'>[];
}

export const act = (id: string, label: string, onClick: () => void, description?: string): PaletteAct => ({
  id,
  label,
  onClick,
  ...(description ? { description } : {}),
});

/** Ctrl/⌘ K: every act of this screen by name, and every line of the MSEL by number or words. */
export function Commands({ centres, desk: { go, goMsel }, given }: CommandsProps) {
  const control = useControl();
  const { say } = control;
  const { language, theme } = usePreferences();
  const actions = [
    {
      group: say('palette.acts'),
      actions: [
        ...given.flatMap(({ searched, ...line }) => (searched ? [] : [line])),
        act('timeline', say('timeline.picture'), () => goMsel('timeline')),
        act('table', say('timeline.table'), () => goMsel('table')),
        ...centres.filter((c) => c.Place).map((c) => act(c.name, c.words ? c.name : say(`centre.${c.name}`), () => go(c.name))),
        act('language', language === 'en' ? '한국어' : 'English', () => prefer({ language: language === 'en' ? 'ko' : 'en' })),
        act('theme', say(theme === 'dark' ? 'palette.light' : 'palette.dark'), () =>
          prefer({ theme: theme === 'dark' ? 'light' : 'dark' }),
        ),
        ...(control.lead
          ? [
              act('rehearse', say('palette.rehearse'), () =>
                window.location.assign(`${window.location.pathname.replace(/\/$/, '')}/api/rehearsal/page`),
              ),
            ]
          : []),
        act('review', say('palette.review'), () => window.location.assign(`${window.location.pathname.replace(/\/$/, '')}/review`)),
      ],
    },
    { group: 'MSEL', actions: [...lineActs(control), ...given.flatMap(({ searched, ...line }) => (searched ? [line] : []))] },
  ];
  return (
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
  );
}

function lineActs({ entries, say, pick, select }: ControlView): SpotlightActionData[] {
  return entries
    .filter((e) => e.status !== 'done')
    .map((e) => ({
      id: e.id,
      label: `${numbers(e)} ${pick(e.title)}`.trim(),
      description: `${say(`kind.${e.kind}`)} · ${say(`status.${e.status}`)}`,
      onClick: () => select({ kind: e.target ?? e.kind, id: e.id }),
    }));
}
