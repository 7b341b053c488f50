/** What of a screen is loaded before it can be used. Read by the build, which groups files by it, and by `tools/weight.ts`, which weighs them. */
interface FirstLoad {
  /** Its files in `src/screens`: itself, and the one by which people come to it. */
  readonly screens: readonly string[];
  /** Its parts of capabilities: `src/capabilities/ROOM/PART/index.ts`. */
  readonly parts: readonly string[];
  /** The folders whose words it says besides: its own in `screens/` and in capabilities, and those that capabilities bring with their part. */
  readonly words: readonly string[];
}

/** A test holds this to what `main.tsx` loads. */
export const FIRST_LOADS = {
  seat: { screens: ['seat/SeatScreen.tsx', 'join/TakeSeat.tsx'], parts: ['seat'], words: ['seat'] },
  control: {
    screens: ['control/Control.tsx', 'join/TakeSeat.tsx'],
    parts: ['control'],
    words: ['control', 'review', 'matters', 'said', 'plan'],
  },
  evaluation: {
    screens: ['control/evaluation/Evaluation.tsx', 'join/TakeSeat.tsx'],
    parts: ['look'],
    words: ['control', 'review', 'matters', 'said', 'plan'],
  },
  review: { screens: ['review/Review.tsx'], parts: ['review'], words: ['review', 'matters', 'said', 'plan'] },
  report: { screens: ['report/Report.tsx'], parts: ['report', 'review'], words: ['report', 'review', 'matters', 'said', 'plan'] },
  public: { screens: ['public/PublicScreen.tsx'], parts: ['public'], words: ['public', 'wall'] },
  lobby: { screens: ['lobby/Lobby.tsx'], parts: [], words: ['lobby'] },
  join: { screens: ['join/Join.tsx'], parts: [], words: [] },
} as const satisfies Readonly<Record<string, FirstLoad>>;
export type ScreenName = keyof typeof FIRST_LOADS;
export const SCREEN_NAMES = Object.keys(FIRST_LOADS) as ScreenName[];

/** The folders whose words come with any screen: those that every screen says, and how one comes to a seat. */
export const COMMON_WORDS = /^src\/(connection|kit|kit\/(form|files)|capabilities\/[^/]+|screens\/join)$/;

/** Whether that module, by its path in `packages/web`, is one with which the screen begins. */
export function begins(screen: ScreenName, module: string): boolean {
  const { screens, parts }: FirstLoad = FIRST_LOADS[screen];
  const [, part] = /^src\/capabilities\/[^/]+\/([^/]+)\/index\.ts$/.exec(module) ?? [];
  return (
    module === 'src/main.tsx' || (part !== undefined && parts.includes(part)) || screens.some((file) => module === `src/screens/${file}`)
  );
}
