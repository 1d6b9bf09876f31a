/** Drive words its refusals otherwise than Sheets. */
import { GoogleError } from '../google-error.ts';
import type { JsonObject } from '../json.ts';

export class DriveError extends GoogleError {
  readonly reason: string;
  readonly place: JsonObject;

  constructor(code: number, reason: string, message: string, place: JsonObject = {}) {
    super(code, message);
    this.reason = reason;
    this.place = place;
  }

  override get body(): JsonObject {
    const { message, code, reason } = this;
    return { error: { code, message, errors: [{ message, domain: 'global', reason, ...this.place }] } };
  }
}

export const fileNotFound = (id: string): DriveError =>
  new DriveError(404, 'notFound', `File not found: ${id}.`, { locationType: 'parameter', location: 'fileId' });

export const permissionNotFound = (id: string): DriveError =>
  new DriveError(404, 'notFound', `Permission not found: ${id}.`, {
    locationType: 'parameter',
    location: 'permissionId',
  });

export const insufficientPermissions = (): DriveError =>
  new DriveError(403, 'insufficientFilePermissions', 'The user does not have sufficient permissions for this file.');

export const invalidValue = (location: string): DriveError =>
  new DriveError(400, 'invalid', 'Invalid Value', { locationType: 'parameter', location });
