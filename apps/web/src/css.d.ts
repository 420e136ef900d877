// Stylesheets are modules to the bundler and have nothing to say to the type checker.
declare module '*.css'
