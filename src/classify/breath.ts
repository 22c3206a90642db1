/** Work of some length blocks the event loop; in between, signals, timers and messages get their turn. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
