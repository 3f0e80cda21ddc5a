export const WEIGHTS: readonly string[] = [];
