// Writes a brotli and a gzip copy beside every text file of the build; web_service serves them as they are.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TEXT = /\.(js|css|svg|json|txt|webmanifest)$/
const WORTH_IT = 1024

/** @returns {import('vite').Plugin} */
export function compressed() {
  let folder = ''
  return {
    name: 'compressed-copies',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true, withFileTypes: true })
      await Promise.all(files.filter((file) => file.isFile() && TEXT.test(file.name)).map(copies))
    },
  }
}

async function copies(file) {
  const path = resolve(file.parentPath ?? file.path, file.name)
  const content = await readFile(path)
  if (content.length < WORTH_IT) return
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, best))
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
}
