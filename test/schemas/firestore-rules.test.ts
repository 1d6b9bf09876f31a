import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import {
  assertFails,
  assertSucceeds,
  initializeTestEnvironment,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import { collectionGroup, deleteDoc, doc, getDoc, getDocs, query, setDoc, setLogLevel } from 'firebase/firestore';
import { SAMPLES } from '../support/documents.ts';
import { EMULATOR_MISSING, emulatorHost, newProjectId } from '../support/emulator.ts';

const SUMMARY = 'summaries/2022-08';
const OTHERS = Object.keys(SAMPLES).filter((path) => path !== SUMMARY);

// One line of test/support/emulator.ts says when these do not run.
if (EMULATOR_MISSING === null) {
  describe('security rules: clients may read summaries with the role "province", and nothing else', () => {
    let environment: RulesTestEnvironment;
    before(async () => {
      // The client warns of every denial, and denials are what is tested.
      setLogLevel('silent');
      const [host = '', port = ''] = (await emulatorHost()).split(':');
      environment = await initializeTestEnvironment({
        projectId: newProjectId(),
        firestore: { host, port: Number(port), rules: await readFile('schemas/firestore.rules', 'utf8') },
      });
      await environment.withSecurityRulesDisabled(async (context) => {
        for (const [path, document] of Object.entries(SAMPLES)) await setDoc(doc(context.firestore(), path), document);
      });
    });
    after(() => environment.cleanup());

    const clients = {
      'without an account': () => environment.unauthenticatedContext().firestore(),
      'without a role': () => environment.authenticatedContext('someone').firestore(),
      'with another role': () => environment.authenticatedContext('someone', { role: 'district' }).firestore(),
      'with the role province': () => environment.authenticatedContext('leader', { role: 'province' }).firestore(),
    };

    it('with the role province a summary is read', async () => {
      const summary = await assertSucceeds(getDoc(doc(clients['with the role province'](), SUMMARY)));
      assert.deepEqual(summary.data(), SAMPLES[SUMMARY]);
    });

    for (const name of ['without an account', 'without a role', 'with another role'] as const) {
      it(`${name} it is not`, async () => {
        await assertFails(getDoc(doc(clients[name](), SUMMARY)));
      });
    }

    for (const [name, client] of Object.entries(clients)) {
      it(`${name} nothing else is read`, async () => {
        for (const path of OTHERS) await assertFails(getDoc(doc(client(), path)));
        await assertFails(getDocs(query(collectionGroup(client(), 'teams'))));
      });

      it(`${name} nothing is written`, async () => {
        for (const [path, document] of Object.entries(SAMPLES)) {
          await assertFails(setDoc(doc(client(), path), document));
          await assertFails(deleteDoc(doc(client(), path)));
        }
        await assertFails(setDoc(doc(client(), 'people/1'), { a: 1 }));
      });
    }
  });
}
