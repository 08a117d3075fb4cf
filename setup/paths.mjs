import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Windows calls it `Path`, and a copy of the environment is no longer case-insensitive.
 * @param {NodeJS.ProcessEnv} env
 */
function pathKey(env) {
  return Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
}

/** @param {NodeJS.ProcessEnv} env */
function folders(env) {
  return (env[pathKey(env)] ?? '').split(delimiter).filter((folder) => folder !== '');
}

/**
 * The first program of that name on the PATH.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
export function onPath(name, env) {
  return folders(env)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/**
 * The environment with one folder taken off the PATH.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutFolder(env, folder) {
  const kept = folders(env).filter((one) => resolve(one) !== resolve(folder));
  return { ...env, [pathKey(env)]: kept.join(delimiter) };
}

/**
 * @param {string} one
 * @param {string} other
 */
export function isSameFile(one, other) {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
