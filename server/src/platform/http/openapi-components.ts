/** Schemas of the contract as JSON Schema, each once under its name, and references to it. */
import { z } from 'zod'
import { namedSchemas } from './schema-names.ts'

export type Components = {
  schemas: Record<string, object>
  /** What is sent; `name` is for a schema that has none of its own. */
  reply: (schema: z.ZodType, name: string) => object
  body: (schema: z.ZodType, name: string) => object
  parameters: (schema: z.ZodType, place: 'path' | 'query') => object[]
  isEmpty: (schema: z.ZodType) => boolean
}

export const makeComponents = (): Components => {
  const names = namedSchemas()
  const schemas: Record<string, object> = {}
  const keep = (name: string, schema: object): void => {
    const known = schemas[name]
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema))
      throw new Error(`Two schemas of the contract are called ${name}.`)
    schemas[name] = schema
  }
  /** @returns the schema without those it refers to, which are kept. */
  const convert = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
    const text = JSON.stringify(
      z.toJSONSchema(schema, {
        io,
        metadata: names,
        unrepresentable: 'any',
        target: 'draft-2020-12',
        override: ({ jsonSchema }) => nameKeys(jsonSchema),
      }),
    )
    const { $schema, $defs, ...rest } = JSON.parse(
      text.replaceAll('"#/$defs/', '"#/components/schemas/'),
    ) as JsonSchema
    for (const [name, part] of Object.entries($defs ?? {})) keep(name, part)
    return rest
  }
  const refer =
    (io: 'input' | 'output') =>
    (schema: z.ZodType, spare: string): object => {
      const converted = convert(schema, io)
      if (converted.$ref !== undefined) return converted
      const item = schema instanceof z.ZodArray ? names.get(schema.element)?.id : undefined
      const name = item === undefined ? spare : `${item}List`
      keep(name, converted)
      return { $ref: `#/components/schemas/${name}` }
    }
  return {
    schemas,
    reply: refer('output'),
    body: refer('input'),
    parameters: (schema, place) => {
      // Without its name: parameters are no component.
      const shape = schema instanceof z.ZodObject ? schema.shape : {}
      const { properties = {}, required = [] } = convert(z.object(shape), 'input')
      return Object.entries(properties).map(([name, { description, example, ...property }]) => ({
        name,
        in: place,
        required: place === 'path' || required.includes(name),
        ...(description === undefined ? {} : { description }),
        ...(example === undefined ? {} : { example }),
        schema: property,
      }))
    },
    isEmpty: (schema) => schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0,
  }
}

/** The name is the key; keys that a record must have are written as properties, which programs read. */
const nameKeys = (schema: z.core.JSONSchema.BaseSchema): void => {
  delete schema.id
  const { required, properties, additionalProperties } = schema
  if (required === undefined || properties !== undefined || additionalProperties === undefined)
    return
  schema.properties = Object.fromEntries(required.map((key) => [key, additionalProperties]))
  schema.additionalProperties = false
  delete schema.propertyNames
}

type JsonSchema = {
  $ref?: string
  $schema?: string
  $defs?: Record<string, object>
  properties?: Record<string, { description?: string; example?: unknown }>
  required?: string[]
}
