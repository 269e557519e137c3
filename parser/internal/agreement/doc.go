// Package agreement measures how far the readers agree: one filing, many forms,
// one result. It has tests only.
//
// The measure is strict: a cell counts if either side has something in it, text
// must be the same letter for letter but for white space, and a row that is lost
// or made up counts with all its cells.
package agreement
