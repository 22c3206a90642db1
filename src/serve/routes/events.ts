/** `/api/events`: told when the result, or an input of it, has changed. */
import type { Operation } from '../operation.ts';
import { Problem } from '../problem.ts';
import type { Result } from '../result.ts';
import type { Told } from '../hub.ts';

/** What listeners are told of a result. */
export const resultTold = ({ version, manifest }: Result): Told => ({
  event: 'result',
  id: version,
  data: { result: version, records: manifest.counts.records, writtenAt: manifest.writtenAt },
});

export const events: Operation = {
  id: 'listenToEvents',
  method: 'get',
  path: '/api/events',
  summary: 'Server-sent events, with --watch',
  description:
    '`result` comes first, and whenever another result is served; `input` when a file that the result was made from has changed since; `problem` when the folder can not be read, and the older result stays.',
  requestHeaders: {
    'Last-Event-ID': 'The last event that the client knows; `result` then only comes once there is another.',
  },
  answers: { 'text/event-stream': null },
  problems: [404, 503],
  handle(c, { hub, current }) {
    if (hub === null)
      throw new Problem(404, 'The folder is not watched', { detail: 'Start hearsay serve with --watch.' });
    const now = resultTold(current.now);
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
    if (c.req.method === 'HEAD') return new Response(null, { headers });
    const first = c.req.header('last-event-id') === now.id ? [] : [now];
    return new Response(hub.stream(first).pipeThrough(new TextEncoderStream()) as ReadableStream, {
      headers,
    });
  },
};
