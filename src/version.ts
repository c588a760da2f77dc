// The version of the package, in one place for code; a test holds it equal to package.json.
export const version = '0.1.0'
