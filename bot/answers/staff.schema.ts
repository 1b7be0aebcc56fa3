/** The shape of `staff.yaml`: who may ask, and how each school signs its letters. */
const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text } as const;

export const staffSchema = {
  type: 'object',
  required: ['staff'],
  additionalProperties: false,
  properties: {
    staff: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'role', 'schools'],
        additionalProperties: false,
        properties: {
          id: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
          name: text,
          role: { enum: ['attendance lead', 'head of school', 'attendance officer', 'tutor'] },
          schools: { ...texts, minItems: 1 },
          registrationGroups: texts,
          slackUser: text,
        },
      },
    },
    schools: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'name', 'address', 'telephone', 'email', 'signatory', 'contact'],
        additionalProperties: false,
        properties: {
          id: text,
          name: text,
          address: { ...texts, minItems: 1 },
          telephone: text,
          email: text,
          signatory: {
            type: 'object',
            required: ['role'],
            additionalProperties: false,
            properties: { role: text, name: { type: 'string' } },
          },
          contact: {
            type: 'object',
            required: ['role', 'telephone', 'email'],
            additionalProperties: false,
            properties: { role: text, telephone: text, email: text },
          },
        },
      },
    },
  },
} as const;
