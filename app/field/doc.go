// Package field names what a filing's cells are: the columns of the tables, with the
// printed form's numbers and names, the fields of a line, and how a value of each is
// written.
package field
