import type { Call, Route } from '../call.ts';
import { copyFile, createFile, deleteFile, getFile, listFiles, updateFile } from './drive-calls.ts';
import {
  createPermission,
  deletePermission,
  getPermission,
  listPermissions,
  updatePermission,
} from './permission-calls.ts';
import { uploadContent, uploadContentV2 } from './upload-calls.ts';

type Run = (call: Call, ...parts: [string, string]) => ReturnType<Route['run']>;

const ROUTES: readonly (readonly [method: string, path: RegExp, run: Run])[] = [
  ['GET', /^\/drive\/v3\/files$/, listFiles],
  ['POST', /^\/drive\/v3\/files$/, createFile],
  ['GET', /^\/drive\/v3\/files\/([^/]+)\/?$/, getFile],
  ['PATCH', /^\/drive\/v3\/files\/([^/]+)\/?$/, updateFile],
  ['DELETE', /^\/drive\/v3\/files\/([^/]+)\/?$/, deleteFile],
  ['POST', /^\/drive\/v3\/files\/([^/]+)\/copy$/, copyFile],
  ['GET', /^\/drive\/v3\/files\/([^/]+)\/permissions$/, listPermissions],
  ['POST', /^\/drive\/v3\/files\/([^/]+)\/permissions$/, createPermission],
  ['GET', /^\/drive\/v3\/files\/([^/]+)\/permissions\/([^/]+)$/, getPermission],
  ['PATCH', /^\/drive\/v3\/files\/([^/]+)\/permissions\/([^/]+)$/, updatePermission],
  ['DELETE', /^\/drive\/v3\/files\/([^/]+)\/permissions\/([^/]+)$/, deletePermission],
];

/** Their bodies are contents of files, not messages. */
const UPLOADS: readonly (readonly [method: string, path: RegExp, run: Run])[] = [
  ['PATCH', /^\/upload\/drive\/v3\/files\/([^/]+)$/, uploadContent],
  ['PUT', /^\/upload\/drive\/v2\/files\/([^/]+)$/, uploadContentV2],
];

export function driveRoute(method: string, pathname: string): Route | null {
  const takesContent = pathname.startsWith('/upload/');
  for (const [routeMethod, pattern, run] of takesContent ? UPLOADS : ROUTES) {
    const match = method === routeMethod ? pattern.exec(pathname) : null;
    if (!match) continue;
    const kind = method === 'GET' ? 'read' : 'write';
    return { kind, takesContent, run: (call) => run(call, match[1] ?? '', match[2] ?? '') };
  }
  return null;
}
