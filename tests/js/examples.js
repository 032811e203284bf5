/* The examples that Python wrote. */
import { readFileSync } from "node:fs";

export const examples = JSON.parse(readFileSync(new URL("examples.json", import.meta.url), "utf-8"));
