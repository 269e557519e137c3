package formreader

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// joinOwners puts the pieces of an owner's address together that a page break, or a gap,
// cut apart. An owner begins with a name: a state, a zip code or a country is the rest of
// the one before. Where the addresses of the table end with a country, what follows one
// that does not is its rest, too, unless both have a mark, which each owner has.
func joinOwners(pieces [][]*sheet.Block) [][]*sheet.Block {
	closed := slices.ContainsFunc(pieces, func(p []*sheet.Block) bool { return isClosed(p[0].Lines) })
	var out [][]*sheet.Block
	for _, p := range pieces {
		n := len(out)
		if n == 0 || len(p[0].Lines) == 0 {
			out = append(out, p)
			continue
		}
		first := p[0].Lines[0]
		if isClosed(out[n-1][0].Lines) && !looksPostal(printed.Joined(first)) || !isPlace(first) && !(closed && isClosed(p[0].Lines) && !(isTicked(out[n-1]) && isTicked(p))) {
			out = append(out, p)
			continue
		}
		joined := make([]*sheet.Block, max(len(out[n-1]), len(p)))
		for i := range joined {
			joined[i] = &sheet.Block{}
			for _, from := range [...][]*sheet.Block{out[n-1], p} {
				if i < len(from) {
					lines := append(joined[i].Lines[:len(joined[i].Lines):len(joined[i].Lines)], from[i].Lines...)
					*joined[i] = *from[i]
					joined[i].Lines = lines
				}
			}
		}
		out[n-1] = joined
	}
	return out
}

// isClosed reports whether lines end as an address does, with the country or the zip code
// that stands after city and state.
func isClosed(lines [][]sheet.Word) bool {
	if len(lines) == 0 {
		return false
	}
	last := lines[len(lines)-1]
	n := len(last)
	return isCountry(last) || n > 2 && looksZip(last[n-1].Text)
}

// isPlace reports whether a line is a state, a country or a zip code alone, as the page of
// 2026 prints them below each other.
func isPlace(line []sheet.Word) bool {
	text := printed.Joined(line)
	_, ok := form.StateCode(text)
	return ok || looksPostal(text)
}

// isCountry reports whether a line names a country. States come first among those of the
// same name.
func isCountry(line []sheet.Word) bool {
	text := printed.Joined(line)
	code, ok := form.StateCode(text)
	return ok && len(text) > 2 && !form.IsState(code) && !strings.HasSuffix(strings.ToUpper(text), ", CANADA")
}

// isTicked reports whether a mark or a title stands beside an owner.
func isTicked(cells []*sheet.Block) bool {
	return slices.ContainsFunc(cells[1:], func(b *sheet.Block) bool { return len(b.Lines) > 0 })
}
