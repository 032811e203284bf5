/** A template with its `{names}` filled in.
   @type {(template: string, values: Record<string, string | number>) => string} */
export const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
