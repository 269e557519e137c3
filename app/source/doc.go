// Package source is the pane that shows what a filing was read from, beside its tables:
// a text in rows, or pages with their words where they stand. Each cell's place is a
// link to the cell.
//
// However long a source is, only what can be seen of it is drawn, by web/source.js.
package source
