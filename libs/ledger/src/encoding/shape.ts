/** Checks one value and says what is wrong with it, with the path where. */
export type Check = (value: unknown, path: string) => string | undefined;

export const matches =
  (pattern: RegExp, what: string): Check =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? undefined : `${path}: not ${what}`;

export const wholeNumber =
  (min: number, max: number): Check =>
  (value, path) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
      ? undefined
      : `${path}: not a whole number from ${min} to ${max}`;

export const oneOf =
  (values: readonly unknown[]): Check =>
  (value, path) =>
    values.includes(value) ? undefined : `${path}: not one of ${values.join(', ')}`;

export const flag: Check = (value, path) => (typeof value === 'boolean' ? undefined : `${path}: not true or false`);

export const listOf =
  (item: Check, max: number): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return `${path}: not a list`;
    if (value.length > max) return `${path}: more than ${max}`;
    return firstOf(Array.from(value, (element: unknown, i) => () => item(element, `${path}[${i}]`)));
  };

/** An object with exactly these keys; those in `optional` may be absent, and none may be undefined. */
export const record =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, path) => {
    if (!isRecord(value)) return `${path}: not an object`;
    const known = { ...required, ...optional };
    const missing = Object.keys(required).find((key) => !Object.hasOwn(value, key));
    if (missing !== undefined) return `${path}.${missing}: missing`;
    return firstOf(
      Object.keys(value).map((key) => () => {
        const check = Object.hasOwn(known, key) ? known[key] : undefined;
        return check === undefined ? `${path}.${key}: unknown` : check(value[key], `${path}.${key}`);
      }),
    );
  };

/** An object whose keys match a pattern and whose values all pass one check. */
export const mapOf =
  (key: RegExp, item: Check, max: number): Check =>
  (value, path) => {
    if (!isRecord(value)) return `${path}: not an object`;
    const keys = Object.keys(value);
    if (keys.length > max) return `${path}: more than ${max} keys`;
    return firstOf(
      keys.map((name) => () => (key.test(name) ? item(value[name], `${path}.${name}`) : `${path}.${name}: not a key`)),
    );
  };

export function firstOf(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const fault = check();
    if (fault !== undefined) return fault;
  }
  return undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const HEX_256 = /^[0-9a-f]{64}$/;
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const ORIGIN = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/;
/** A code, an id, a hash: no spaces and no @, so that neither prose nor an e-mail address fits. */
export const TOKEN = /^[A-Za-z0-9._:+/=-]{1,128}$/;

export const hash = matches(HEX_256, 'a SHA-256 in lower-case hexadecimal');
export const uuid = matches(UUID, 'a UUID in lower case');
export const token = matches(TOKEN, 'a token (no spaces: free text and personal data go into commits)');
