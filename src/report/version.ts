// Raised on any change that could break a program that reads reports.
export const schemaVersion = 1
