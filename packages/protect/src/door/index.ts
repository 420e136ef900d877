// The running service and those who ask it: doors for a page and for whoever runs it, and the way to each.
export { openOperatorDoor, openPageDoor, type Doors } from './open.ts'
export { operatorDoorAt, pageDoorAt, type Operated, type PageDoor, type Seat } from './client.ts'
export { BLOCK_BYTES, padded } from './wire.ts'
