/** Generated cases are the same on every run; HEARSAY_SEED=1234 (any whole number) tries others. */
import { configureGlobal } from 'fast-check';

configureGlobal({ seed: Number(process.env['HEARSAY_SEED'] ?? 20_251_123) });
