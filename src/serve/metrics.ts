/** What Prometheus asks for: requests by route and status, queues, the result, and the process. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What is looked up when somebody asks. */
export interface Gauges {
  readonly records: () => number;
  readonly loadedAt: () => number;
  readonly waiting: () => number;
  readonly listeners: () => number;
  readonly reading: () => number;
  readonly connections: () => number;
}

const DURATIONS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export class Metrics {
  readonly #registry = new Registry();
  readonly #durations: Histogram<'method' | 'route' | 'status'>;
  readonly #texts: Counter;

  constructor(gauges: Gauges) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#durations = new Histogram({
      name: 'hearsay_http_request_duration_seconds',
      help: 'Time until an answer began, by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: DURATIONS,
      registers,
    });
    this.#texts = new Counter({ name: 'hearsay_scored_texts_total', help: 'Texts scored', registers });
    const gauge = (name: string, help: string, value: () => number): void => {
      const own: Gauge = new Gauge({ name, help, registers, collect: () => own.set(value()) });
    };
    gauge('hearsay_records', 'Records of the result that is served', gauges.records);
    gauge('hearsay_result_loaded_timestamp_seconds', 'When the result was loaded', gauges.loadedAt);
    gauge('hearsay_scoring_queue', 'Requests to score that wait for their turn', gauges.waiting);
    gauge('hearsay_event_listeners', 'Clients that listen to events', gauges.listeners);
    gauge('hearsay_readers', 'Answers that still read the table', gauges.reading);
    gauge('hearsay_connections', 'Open connections', gauges.connections);
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.#durations.observe({ method, route, status }, seconds);
  }

  scored(texts: number): void {
    this.#texts.inc(texts);
  }

  get type(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
