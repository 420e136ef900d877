// The name of the screen, for the navigation, which must not wait for the map.
import { chosen } from '../language.ts'

export const mapTitle = chosen({ en: 'Map', ar: 'الخريطة', ru: 'Карта', fr: 'Carte' })
