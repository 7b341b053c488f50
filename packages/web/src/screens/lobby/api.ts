import type { Text } from '@entente/engine';
import type { RehearsalCard } from '@entente/rehearsal/card';

/** What the server tells the director. Nothing here reaches a seat. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly message: Text;
  readonly hint?: Text | undefined;
}
export interface ScenarioParty {
  readonly id: string;
  readonly name: Text;
  readonly letter: string;
  readonly playedByControl: boolean;
}
export interface ScenarioCard {
  readonly id: string;
  readonly title: Text;
  readonly summary?: Text | undefined;
  readonly parties: readonly ScenarioParty[];
  readonly entities: number;
  readonly seats: number;
  readonly injects: number;
  readonly durationMs: number;
  /** Recorded plays, which a demonstration can follow. */
  readonly plays: readonly { readonly id: string; readonly title: Text }[];
  readonly languages: readonly string[];
  readonly problems: readonly Problem[];
  readonly rehearsal: RehearsalCard;
  /** Seats that one person may practise, the one that has most to do first. */
  readonly practice: readonly { readonly seat: string; readonly name: Text; readonly letter: string }[];
  /** Wall time of the check, ms since 1970. */
  readonly checkedAt: number;
}
/** Why a clock stands still. */
export type PauseReason = 'control' | 'emergency' | 'restart' | 'fault';
export type ExerciseStatus = 'ready' | 'running' | 'paused' | 'ended';
export interface ExerciseCard {
  readonly id: string;
  readonly title: Text;
  readonly scenario: string;
  readonly status: ExerciseStatus;
  /** Scenario time per wall time. */
  readonly rate: number;
  /** While paused. */
  readonly reason?: PauseReason | undefined;
  /** It plays itself, and is not kept. */
  readonly demonstration?: true | undefined;
  /** Seats that simulated people play now; absent where none are to. */
  readonly simulated?: number | undefined;
  /** ms from STARTEX. */
  readonly scenarioNow: number;
  /** STARTEX: ISO date and time with offset. */
  readonly start: string;
  /** One person practises alone: lead control is simulated. */
  readonly practice?: true | undefined;
  readonly seatsIn: number;
  /** Of those, the seats at which nobody but a simulated person sits. */
  readonly simulatedIn?: number | undefined;
  readonly seatsOf: number;
  readonly hand: { readonly count: number; readonly overdue: number };
}
/** An exercise that cannot go on: its record cannot be read, or its data cannot be written. */
export interface BrokenExercise {
  readonly id: string;
  readonly title: Text;
  readonly scenario: string;
  readonly status: 'damaged' | 'stopped';
}
export type ExerciseRow = ExerciseCard | BrokenExercise;
export interface ExerciseSeat {
  readonly seat: string;
  readonly party?: string | undefined;
  readonly playedByControl?: boolean | undefined;
  /** A link for it is out. */
  readonly linked: boolean;
  readonly sessions: number;
  readonly people: number;
}
export type ExerciseReading = ExerciseCard & { readonly seats: readonly ExerciseSeat[] };
/** The exercise that plays itself, and how far it has come. */
export interface DemonstrationCard {
  readonly exercise: string;
  readonly scenario: string;
  readonly play: string;
  readonly done: number;
  readonly steps: number;
  readonly skipped: number;
  readonly over: boolean;
}
export interface Lobby {
  /** `allowed` is false where others than this machine reach the server. */
  readonly demonstration: { readonly allowed: boolean; readonly now?: DemonstrationCard | undefined };
  readonly scenarios: readonly ScenarioCard[];
  readonly exercises: readonly ExerciseRow[];
}
export interface ScenarioSeats {
  readonly id: string;
  readonly name: Text;
  readonly cells: readonly {
    readonly id: string;
    readonly name: Text;
    readonly seats: readonly { readonly id: string; readonly name: Text }[];
  }[];
}
export interface ScenarioReading extends ScenarioCard {
  readonly situation?: Text | undefined;
  readonly start?: string | undefined;
  /** Cells and seats by party. */
  readonly structure: readonly ScenarioSeats[];
  readonly expected: number;
  readonly objectives: readonly { readonly id: string; readonly text: Text }[];
  readonly moves: readonly { readonly id: string; readonly name: Text; readonly from: number; readonly to: number }[];
}
export interface JoinLink {
  readonly seat: string;
  readonly url: string;
}
/** A row of a sheet, and why it is none of an MSEL. */
export interface NamedRow {
  readonly row: number;
  readonly reason: Text;
}
/** Why a file could not be imported at all, in the reader's words. */
export interface ImportFault {
  readonly message: Text;
  readonly hint: Text;
  readonly where?: string | undefined;
  /** Why no row of the sheet is an event, row by row. */
  readonly rows?: readonly NamedRow[] | undefined;
}

/** A request that did not do what was asked. `status` 0: the server was not reached. */
export class ApiFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;
  constructor(status: number, code: string, detail: string, details?: unknown) {
    super(detail);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiFailure(0, 'network', '');
  }
  if (!response.ok) throw await failureOf(response);
  return response;
}

async function failureOf(response: Response): Promise<ApiFailure> {
  return failureFrom(response.status, await response.json().catch(() => ({})));
}

/** RFC 9457 problem details, as the server gives them. */
export function failureFrom(status: number, body: unknown): ApiFailure {
  const problem = body as { code?: string; detail?: string; title?: string; details?: unknown };
  return new ApiFailure(status, problem.code ?? '', problem.detail ?? problem.title ?? '', problem.details);
}

export function post(url: string, body: unknown, method = 'POST'): Promise<Response> {
  return ask(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/** Exchanges the one-time director link for a session. */
export async function becomeDirector(token: string): Promise<void> {
  await post('/api/director', { token });
}

export async function readLobby(signal: AbortSignal): Promise<Lobby> {
  return (await (await ask('/api/lobby', { signal })).json()) as Lobby;
}

export async function readScenario(id: string, signal: AbortSignal): Promise<ScenarioReading> {
  return (await (await ask(`/api/scenarios/${encodeURIComponent(id)}`, { signal })).json()) as ScenarioReading;
}

export async function readExercise(id: string, signal: AbortSignal): Promise<ExerciseReading> {
  return (await (await ask(`/api/exercises/${encodeURIComponent(id)}`, { signal })).json()) as ExerciseReading;
}

/** Gives the new exercise's id. Without a title it bears the scenario's own, in every language that has it. */
export async function createExercise(scenario: string, title: string | undefined): Promise<string> {
  const made = (await (await post('/api/exercises', { scenario, ...(title === undefined ? {} : { title }) })).json()) as { id: string };
  return made.id;
}

/** Starts an exercise that plays itself, in place of the one before. */
export async function startDemonstration(scenario: string, play: string): Promise<void> {
  await post('/api/demonstration', { scenario, play });
}

/** `speed`: scenario time per wall time, 1 to 60. */
export async function speedUpDemonstration(speed: number): Promise<void> {
  await post('/api/demonstration', { speed }, 'PATCH');
}

export async function endDemonstration(): Promise<void> {
  await ask('/api/demonstration', { method: 'DELETE' });
}

const rehearsalOf = (scenario: string): string => `/api/scenarios/${encodeURIComponent(scenario)}/rehearsal`;
/** Where the report of the last rehearsal is shown. */
export const rehearsalPage = (scenario: string): string => `${rehearsalOf(scenario)}/page`;

export async function startRehearsal(scenario: string): Promise<RehearsalCard> {
  return (await (await post(rehearsalOf(scenario), {})).json()) as RehearsalCard;
}

export async function readRehearsal(scenario: string): Promise<RehearsalCard> {
  return (await (await ask(rehearsalOf(scenario), {})).json()) as RehearsalCard;
}

/** Has the empty seats of an exercise played by simulated people, or no longer. */
export async function simulateSeats(exercise: string, on: boolean): Promise<void> {
  await post(`/api/exercises/${encodeURIComponent(exercise)}/simulated`, { on }, 'PUT');
}

/** Ends it and gives what is there then: the runs that are done are reported. */
export async function cancelRehearsal(scenario: string): Promise<RehearsalCard> {
  return (await (await ask(rehearsalOf(scenario), { method: 'DELETE' })).json()) as RehearsalCard;
}

/** Begins a practice in which every other seat is simulated; gives the path of the seat’s own screen. */
export async function practise(scenario: string, seat: string): Promise<string> {
  const begun = (await (await post('/api/practice', { scenario, seat })).json()) as { path: string };
  return begun.path;
}

/** The way back to the own seat of a practice; gives the path of its screen. */
export async function goOnPractising(exercise: string): Promise<string> {
  const open = (await (await post(`/api/exercises/${encodeURIComponent(exercise)}/practice`, {})).json()) as { path: string };
  return open.path;
}

export async function endPractice(exercise: string): Promise<void> {
  await ask(`/api/exercises/${encodeURIComponent(exercise)}/practice`, { method: 'DELETE' });
}

/** New links; each voids the seat's former link and session. The server keeps only hashes, so they are shown once. */
export async function makeLinks(exercise: string, seats: readonly string[] | 'all'): Promise<readonly JoinLink[]> {
  const made = (await (await post(`/api/exercises/${encodeURIComponent(exercise)}/links`, { seats })).json()) as {
    links: readonly JoinLink[];
  };
  return made.links;
}

/** A session of the director's own at lead control, or at the public screen, where nobody sits; gives the path of its screens. */
export async function openControl(exercise: string, as: 'control' | 'public' = 'control'): Promise<string> {
  const opened = (await (await post(`/api/exercises/${encodeURIComponent(exercise)}/open`, { as })).json()) as { path: string };
  return opened.path;
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
