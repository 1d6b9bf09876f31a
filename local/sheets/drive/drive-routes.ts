import type { Call, Route } from '../call.ts';
import { copyFile, createFile, deleteFile, getFile, listFiles, updateFile } from './drive-calls.ts';
import {
  createPermission,
  deletePermission,
  getPermission,
  listPermissions,
  updatePermission,
} from './permission-calls.ts';

type Run = (call: Call, ...parts: [string, string]) => ReturnType<Route['run']>;

const ROUTES: readonly (readonly [method: string, path: RegExp, run: Run])[] = [
  ['GET', /^\/drive\/v3\/files$/, listFiles],
  ['POST', /^\/drive\/v3\/files$/, createFile],
  ['GET', /^\/drive\/v3\/files\/([^/]+)$/, getFile],
  ['PATCH', /^\/drive\/v3\/files\/([^/]+)$/, updateFile],
  ['DELETE', /^\/drive\/v3\/files\/([^/]+)$/, deleteFile],
  ['POST', /^\/drive\/v3\/files\/([^/]+)\/copy$/, copyFile],
  ['GET', /^\/drive\/v3\/files\/([^/]+)\/permissions$/, listPermissions],
  ['POST', /^\/drive\/v3\/files\/([^/]+)\/permissions$/, createPermission],
  ['GET', /^\/drive\/v3\/files\/([^/]+)\/permissions\/([^/]+)$/, getPermission],
  ['PATCH', /^\/drive\/v3\/files\/([^/]+)\/permissions\/([^/]+)$/, updatePermission],
  ['DELETE', /^\/drive\/v3\/files\/([^/]+)\/permissions\/([^/]+)$/, deletePermission],
];

export function driveRoute(method: string, pathname: string): Route | null {
  for (const [routeMethod, pattern, run] of ROUTES) {
    const match = method === routeMethod ? pattern.exec(pathname) : null;
    if (match)
      return { kind: method === 'GET' ? 'read' : 'write', run: (call) => run(call, match[1] ?? '', match[2] ?? '') };
  }
  return null;
}
