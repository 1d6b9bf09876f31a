/** Calls a function of the script from its page. https://developers.google.com/apps-script/guides/html/reference/run */
import type { SidebarCalls } from './state.ts';

interface Runner {
  withSuccessHandler(handle: (answer: unknown) => void): Runner;
  withFailureHandler(handle: (error: Error) => void): Runner & Record<string, (...args: unknown[]) => void>;
}

declare const google: { readonly script: { readonly run: Runner } };

export function callScript<Name extends keyof SidebarCalls>(
  name: Name,
  ...args: Parameters<SidebarCalls[Name]>
): Promise<ReturnType<SidebarCalls[Name]>> {
  return new Promise((resolve, reject) => {
    const succeed = (answer: unknown): void => resolve(answer as ReturnType<SidebarCalls[Name]>);
    google.script.run
      .withSuccessHandler(succeed)
      .withFailureHandler(reject)
      [name]?.(...args);
  });
}
