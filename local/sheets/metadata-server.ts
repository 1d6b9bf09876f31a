/** Answers as Google's metadata server does, so that plain application default credentials work without an account. */
import type { ServerResponse } from 'node:http';

const PROJECT_ID = '/computeMetadata/v1/project/project-id';
const TOKEN = '/computeMetadata/v1/instance/service-accounts/default/token';
const ROOTS = new Set(['/computeMetadata/v1/instance', '/computeMetadata/v1', '/computeMetadata/v1/']);

/** The environment that points Google's libraries at this server. */
export function metadataEnvironment(port: number): Readonly<Record<string, string>> {
  return { GCE_METADATA_HOST: `127.0.0.1:${port}`, METADATA_SERVER_DETECTION: 'assume-present' };
}

/** True when the path was one of the metadata server's. The token is what the Sheets server knows the caller by. */
export function serveMetadata(
  pathname: string,
  response: ServerResponse,
  { projectId, token }: { readonly projectId: string; readonly token: string },
): boolean {
  const answer = (type: string, body: string): true => {
    response.writeHead(200, { 'content-type': type, 'metadata-flavor': 'Google' }).end(body);
    return true;
  };
  if (pathname === PROJECT_ID) return answer('text/plain', projectId);
  if (ROOTS.has(pathname)) return answer('text/plain', '');
  if (pathname !== TOKEN) return false;
  return answer('application/json', JSON.stringify({ access_token: token, expires_in: 3_599, token_type: 'Bearer' }));
}
