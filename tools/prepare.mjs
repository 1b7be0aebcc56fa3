// What npm runs once it has installed: builds, where there is what builds. A global installation from git brings no development
// dependencies: there the one file that lies in the repository serves (att-policies), and nothing is built.
import { spawnSync } from 'node:child_process';

let builds = true;
try {
  import.meta.resolve('esbuild');
} catch {
  builds = false;
}

if (builds) {
  const { status } = spawnSync('npm run -s build', { stdio: 'inherit', shell: true });
  process.exitCode = status ?? 1;
}
