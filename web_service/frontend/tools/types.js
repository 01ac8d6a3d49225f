// Turns the services' OpenAPI documents (made by `python -m scripts.openapi`) into TypeScript: src/api/generated/*.d.ts.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import openapiTypescript, { astToString } from 'openapi-typescript'

const documents = resolve(process.argv[2] ?? 'node_modules/.openapi')
const target = resolve(import.meta.dirname, '../src/api/generated')

await mkdir(target, { recursive: true })
for (const file of (await readdir(documents)).filter((name) => name.endsWith('.json'))) {
  const document = JSON.parse(await readFile(resolve(documents, file), 'utf8'))
  const types = astToString(await openapiTypescript(document, { alphabetize: true, defaultNonNullable: false }))
  const path = resolve(target, `${basename(file, '.json')}.d.ts`)
  const before = await readFile(path, 'utf8').catch(() => '')
  if (before !== types) await writeFile(path, types)
}
