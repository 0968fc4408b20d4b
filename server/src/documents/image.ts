/**
 * SVG to PNG with the one font that ships in a package, so that a picture looks the same whatever
 * fonts a machine has. Drawn on a thread of its own: the server goes on answering.
 */
import { fileURLToPath } from 'node:url'

export const toPng = async (svg: string): Promise<Buffer> => {
  // Loaded when first asked for, as its native part weighs.
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg, {
    font: {
      fontFiles: FONT_FILES,
      loadSystemFonts: false,
      defaultFontFamily: FAMILY,
      sansSerifFamily: FAMILY,
    },
  })
  return Buffer.from(image.asPng())
}

const FAMILY = 'Inter'
const FONT_FILES = ['400Regular/Inter_400Regular.ttf', '700Bold/Inter_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)),
)
