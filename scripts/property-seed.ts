import fc from 'fast-check';

/**
 * The property tests draw the same cases every time, so that a red run means the change and not
 * the luck of the day. LUDAO_SEED=<integer> draws others.
 */
const seed = Number(process.env.LUDAO_SEED ?? 20_210_101);
if (!Number.isInteger(seed)) throw new Error('LUDAO_SEED must be an integer.');
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
