/** Every operation but the description of them all. A new one is a file in `routes/` and a word here. */
import type { Operation } from './operation.ts';
import { events } from './routes/events.ts';
import { series, summary, topics } from './routes/figures.ts';
import { reactions } from './routes/records.ts';
import { analyze } from './routes/scoring.ts';
import { health, metrics, page } from './routes/state.ts';

export const OPERATIONS: readonly Operation[] = [
  page,
  summary,
  reactions,
  series,
  topics,
  analyze,
  events,
  health,
  metrics,
];
