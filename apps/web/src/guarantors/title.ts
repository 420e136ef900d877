// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const guarantorsTitle = chosen({ en: 'Guarantors', ar: 'الضامنون', ru: 'Гаранты', fr: 'Garants' })
