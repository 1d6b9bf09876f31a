/**
 * Root hooks: sinon's stubs and clocks never leak from one test into the next, nothing that was shared stays open, and no
 * test passes while the Sheets server answered something that is no message of Google's.
 */
import sinon from 'sinon';
import { assertAnswers, watchAnswers } from './answer-check.ts';
import { EMULATOR_MISSING, startEmulatorOfRun } from './emulator.ts';
import { closeShared } from './shared.ts';

export const mochaHooks = {
  beforeAll() {
    watchAnswers();
  },
  afterEach() {
    sinon.restore();
    assertAnswers();
  },
  async afterAll() {
    await closeShared();
    assertAnswers();
  },
};

let stopEmulator: (() => Promise<void>) | undefined;

/** Once a run, however many processes it has: which Firestores its suites run on, and the emulator that the processes share. */
export async function mochaGlobalSetup(this: { isParallelMode(): boolean }): Promise<void> {
  if (EMULATOR_MISSING === null) {
    console.info("Store suites run on memory, on the embedded Firestore and on Google's Firestore emulator.");
    if (this.isParallelMode()) stopEmulator = await startEmulatorOfRun();
    return;
  }
  console.warn(
    `\n!!! NOT RUN: the store suites on Google's Firestore emulator, its own suite, and the security rules: ${EMULATOR_MISSING}. ` +
      'The suites on the embedded Firestore run. Install Java 11 or newer and the cloud-firestore-emulator.\n',
  );
}

export async function mochaGlobalTeardown(): Promise<void> {
  await stopEmulator?.();
}
