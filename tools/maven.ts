import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installInto } from './cache.ts';
import { run } from './run.mjs';

const version = '1.32.0';
const mainClass = 'io.temporal.testserver.TestServer';
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

const dependency = (groupId: string, artifactId: string, version: string) =>
  `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version></dependency>`;

/** A project that is nothing but its dependencies; slf4j-nop keeps the server from complaining that it has no logger. */
const pom = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>ringback</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    ${dependency('io.temporal', 'temporal-test-server', version)}
    ${dependency('org.slf4j', 'slf4j-nop', '1.7.36')}
  </dependencies>
</project>
`;

async function copyJars(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  await writeFile(join(folder, 'pom.xml'), pom);
  const jars = join(folder, 'jars');
  const args = ['-B', '-q', copyDependencies, '-DincludeScope=runtime', `-DoutputDirectory=${jars}`];
  await run('mvn', args, { cwd: folder, env });
  return jars;
}

/** Finds its jars beside itself, so that the cache may be moved; `exec`, because the SDK stops the process it started. */
const launcher = `#!/bin/sh
exec "\${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -cp "\${0%/*}/../lib/temporal-test-server-${version}/*" ${mainClass} "$@"
`;

/**
 * Has Maven fetch the time-skipping test server's jars into the cache, and writes the script that runs them with Java 17 or newer.
 *
 * @param cache the cache's folder
 * @param place where the script belongs: in a folder of the cache
 * @throws {Error} where Maven or its repository cannot be reached
 */
export async function installTestServer(cache: string, place: string, env: NodeJS.ProcessEnv): Promise<string> {
  await mkdir(join(cache, 'lib'), { recursive: true });
  await installInto(join(cache, 'lib', `temporal-test-server-${version}`), (folder) => copyJars(folder, env));
  return installInto(place, async (folder) => {
    const script = join(folder, 'launcher');
    await writeFile(script, launcher);
    await chmod(script, 0o755);
    return script;
  });
}
