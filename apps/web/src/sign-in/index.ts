// Coming in, where several people use one server.
export { Gate } from './gate.tsx'
