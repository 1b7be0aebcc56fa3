import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { validateXML } from 'xmllint-wasm';

/** What a value has that its schema in test/schemas does not allow. */
export function schemaFaults(name: string, value: unknown): readonly string[] {
  const schema = JSON.parse(text(name)) as Record<string, unknown>;
  // SARIF's is of draft 4: of what it uses, only the name of the schema is another in later drafts.
  const { id: _, $schema: __, ...rest } = schema;
  const ajv = new Ajv({ allErrors: true, strict: false, formats: { uri, 'uri-reference': true, 'date-time': true } });
  ajv.validate(rest, value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The same of XML against an XSD. */
export async function xmlFaults(name: string, xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [{ fileName: name, contents: text(name) }],
  });
  return errors.map(({ message }) => message);
}

function text(name: string): string {
  return readFileSync(new URL(`../schemas/${name}`, import.meta.url), 'utf8');
}

function uri(value: string): boolean {
  return URL.canParse(value);
}
