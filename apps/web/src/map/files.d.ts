// Files that the page hands out as they are, by their addresses.
declare module '*?url' {
  const address: string
  export default address
}

declare module '*?worker&url' {
  const address: string
  export default address
}
