// Completes package-lock.json, so that `npm ci` passes on every platform whichever one the lock was made on:
//
//   node tools/complete-lock.mjs [LOCK] [--check]
//
// npm writes entries only for the binaries of the platform it runs on, and then refuses the lock elsewhere with
// "Missing: X from lock file". Every optional dependency of exact version that has no entry gets one here. The
// addresses packages came from are dropped: the lock names versions and digests, and any registry may serve them.
// With --check nothing is written; what is missing is told and the exit code is 1.
//
// Plain JavaScript, and nothing imported but Node's own: it must run before anything is installed, on any Node.

import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const systems = new Set('aix android darwin freebsd linux openbsd netbsd sunos win32'.split(' '));
const processors = new Set('arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64'.split(' '));

const path = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(path, 'utf8'));
const { missing, addresses } = faultsOf(lock.packages);

if (process.argv.includes('--check')) {
  for (const { key, version } of missing) console.error(`${path}: ${key} ${version} has no entry`);
  for (const { key, resolved } of addresses) console.error(`${path}: ${key} names where it came from: ${resolved}`);
  if (missing.length + addresses.length > 0) {
    console.error('Run: npm run lock');
    process.exitCode = 1;
  }
} else if (missing.length + addresses.length > 0) {
  lock.packages = completed(lock.packages);
  writeFileSync(path, `${JSON.stringify(lock, undefined, 2)}\n`);
  console.log(`${path}: ${missing.length} entries added, ${addresses.length} addresses dropped`);
} else {
  console.log(`${path}: complete`);
}

function completed(packages) {
  const all = Object.entries(packages).map(([key, entry]) => {
    if (!isAddress(entry.resolved)) return [key, entry];
    const { resolved: _dropped, ...rest } = entry;
    return [key, rest];
  });
  for (const { key, name, version, parent } of missing) all.push([key, binaryEntry(name, version, parent)]);
  return Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
}

function faultsOf(packages) {
  const missing = new Map();
  const addresses = [];
  for (const [at, parent] of Object.entries(packages)) {
    if (isAddress(parent.resolved)) addresses.push({ key: at, resolved: parent.resolved });
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      // Ranges are npm's to settle; the packages that publish a binary for each platform name exact versions.
      if (!/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version) || isFound(packages, at, name)) continue;
      const key = `node_modules/${name}`;
      missing.set(key, { key, name, version, parent });
    }
  }
  return { missing: [...missing.values()], addresses };
}

/** As Node looks a package up: in the node_modules of the package that asks, then outwards. */
function isFound(packages, from, name) {
  const steps = from === '' ? [] : from.split(/\/?node_modules\//).slice(1);
  for (let count = steps.length; count >= 0; count -= 1) {
    const holder = steps.slice(0, count).map((step) => `node_modules/${step}`);
    if (packages[[...holder, `node_modules/${name}`].join('/')]) return true;
  }
  return false;
}

function binaryEntry(name, version, parent) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => systems.has(word));
  const cpu = words.find((word) => processors.has(word));
  const libc =
    os === 'linux' ? (words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined) : undefined;
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(libc ? { libc: [libc] } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}

function isAddress(resolved) {
  return typeof resolved === 'string' && /^[a-z+]+:/.test(resolved);
}
