/** The entry of the deployed bundle: reads the environment once and registers the functions on the real services. */
import { readConfig } from './config.ts';
import { register } from './index.ts';

// biome-ignore lint/style/noProcessEnv: the one place where a deployment's environment is read
const config = readConfig(process.env);

register(config, {
  openFirestore: async () => {
    const [{ initializeApp }, { getFirestore }] = await Promise.all([
      import('firebase-admin/app'),
      import('firebase-admin/firestore'),
    ]);
    return getFirestore(initializeApp(config.projectId === undefined ? {} : { projectId: config.projectId }));
  },
});
