// Package ownership is the model of an SEC Section 16 filing: Forms 3, 4 and 5
// and their amendments, as filed.
//
// Every cell is a [Value]: what the document says (Raw), what it was read as
// (V), whether it was read at all (State), the footnotes it cites (Notes) and
// where it stands in the source (At). Nothing in a Filing is ever dropped or
// corrected without a trace; what looks wrong is a [Finding] beside it.
//
// The structs of a filing and its parts, and the walks over their cells, are made from
// the list of fields in cmd/fields.
//
// The package imports the standard library only and never draws. Zero values
// work: a zero Filing is an empty one, a zero Value an absent cell.
package ownership
