/**
 * Root hooks: sinon's stubs and clocks never leak from one test into the next, nothing that was shared stays open, and no
 * test passes while the Sheets server answered something that is no message of Google's.
 */
import sinon from 'sinon';
import { assertAnswers, watchAnswers } from './answer-check.ts';
import { EMULATOR_MISSING, startForRun } from './emulator.ts';
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

let stopEmulator = async (): Promise<void> => {};

/** Once a run, however many processes it has: says which Firestores its suites run on, and starts what all of them share. */
export async function mochaGlobalSetup(this: { isParallelMode(): boolean }): Promise<void> {
  sayFirestores();
  if (this.isParallelMode()) stopEmulator = await startForRun();
}

export const mochaGlobalTeardown = (): Promise<void> => stopEmulator();

function sayFirestores(): void {
  if (EMULATOR_MISSING === null) {
    console.info("Store suites run on memory, on the embedded Firestore and on Google's Firestore emulator.");
    return;
  }
  console.warn(
    `\n!!! NOT RUN: the store suites on Google's Firestore emulator, its own suite, and the security rules: ${EMULATOR_MISSING}. ` +
      'The suites on the embedded Firestore run. Install Java 11 or newer and the cloud-firestore-emulator.\n',
  );
}
