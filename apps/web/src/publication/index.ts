// What is confidential and what is public: the course of the text, levels, versions, and how anybody checks them.
export { PublicationScreen } from './screen.tsx'
