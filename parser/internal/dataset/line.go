package dataset

import "strings"

// piece is a cell of a line: a place in the text, without quotation marks around it.
type piece struct {
	start, end int
	quoted     bool // it stood in quotation marks; each inside is doubled
}

// split cuts the line that begins at a place in text, and is all that follows, into cells.
// The SEC quotes none: a quotation mark is a character like any other. Spreadsheets do.
func split(into []piece, text string, at int, quoted bool) []piece {
	for {
		if quoted && at < len(text) && text[at] == '"' {
			end := closing(text, at+1)
			into = append(into, piece{at + 1, end, true})
			if at = end + 1; at < len(text) {
				// What follows the second mark is no part of the cell.
				if i := strings.IndexByte(text[at:], '\t'); i >= 0 {
					at += i + 1
					continue
				}
			}
			return into
		}
		i := strings.IndexByte(text[at:], '\t')
		if i < 0 {
			return append(into, piece{at, len(text), false})
		}
		into = append(into, piece{at, at + i, false})
		at += i + 1
	}
}

// closing returns the place of the quotation mark that ends a cell, or the end of the text.
func closing(text string, at int) int {
	for at < len(text) {
		i := strings.IndexByte(text[at:], '"')
		if i < 0 {
			return len(text)
		}
		if at += i; at+1 == len(text) || text[at+1] != '"' {
			return at
		}
		at += 2
	}
	return len(text)
}

// next returns where the line after the one at a place begins.
func (t *table) next(at int) int {
	for at < len(t.data) {
		i := strings.IndexByte(t.data[at:], '\n')
		if i < 0 {
			return len(t.data)
		}
		if t.quoted {
			// A cell in quotation marks may hold ends of lines.
			if q := strings.IndexByte(t.data[at:at+i], '"'); q >= 0 {
				if open := at + q; open == 0 || t.data[open-1] == '\t' || t.data[open-1] == '\n' {
					at = min(closing(t.data, open+1)+1, len(t.data))
				} else {
					at = open + 1
				}
				continue
			}
		}
		return at + i + 1
	}
	return len(t.data)
}

// lineAt returns the line at a place, without its end.
func (t *table) lineAt(at int) string {
	return strings.TrimSuffix(strings.TrimSuffix(t.data[at:t.next(at)], "\n"), "\r")
}

// isQuoted reports whether a program quoted the cells that have need of it, which is told
// by all quotation marks of the table together: they stand around whole cells, are doubled
// inside, and no cell with a comma goes without them if one has them for its comma. One
// mark elsewhere says that they are the SEC's text.
func (t *table) isQuoted() bool {
	if strings.IndexByte(t.data, '"') < 0 {
		return false
	}
	needed, commas, bare := 0, 0, false
	for at := t.body; at < len(t.data); {
		if t.data[at] != '"' {
			end := at + strings.IndexAny(t.data[at:], "\t\n")
			if end < at {
				end = len(t.data)
			}
			cell := t.data[at:end]
			if strings.IndexByte(cell, '"') >= 0 {
				return false
			}
			bare = bare || strings.IndexByte(cell, ',') >= 0
			at = end + 1
			continue
		}
		end := closing(t.data, at+1)
		rest := strings.TrimPrefix(t.data[min(end+1, len(t.data)):], "\r")
		if end == len(t.data) || rest != "" && rest[0] != '\t' && rest[0] != '\n' {
			return false
		}
		switch cell := t.data[at+1 : end]; {
		case strings.ContainsAny(cell, "\"\t\n"):
			needed++
		case strings.IndexByte(cell, ',') >= 0:
			commas++
		default:
			return false
		}
		at = len(t.data) - len(rest) + 1
	}
	return needed+commas > 0 && (commas == 0 || !bare)
}
