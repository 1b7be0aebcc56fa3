/** What Ajv says of one place that does not fit the schema, as far as it is used here. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}

/** Why a place in a rulebook does not fit, in the writer's words: what is wrong, and what would be right. */
export function reasonOf(error: SchemaError): string {
  const name = nameOf(error);
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return `missing ${String(params['missingProperty'])}`;
    case 'additionalProperties':
      return `unknown key ${String(params['additionalProperty'])}`;
    case 'enum':
      return `unknown ${name} ${shown(error.data)}: one of ${listed(params['allowedValues'])}`;
    case 'const':
      return `${name} is ${shown(error.data)}: only ${shown(params['allowedValue'])} is known`;
    case 'discriminator':
      if (params['tagValue'] === undefined) return `missing kind of ${name}`;
      return `unknown kind of ${name} ${shown(params['tagValue'])}`;
    case 'format':
      return `${name} is ${shown(error.data)}, which is not a date such as 2024-08-19`;
    case 'type':
      return `${name} is ${shown(error.data)}: expected ${String(params['type']).replaceAll(',', ' or ')}`;
    case 'pattern':
      if (name === 'from')
        return `from is ${shown(error.data)}, which is no date such as 2024-08-19, 2001-03 or 2007, and not "not known"`;
      return `${name} is ${shown(error.data)}, which is not how a ${name} is written`;
    case 'minItems':
      return `${name} has too few entries: at least ${String(params['limit'])}`;
    case 'uniqueItems':
      return `${name} names the same thing twice`;
    case 'minimum':
      return `${name} is ${shown(error.data)}: at least ${String(params['limit'])}`;
    default:
      return `${name} does not fit: ${error.keyword}`;
  }
}

/** The place as a list of keys and indexes, from a JSON pointer. */
export function pathOf(error: SchemaError): (string | number)[] {
  return error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** The last key that is a word: of /provisions/3/relation, `relation`. */
function nameOf(error: SchemaError): string {
  return pathOf(error).findLast((step) => typeof step === 'string') ?? 'rulebook';
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : shown(values);
}
