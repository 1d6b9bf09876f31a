import assert from 'node:assert/strict';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findJava, javaMajor } from '../../../local/firestore/java.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the major version of Java', () => {
  const cases: [string, number | null][] = [
    ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment', 17],
    ['java version "1.8.0_412"', 8],
    ['openjdk version "11" 2018-09-25', 11],
    ['openjdk version "25-ea" 2025-09-16', 25],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx512m\nopenjdk version "21.0.3" 2024-04-16', 21],
    ['The operation couldn’t be completed. Unable to locate a Java Runtime.', null],
    ['', null],
  ];
  for (const [output, expected] of cases) {
    it(`${output.split('\n')[0] || '(nothing)'}: ${expected}`, () => assert.equal(javaMajor(output), expected));
  }
});

describe('finding Java', () => {
  const folder = temporaryFolder();
  const home = async (script: string): Promise<{ JAVA_HOME: string }> => {
    const java = join(folder(), 'bin', 'java');
    await mkdir(join(folder(), 'bin'));
    await writeFile(java, `#!/bin/sh\n${script}\n`);
    await chmod(java, 0o755);
    return { JAVA_HOME: folder() };
  };

  it('one that is new enough, by what it says of itself', async () => {
    const found = findJava(await home(`echo 'openjdk version "11.0.2" 2019-01-15' >&2`));
    assert.deepEqual(found, { path: join(folder(), 'bin', 'java') });
  });

  it('not one that is too old', async () => {
    const found = findJava(await home(`echo 'java version "1.8.0_412"' >&2`));
    assert.deepEqual(found, { missing: 'Java 8 is older than 11' });
  });

  it('not a command that is no Java', async () => {
    const found = findJava(await home(`echo 'Unable to locate a Java Runtime.' >&2; exit 1`));
    assert.match('missing' in found ? found.missing : '', /names no version/);
  });

  it('none where there is none', () => {
    const found = findJava({ JAVA_HOME: join(folder(), 'absent') });
    assert.match('missing' in found ? found.missing : '', /^no Java: .*ENOENT/);
  });
});
