const day = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };
const span = {
  type: 'object',
  required: ['name', 'from', 'to'],
  properties: { name: { type: 'string', minLength: 1 }, from: day, to: day },
  additionalProperties: false,
};
const closure = {
  type: 'object',
  required: ['from', 'to'],
  properties: { from: day, to: day, why: { type: 'string' } },
  additionalProperties: false,
};
const phase = {
  type: 'object',
  required: ['name', 'yearGroups'],
  properties: {
    name: { type: 'string', minLength: 1 },
    yearGroups: {
      type: 'array',
      minItems: 1,
      items: { anyOf: [{ type: 'string', minLength: 1 }, { type: 'integer' }] },
    },
  },
  additionalProperties: false,
};

/** The shape of a calendar file, one school year each. */
export const calendarSchema = {
  type: 'object',
  required: ['school', 'start', 'end'],
  properties: {
    school: { type: 'string', minLength: 1 },
    start: day,
    end: day,
    terms: { type: 'array', items: span },
    halfTerms: { type: 'array', items: { ...span, required: ['from', 'to'] } },
    closures: { type: 'array', items: closure },
    phases: { type: 'array', items: phase },
  },
  additionalProperties: false,
} as const;
